"""How a call of ``convert`` makes documents of an input, wherever its results go."""

from __future__ import annotations

from converter.bilingual import Lang, Text
from converter.commands.configured import FORM, Configured, reaches
from converter.commands.page import PageOptions, of_input
from converter.errors import ConverterError, InputError, LayoutError, MetadataError
from converter.inputs import LARGEST, Input, parse, read_metadata, source_of, word_of
from converter.model.elements import NONE
from converter.model.nodes import Document
from converter.profiles import Profile, RoleSpec
from converter.profiles.parts import absent, missing
from converter.readers import LARGEST_UNPACKED
from converter.record import record
from converter.writers import FORMATS, Setting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.findings import Finding


@record(kw_only=True)
class Options:
    """What a call of ``convert`` asks for; the names are those of its options. ``jobs`` None: as
    many as there are processors, once there is enough to do."""

    inputs: tuple[str, ...]
    output: str | None = None
    format_name: str | None = None
    layout: str | None = None
    pictures: str | None = None
    meta: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    fail_on: str | None = None
    quiet: bool = False
    jobs: int | None = None
    scheduler: str | None = None
    resume: bool = False
    redo: bool = False
    prune: bool = False
    strict: bool = False
    linting: bool = False
    annotate: bool = False
    track: bool = False
    unsafe_fixes: bool = False
    changes: str | None = None
    profile: str | None = None
    encoding: str | None = None
    max_size: int = LARGEST
    max_unpacked: int = LARGEST_UNPACKED
    config: str | None = None
    isolated: bool = False
    lang: Lang = "zh"


@record
class Made:
    """A report and what was made of it; ``facts`` are what is told of it, ``notice`` is what the
    user should know of the result itself, such as other fonts."""

    document: Document
    data: bytes
    facts: tuple[Text, ...]
    notice: Text | None


def judged(options: Options) -> bool:
    """Whether the look of Word files is judged, too."""
    return options.annotate or options.track or options.changes is not None


class Conversion:
    """The reading and writing that some options ask for. Raises ConverterError for options that do
    not go together, or name what is not there."""

    def __init__(self, options: Options, format_name: str) -> None:
        self.format_name = format_name
        self.format = FORMATS[format_name]
        self.configured = Configured(
            options.config,
            options.isolated,
            profile=options.profile,
            encoding=options.encoding,
            asked=FORM if judged(options) else "",
        )
        self._options = options
        self._page = PageOptions(self.format, options.layout, options.pictures)
        self._stated = read_metadata(options.meta, options.settings)
        self._fail_on, self._unpacked = options.fail_on, options.max_unpacked
        layout = self._stated.get("layout")
        if isinstance(layout, str):
            self._page.check(layout)

    def read(self, name: str, data: bytes) -> Input:
        """The reports in an input. Raises InputError, MetadataError, ConfigurationError."""
        reading = self.configured.reading(name)
        return parse(name, data, *reading, self._stated, self._unpacked)

    def made(self, item: Input) -> Iterator[Made | ConverterError]:
        """What each report of an input has become, or why it could not become anything."""
        if self._options.annotate or self._options.track:
            from converter.commands.marking import marked

            yield marked(item, self.configured, self._options)
            return
        kinds = self.configured.of(item.name).choice
        from_word = self._from_word(item)
        for document in item.documents:
            try:
                setting = self._page.setting(item, document)
                data = self.format.renderer()(document, setting)
            except (InputError, LayoutError, MetadataError) as error:
                yield of_input(error, item, document)
                continue
            facts = self._facts(document, setting, kinds.held(document)) + from_word
            layout = setting.layout
            notice = self.format.notice(data, layout) if layout else None
            yield Made(document, data, facts, notice)

    def results(self, item: Input) -> int:
        """How many documents are made of an input."""
        return 1 if self._options.annotate or self._options.track else len(item.documents)

    def findings(self, item: Input, lang: Lang = "zh") -> list[list[Finding]]:
        """The findings in each report of an input that its baseline does not know."""
        encoding = self.configured.of(item.name).encoding
        source = source_of(item.name, item.data, encoding, self._unpacked)
        groups = self.configured.by_report(item, source, lang)
        new = self.configured.new(item.name, [found for group in groups for found in group])
        kept = {id(finding) for finding in new}
        return [[finding for finding in group if id(finding) in kept] for group in groups]

    def reaches(self, severities: Iterable[str]) -> bool:
        """Whether one of the severities is as grave as ``--fail-on`` says."""
        return self._fail_on is not None and reaches(severities, self._fail_on)

    def _from_word(self, item: Input) -> tuple[Text, ...]:
        """What has become of what a Word file had beyond its text."""
        word = word_of(item.name, item.data, self._unpacked)
        if word is None:
            return ()
        from converter.readers.word.facts import facts

        return facts(word)

    def _facts(self, document: Document, setting: Setting, profile: Profile) -> tuple[Text, ...]:
        """What a report lacks, and what was left out of it."""
        left_out, encoding = _left_out(document), document.encoding
        facts = [
            _completeness(document, setting, profile),
            _NO_MARK if _lacks_mark(document, setting) else None,
            Text(f"删去残留 {left_out} 处", f"removed: {left_out}") if left_out else None,
            Text(f"编码 {encoding}", f"encoding: {encoding}") if encoding else None,
            self._unused(document, setting),
        ]
        return tuple(fact for fact in facts if fact)

    def _unused(self, document: Document, setting: Setting) -> Text | None:
        """What the metadata of a report say in vain."""
        if document.elements == NONE or not (self.format.paged or not self.format.elements):
            return None
        from converter.metadata.usage import unused

        layout = setting.layout
        label = layout.name if layout else self.format_name
        return unused(document, layout.kind if layout else None, label)


