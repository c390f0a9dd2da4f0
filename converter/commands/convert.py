"""Converting: drafts in, documents out."""

from __future__ import annotations

from converter.bilingual import Lang, Text
from converter.commands.configured import Configured, reaches
from converter.commands.page import PageOptions, of_input
from converter.commands.progress import counted, say
from converter.errors import ConverterError, InputError, LayoutError, MetadataError
from converter.inputs import LARGEST, Input, read_all, read_metadata, source_of
from converter.model.elements import NONE
from converter.model.nodes import Document
from converter.profiles import Profile, RoleSpec
from converter.profiles.parts import absent, missing
from converter.record import record
from converter.targets import Target, choose_target
from converter.writers import Setting


@record(kw_only=True)
class Options:
    """What a call of ``convert`` asks for; the names are those of its options."""

    inputs: tuple[str, ...]
    output: str | None = None
    format_name: str | None = None
    layout: str | None = None
    pictures: str | None = None
    meta: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    fail_on: str | None = None
    quiet: bool = False
    profile: str | None = None
    encoding: str | None = None
    max_size: int = LARGEST
    config: str | None = None
    isolated: bool = False
    lang: Lang = "zh"


def run(options: Options) -> int:
    """Converts the inputs and returns the exit code. Raises ConverterError."""
    configured = Configured(
        options.config, options.isolated, profile=options.profile, encoding=options.encoding
    )
    target = choose_target(options.inputs, options.output, options.format_name)
    page = PageOptions(target.format, options.layout, options.pictures)
    stated = read_metadata(options.meta, options.settings)
    job = _Job(target, configured, page, options.lang, options.quiet, options.fail_on)
    names = configured.inputs(options.inputs)
    for item in counted(
        read_all(names, configured.reading, options.max_size, stated), "正在转换第"
    ):
        job.take(item)
    return job.finish()


_NO_MARK = Text("没有发文机关标志，请写明“发文机关”", "no issuer for the mark")


class _Job:
    """One call of ``convert``: what was read, what was written, what went wrong."""

    def __init__(
        self,
        target: Target,
        configured: Configured,
        page: PageOptions,
        lang: Lang,
        quiet: bool,
        fail_on: str | None,
    ) -> None:
        self.target, self.configured, self.page, self.lang = target, configured, page, lang
        self.quiet, self.fail_on = quiet, fail_on
        self.failed = self.flagged = False
        self.held: list[Input] = []
        self.told: set[str] = set()

    def take(self, item: Input | ConverterError) -> None:
        """Takes an input; whether there will be one report or several is known at the end only
        for a target that is not yet known to be a folder or a stream."""
        if isinstance(item, ConverterError):
            self._fail(item)
        elif self.target.settled:
            self._write(item)
        else:
            self.held.append(item)
            if sum(len(held.documents) for held in self.held) > 1:
                self.target.settle(several=True)
                self._write_held()

    def finish(self) -> int:
        """Writes what is held back and returns the exit code."""
        if self.held:
            self.target.settle(several=False)
            self._write_held()
        self.target.close()
        return 2 if self.failed else int(self.flagged)

    def _fail(self, error: ConverterError) -> None:
        self.failed = True
        say(f"gongwen: {error.line(self.lang)}")

    def _write_held(self) -> None:
        held, self.held = self.held, []
        for item in held:
            self._write(item)

    def _write(self, item: Input) -> None:
        self.flagged |= self._reaches_threshold(item)
        kinds = self.configured.of(item.name).choice
        for document in item.documents:
            try:
                setting = self.page.setting(item, document)
                where = self.target.put(document, item.name, setting)
            except (InputError, LayoutError, MetadataError) as error:
                self._fail(of_input(error, item, document))
                continue
            if not self.quiet:
                say(self._account(document, where, setting, kinds.held(document)))
            self._tell(setting)

    def _tell(self, setting: Setting) -> None:
        """What the user should know of the result, such as other fonts; each thing once."""
        if setting.layout is None:
            return
        notice = self.target.format.notice(self.target.made, setting.layout)
        if notice and notice.get(self.lang) not in self.told:
            self.told.add(notice.get(self.lang))
            say(notice.get(self.lang))

    def _unused(self, document: Document, setting: Setting) -> Text | None:
        """What the metadata of a report say in vain."""
        form = self.target.format
        if document.elements == NONE or not (form.paged or not form.elements):
            return None
        from converter.metadata.usage import unused

        layout = setting.layout
        label = layout.name if layout else self.target.format_name
        return unused(document, layout.kind if layout else None, label)

    def _account(self, document: Document, where: str, setting: Setting, profile: Profile) -> str:
        """One line on a report: where it went, what it lacks, what was left out of it."""
        title = Text(document.name or "（无标题）", document.name or "(untitled)")
        left_out, encoding = _left_out(document), document.encoding
        facts = [
            Text(f"{title.zh} → {where}", f"{title.en} -> {where}"),
            _completeness(document, setting, profile),
            _NO_MARK if _lacks_mark(document, setting) else None,
            Text(f"删去残留 {left_out} 处", f"removed: {left_out}") if left_out else None,
            Text(f"编码 {encoding}", f"encoding: {encoding}") if encoding else None,
            self._unused(document, setting),
        ]
        divider = "; " if self.lang == "en" else "；"
        return divider.join(fact.get(self.lang) for fact in facts if fact)

    def _reaches_threshold(self, item: Input) -> bool:
        if self.fail_on is None or self.fail_on == "never":
            return False
        source = source_of(item.name, item.data, self.configured.of(item.name).encoding)
        findings = self.configured.new(item.name, self.configured.findings(item, source))
        return reaches(findings, self.fail_on)


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
    and the marks of tables, pictures and footnotes have become tables, pictures and footnotes."""
    return sum(
        item.reason not in ("metadata", "directive") and not item.reason.endswith("-mark")
        for item in document.removed
    )
