"""What docs/profiles.md says and shows is what the program does."""

import re
from pathlib import Path

import pytest

from converter.inputs import parse
from converter.linter.ruleset import standard
from converter.linting import findings_in
from converter.profiles import Profile, load, names
from converter.profiles.checking import _ROLE, _TOP
from converter.profiles.choice import Choice
from tests.drafts import draft
from tests.tools.places import ROOT

PAGE = (ROOT / "docs" / "profiles.md").read_text("utf-8")
OWN, OPENNESS, INTERNAL = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
ROWS = re.findall(r"^\| `([a-z-]+)` (\S+?)(?:（.*?）)? \| (.+?) \| (.+?) \| (.*?) ?\|$", PAGE, re.M)
PARTS = {"总结": "summary", "存在问题": "problems", "计划": "plan"}


def own(text: str, folder: Path) -> Profile:
    """The profile of a file with that text."""
    (folder / "本单位.toml").write_text(text, "utf-8")
    return load(str(folder / "本单位.toml"))


def told(profile: Profile, text: str) -> dict[str, str]:
    """The rules that speak on a draft held against a profile, with their severities."""
    choice = Choice(profile)
    documents = parse("-", text.encode(), choice).documents
    return {f.name: str(f.severity) for f in findings_in(documents, choice, standard())}


def test_every_built_in_profile_is_in_the_table() -> None:
    assert sorted(row[0] for row in ROWS) == sorted(names())


@pytest.mark.parametrize(("name", "called", "title", "required", "recommended"), ROWS)
def test_the_table(name: str, called: str, title: str, required: str, recommended: str) -> None:
    profile = load(name)
    assert profile.name["zh"] == called
    assert Choice().for_title(title) is profile
    asked = [role.id for role in profile.asked if not role.required]
    assert [role.id for role in profile.required] == [PARTS[part] for part in required.split("、")]
    assert asked == [PARTS[part] for part in recommended.split("、") if part]


def test_every_key_is_explained() -> None:
    shown = set(re.findall(r"`(?:\[\[)?([a-z_]+)(?:\]\])?`", PAGE))
    assert shown >= {*_TOP, *_ROLE, "aliases"}


def test_own_profile(tmp_path: Path) -> None:
    profile = own(OWN, tmp_path)
    assert profile.id == "本单位"
    text = draft(title="云岭县水务局2024年工作总结及2025年工作计划")
    assert told(profile, text)["profile-part-missing"] == "warning"
    assert told(profile, text)["missing-date"] == "warning"
    safe = draft(more="四、安全工作情况\n全年没有发生事故。")
    assert "profile-part-missing" not in told(profile, safe)
    assert Choice(more=(profile,)).for_title("云岭县水务局2024年工作总结") is profile


def test_openness_of_ones_own(tmp_path: Path) -> None:
    profile = own(OPENNESS, tmp_path)
    text = (
        "2024年政务公开工作总结\n\n2024年，我局认真履职。\n一、工作情况\n（一）主动公开。12条。\n"
    )
    assert told(profile, text)["missing-problems"] == "error"
    assert "政民互动" in " ".join(topic.name["zh"] for topic in profile.topics)


def test_internal_report(tmp_path: Path) -> None:
    text = draft(problems="", plan="二、存在问题及下一步打算\n队伍力量不足，招录3人。")
    assert {"merged-section", "missing-date"} <= told(load(), text).keys()
    assert told(own(INTERNAL, tmp_path), text) == {}
