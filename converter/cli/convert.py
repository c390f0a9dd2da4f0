"""``gongwen convert``: drafts in, documents out."""

from __future__ import annotations

import click

from converter.bilingual import Lang
from converter.cli.help import Command
from converter.cli.lang import lang_option
from converter.cli.options import fail_on_choice, inputs_argument, output_option, reading_options
from converter.cli.progress import counted, say
from converter.errors import ConverterError
from converter.findings import Finding
from converter.inputs import Input, read_all
from converter.model.nodes import Document
from converter.profiles import Profile, load
from converter.targets import Target, choose_target
from converter.writers import FORMATS


@click.command("convert", cls=Command)
@inputs_argument
@output_option("输出文件或文件夹；“-”为标准输出。几份报告时是文件夹，每份一个文件。")
@click.option(
    "--to",
    "format_name",
    type=click.Choice(list(FORMATS)),
    help="输出格式；默认看输出文件的后缀，否则 docx。",
)
@click.option("--fail-on", type=fail_on_choice, help="有这一级以上的问题时，退出码为 1。")
@click.option("-q", "--quiet", is_flag=True, help="不报告各份的情况。")
@reading_options
@lang_option
def command(
    inputs: tuple[str, ...],
    output: str | None,
    format_name: str | None,
    fail_on: str | None,
    quiet: bool,
    profile: str,
    encoding: str | None,
    max_size: int,
    lang: Lang,
) -> int:
    """把文字稿（或 gongwen 的 JSON）转换成 Word 文档等格式。

    输入可以是文件、文件夹或“-”（标准输入）。汇编会自动拆开，目录、广告不写入结果，但会记录在案。

    \b
    例：
      gongwen convert 汇编.txt -o out/
      gongwen convert 稿.txt -o 稿.docx
      gongwen convert 稿.txt --to json -o -
      gongwen convert 稿件夹/ --to jsonl -o 全部.jsonl
    """
    kind = load(profile)
    target = choose_target(inputs, output, format_name)
    job = _Job(target, kind, lang, quiet, fail_on)
    for item in counted(read_all(inputs, kind, encoding, max_size), "正在转换第"):
        job.take(item)
    return job.finish()


class _Job:
    """One call of ``convert``: what was read, what was written, what went wrong."""

    def __init__(
        self, target: Target, profile: Profile, lang: Lang, quiet: bool, fail_on: str | None
    ) -> None:
        self.target, self.profile, self.lang = target, profile, lang
        self.quiet, self.fail_on = quiet, fail_on
        self.failed = self.flagged = False
        self.held: list[Input] = []

    def take(self, item: Input | ConverterError) -> None:
        """Takes an input; whether there will be one report or several is known at the end only
        for a target that is not yet known to be a folder or a stream."""
        if isinstance(item, ConverterError):
            self.failed = True
            say(f"gongwen: {item.line(self.lang)}")
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

    def _write_held(self) -> None:
        held, self.held = self.held, []
        for item in held:
            self._write(item)

    def _write(self, item: Input) -> None:
        for document in item.documents:
            where = self.target.put(document, item.name)
            self.flagged |= self._reaches_threshold(document)
            if not self.quiet:
                say(_account(document, item.name, where, self.profile, self.lang))

    def _reaches_threshold(self, document: Document) -> bool:
        if self.fail_on is None or self.fail_on == "never":
            return False
        from converter.findings import Severity
        from converter.linter.engine import check
        from converter.linter.registry import all_rules

        findings: list[Finding] = check(document, self.profile, all_rules(), lang=self.lang)
        limit = Severity(self.fail_on).rank
        return any(finding.severity.rank <= limit for finding in findings)


def _account(document: Document, name: str, where: str, profile: Profile, lang: Lang) -> str:
    """One line on a report: where it went, which parts it lacks, what was left out of it."""
    roles = {role for section in document.sections for role in section.roles}
    missing = [role.name.get(lang, role.id) for role in profile.required if role.id not in roles]
    title = (
        document.title.text if document.title else ("（无标题）" if lang == "zh" else "(untitled)")
    )
    if lang == "en":
        parts = [f"{title} -> {where}", f"missing: {', '.join(missing)}" if missing else "complete"]
        parts += [f"removed: {len(document.removed)}"] if document.removed else []
        parts += [f"encoding: {document.encoding}"] if document.encoding else []
        return "; ".join(parts)
    parts = [f"{title} → {where}", f"缺少：{'、'.join(missing)}" if missing else "三部分齐全"]
    if len(profile.required) != 3 and not missing:
        parts[1] = "各部分齐全"
    parts += [f"删去残留 {len(document.removed)} 处"] if document.removed else []
    parts += [f"编码 {document.encoding}"] if document.encoding else []
    return "；".join(parts)
