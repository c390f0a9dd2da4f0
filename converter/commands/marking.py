"""A copy of a Word draft with its findings as comments, or its fixes as tracked changes."""

from __future__ import annotations

from converter.bilingual import Text
from converter.commands.conversion import Made
from converter.errors import InputError
from converter.inputs import word_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.commands.configured import Configured
    from converter.commands.conversion import Options
    from converter.findings import Finding
    from converter.inputs import Input
    from converter.linter.form import Form
    from converter.word.model import WordFile

_COMMENTS = Text("批注 {count} 条", "{count} comments")
_CHANGES = Text(
    "修订：文字 {texts} 处，格式 {looks} 处",
    "tracked changes: {texts} of text, {looks} of formatting",
)


def marked(item: Input, configured: Configured, options: Options) -> Made | InputError:
    """The copy of an input, or why there cannot be one."""
    word = word_of(item.name, item.data, options.max_unpacked)
    if word is None:
        return InputError(
            Text(
                "不是 Word 文件，加不了批注和修订", "not a Word file: nothing can be marked in it"
            ),
            item.name,
            Text("文字稿请用 gongwen lint --fix", "use gongwen lint --fix for text"),
        )
    form = form_in(item, word, options)
    findings = findings_of(item, form, configured, options)
    document = item.documents[0]
    if options.track:
        from converter.linting import remedies_in
        from converter.word.edit import corrected

        force = configured.of(item.name)
        wanted = remedies_in(findings, force.choice, force.ruleset, form, options.lang)
        copy = corrected(word, findings, wanted, options.unsafe_fixes)
        told = _counted(_CHANGES, texts=copy.texts, looks=copy.looks)
        return Made(document, copy.data, (told,), None)
    from converter.word.edit import annotated

    data = annotated(word, findings, options.lang)
    return Made(document, data, (_counted(_COMMENTS, count=len(findings)),), None)


def form_in(item: Input, word: WordFile, options: Options) -> Form:
    """The look of an input, held against the layout that the options name."""
    from converter.commands.check import form_of

    return form_of(item.name, word, item.documents, options.layout)


def findings_of(item: Input, form: Form, configured: Configured, options: Options) -> list[Finding]:
    """The findings in a Word file and in its text that no baseline knows, with their paragraphs."""
    from converter.linting import findings_in_form

    force = configured.of(item.name)
    found = findings_in_form(form, force.choice, force.ruleset, item.name, options.lang)
    return configured.new(item.name, found)


def _counted(text: Text, **counts: int) -> Text:
    return Text(text.zh.format(**counts), text.en.format(**counts))
