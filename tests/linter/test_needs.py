"""The index is current, and no rule needs more than it takes to find what it finds: where it
speaks, the report has what the rule says that it needs, or nobody would have asked it."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from converter.inputs import parse, source_of
from converter.linter import index, indexing
from converter.linter.registry import all_rules
from converter.linter.rule import Rule
from converter.linter.rules import _lacks
from converter.linter.rules._examples import draft
from converter.linter.rules.structure import _admissions
from converter.linter.subject import Subject
from converter.profiles import parse as parse_profile
from converter.profiles.choice import Choice
from tests.cases import read
from tests.linter.test_mutations import BASES, MUTATIONS, mutated
from tests.tools.places import CORPUS, FIXTURES, ROOT

RULES = all_rules()
CASES = sorted(path.stem for path in (FIXTURES / "lint").glob("*.case"))
DRAFTS = [
    *BASES,
    *sorted((FIXTURES / "reports").glob("*.txt")),
    FIXTURES / "compilation.txt",
    *sorted(CORPUS.glob("*/*.txt")),
]


def left_out(data: bytes, choice: Choice | None = None) -> set[tuple[str, int]]:
    """The rules that speak on a draft although it has not what they say they need, with the line
    where they do."""
    choice = choice or Choice()
    documents, source = parse("-", data, choice).documents, source_of("-", data)
    subjects = [Subject(each, choice.held(each), source, tuple(documents)) for each in documents]
    return {
        (rule.name, hit.node.line if hit.node else 1)
        for subject in subjects
        for rule in RULES
        for hit in rule.check(subject)
        if rule.needs and not subject.has(rule.needs)
    }


def test_index_is_current() -> None:
    """After a change of a rule: ``make generated``."""
    assert Path(index.__file__).read_text("utf-8") == indexing.text()


def test_index_knows_what_the_modules_say() -> None:
    for rule, (module, defined) in zip(RULES, indexing.defined(), strict=True):
        assert rule.module == module
        for name in ("code", "name", "severity", "default", "last", "needs", "options", "summary"):
            assert getattr(rule, name) == getattr(defined, name)


def test_needs_are_of_views() -> None:
    subject = Subject(parse("-", draft().encode(), Choice()).documents[0], Choice().of(""))
    for rule in RULES:
        for need in rule.needs if isinstance(rule.needs, tuple) else (rule.needs or {},):
            for view, words in need.items():
                assert getattr(subject, view).holds(words) in (True, False)
                assert words and all(words)


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.sample is None], ids=lambda rule: rule.name
)
def test_examples(rule: Rule) -> None:
    given = parse_profile(rule.example_profile, rule.name) if rule.example_profile else None
    assert left_out(rule.bad.encode(), Choice(given)) == set()
    assert left_out(rule.good.encode(), Choice(given)) == set()


@pytest.mark.parametrize("name", CASES)
def test_cases(name: str) -> None:
    """The texts of the cases wherever they may stand: the rules' own tests set each one where it
    belongs."""
    for place, given, _ in read(name, "lint"):
        text = given.replace("／", "\n").replace("～", "\t")
        for whole in (
            draft(summary=f"一、2024年工作总结\n{text}"),
            draft(lead=text, problems=f"二、存在问题\n{text}", plan=f"三、2025年工作计划\n{text}"),
            draft(title=text, more=text, signature=""),
            f"{text}\n\n{draft()}\n{draft(title='县林业局2024年工作总结')}",
        ):
            data = whole.encode("utf-8", "surrogatepass")
            assert (place, left_out(data)) == (place, set())


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_drafts(path: Path) -> None:
    assert left_out(path.read_bytes()) == set()


def texts() -> Iterator[str]:
    """Drafts, and the texts of all cases."""
    yield from (path.read_text("utf-8", "replace") for path in DRAFTS)
    yield from (given for name in CASES for _, given, _ in read(name, "lint"))


def test_what_is_lacking_begins_as_is_said() -> None:
    """The first look of the patterns for it passes nothing by."""
    words = re.compile(
        rf"(?![{_lacks.FIRST}])(?:{_lacks.NOUNS}|{_lacks.PREDICATES}|{_lacks.NEEDS})"
    )
    for text in texts():
        assert words.search(text) is None


def test_every_admission_has_its_sign() -> None:
    owned = 0
    for text in texts():
        for sentence in text.replace("。", "。\n").split("\n"):
            if _admissions.admission(sentence, facing=True):
                owned += 1
                assert any(sign in sentence for sign in _admissions.SIGNS), sentence
    assert owned > 20


def test_mutations() -> None:
    for item in MUTATIONS:
        assert (item["name"], left_out(mutated(item).encode())) == (item["name"], set())


def test_a_draft_in_order_imports_few_rules() -> None:
    program = (
        "import sys\n"
        "import converter\n"
        "converter.lint(*converter.parse(sys.argv[1]))\n"
        "import json\n"
        "print(json.dumps([name for name in sys.modules if '.rules.' in name]))"
    )
    imported = json.loads(
        subprocess.run(
            [sys.executable, "-c", program, draft()],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
        ).stdout
    )
    asked = {rule.module for rule in RULES if rule.module in imported}
    needless = {rule.module for rule in RULES if rule.default and not rule.needs}
    assert needless <= asked
    assert len(asked) < len({rule.module for rule in RULES})


def words(text: str) -> Iterator[frozenset[str]]:
    """The traits of each report in a text."""
    documents = parse("-", text.encode(), Choice()).documents
    for document in documents:
        yield Subject(document, Choice().held(document), None, documents).traits


@pytest.mark.parametrize(
    ("text", "trait", "there"),
    [
        (draft(), "untitled", False),
        (draft(title=""), "untitled", True),
        (draft(), "no-lead", False),
        (draft(lead=""), "no-lead", True),
        (draft(), "no-plan", False),
        (draft(plan=""), "no-plan", True),
        (draft(), "unsigned", False),
        (draft(signature=""), "unsigned", True),
        (draft(signature="县水务局"), "undated", True),
        (draft(problems="二、存在问题及下一步打算\n队伍力量不足。", plan=""), "merged", True),
        (draft(), "compiled", False),
        (f"{draft()}\n{draft()}", "compiled", True),
        (draft(), "contents", False),
    ],
)
def test_traits(text: str, trait: str, there: bool) -> None:
    assert all((trait in found) == there for found in words(text))