def account(title: str, where: str, facts: tuple[Text, ...], lang: Lang) -> str:
    """One line on a report: what became of it, and what is to be told."""
    name = Text(title or "（无标题）", title or "(untitled)")
    first = Text(f"{name.zh} → {where}", f"{name.en} -> {where}")
    return ("; " if lang == "en" else "；").join(fact.get(lang) for fact in (first, *facts))


_TOLD_ELSEWHERE = (
    *("metadata", "directive", "contents-field", "header", "footer", "comment", "hidden-text"),
    *("deleted-revision", "ruby", "chart-text", "imported-file", "subdocument", "covered-cell"),
    "date-field",
)
"""Reasons of removed texts that are no residue."""
_NO_MARK = Text("没有发文机关标志，请写明“发文机关”", "no issuer for the mark")


def _lacks_mark(document: Document, setting: Setting) -> bool:
    """Whether the layout has a head, and nothing names the body that stands in it."""
    if setting.layout is None or setting.layout.head is None:
        return False
    from converter.composition.heads import has_mark

    return not has_mark(document, setting.layout)


def _completeness(document: Document, setting: Setting, profile: Profile) -> Text | None:
    """What kind of report it is taken for, and which parts it lacks. A letter, an order and
    minutes need not be reports."""
    if setting.layout and setting.layout.kind not in ("report", "official"):
        return None
    kind = Text(profile.name["zh"], profile.name.get("en", profile.id))
    lacking = missing(document, profile)
    if lacking:
        names = _names(lacking)
        return Text(f"{kind.zh}，缺少：{names.zh}", f"{kind.en}, missing: {names.en}")
    whole = "三部分齐全" if len(profile.required) == 3 else "必须有的部分齐全"
    advised = [role for role in absent(document, profile) if not role.required and not role.told_in]
    if advised:
        names = _names(advised)
        return Text(
            f"{kind.zh}：{whole}，最好还有{names.zh}",
            f"{kind.en}: complete; {names.en} would be better told, too",
        )
    return Text(f"{kind.zh}：{whole}", f"{kind.en}: complete")


def _names(roles: list[RoleSpec]) -> Text:
    return Text(
        "、".join(role.name["zh"] for role in roles),
        ", ".join(role.name.get("en", role.id) for role in roles),
    )


def _left_out(document: Document) -> int:
    """How many texts were left out. The metadata block was read, directives are for the linter,
    and the marks of tables, pictures and footnotes have become tables, pictures and footnotes.
    What a Word file has beside its text is told by itself."""
    return sum(
        item.reason not in _TOLD_ELSEWHERE and not item.reason.endswith("-mark")
        for item in document.removed
    )
