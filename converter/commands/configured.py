"""What the options of a command and the configuration files say together."""

from __future__ import annotations

from converter.bilingual import Text
from converter.configuration import Configuration, Finder, command_line
from converter.errors import InputError, UsageError
from converter.inputs import expand
from converter.readers import READERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.bilingual import Lang
    from converter.findings import Finding
    from converter.inputs import Input
    from converter.linter.baseline import Baseline
    from converter.profiles.choice import Choice
    from converter.source.text import SourceText


FORM = "F"
"""The letter of the rules about the look of Word files."""


class Configured:
    """The configuration of each input of a command, options counting more; ``asked`` are the
    letters of the groups of rules that the command asks for. Raises UsageError for options that do
    not go together, or name a rule or severity that there is not."""

    def __init__(
        self,
        config: str | None,
        isolated: bool,
        *,
        profile: str | None = None,
        encoding: str | None = None,
        fail_on: str | None = None,
        baseline: str | None = None,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        severity: Iterable[str] = (),
        asked: str = "",
    ) -> None:
        above = command_line(
            profile=profile,
            encoding=encoding,
            fail_on=fail_on,
            baseline=baseline,
            select=_rules(select),
            ignore=_rules(ignore),
            severity=_severities(severity),
        )
        self._finder = Finder(config, isolated=isolated, above=above, asked=asked)
        self._baselines: dict[str, Baseline] = {}

    def of(self, name: str) -> Configuration:
        """What is in force for an input. Raises ConfigurationError."""
        return self._finder.of(name)

    def inputs(self, names: Iterable[str], suffixes: Iterable[str] = READERS) -> Iterator[str]:
        """The inputs that the names on the command line stand for, of folders those with one of
        the suffixes, less what their configuration excludes. Raises InputError for a folder that
        holds no others."""
        for given in names:
            empty = True
            for name in expand([given], suffixes):
                if name == given or not self._finder.excludes(name):
                    empty = False
                    yield name
            if empty:
                raise InputError(
                    Text("文件夹里的稿件都被配置的 exclude 略过", "all drafts in it are excluded"),
                    given,
                    Text("要检查哪一份就写明它", "name the draft to be read"),
                )

    def reading(self, name: str) -> tuple[Choice, str | None]:
        """How the profile is chosen for an input, and its encoding."""
        configuration = self.of(name)
        return configuration.choice, configuration.encoding

    def findings(self, item: Input, source: SourceText | None, lang: Lang = "zh") -> list[Finding]:
        """The findings in an input, those that a baseline knows among them."""
        return [found for group in self.by_report(item, source, lang) for found in group]

    def by_report(
        self, item: Input, source: SourceText | None, lang: Lang = "zh"
    ) -> list[list[Finding]]:
        """The same, for each report of the input."""
        from converter.linting import findings_by_report

        configuration = self.of(item.name)
        choice, ruleset = configuration.choice, configuration.ruleset
        return findings_by_report(item.documents, choice, ruleset, item.name, lang, source)

    def new(self, name: str, findings: list[Finding]) -> list[Finding]:
        """The findings in an input that its baseline does not know."""
        configuration = self.of(name)
        path = configuration.baseline
        if path is None:
            return findings
        if path not in self._baselines:
            from converter.linter.baseline import read

            self._baselines[path] = read(path)
        codes = [rule.code for rule in configuration.ruleset.rules]
        return self._baselines[path].new(name, findings, codes)

    def stale(self) -> list[tuple[str, int]]:
        """The baselines that were asked, each with how many known findings there are no longer."""
        return [(path, baseline.stale()) for path, baseline in self._baselines.items()]


def reaches(severities: Iterable[str], fail_on: str) -> bool:
    """Whether one of the severities is as grave as a threshold, or graver."""
    if fail_on == "never":
        return False
    from converter.findings import Severity

    limit = Severity(fail_on).rank
    return any(Severity(severity).rank <= limit for severity in severities)


def asks_for_form(select: Iterable[str]) -> bool:
    """Whether a selection names rules about the look of Word files, which ``lint`` does not hold
    against anything. Raises UsageError for a name of no rule."""
    names = _rules(select)
    if not names:
        return False
    from converter.linter.registry import find

    return any(all(rule.code[0] == FORM for rule in find(name)) for name in names)


def _rules(values: Iterable[str]) -> tuple[str, ...]:
    """The names in some options, apart by commas."""
    names = tuple(name.strip() for value in values for name in value.split(",") if name.strip())
    if names:
        from converter.linter.registry import find

        for name in names:
            find(name)
    return names


def _severities(values: Iterable[str]) -> dict[str, str]:
    levels = ("error", "warning", "info", "off")
    found = {}
    for value in values:
        for part in value.split(","):
            name, _, level = part.partition("=")
            if level.strip() not in levels or not name.strip():
                raise UsageError(
                    Text(f"不能是 {part}", f"cannot be {part}"),
                    "--severity",
                    Text(
                        f"应为 规则=级别，级别是 {'、'.join(levels)} 之一", "it must be RULE=LEVEL"
                    ),
                )
            (name,) = _rules([name])
            found[name] = level.strip()
    return found
