"""Profiles as files: what they take over, what they change, what they are told."""

import tomllib
from pathlib import Path

import pytest

import converter
from converter.errors import ProfileError
from converter.profiles import Profile, RoleSpec, load, names
from converter.profiles.checking import check
from converter.profiles.choice import Choice
from converter.profiles.source import FOLDER, text
from converter.profiles.titles import called_for
from tests.cases import cases


def profile(text: str, folder: Path, name: str = "case.toml") -> Profile:
    """The profile of a file with that text."""
    (folder / name).write_text(text, "utf-8")
    return load(str(folder / name))


def role(of: Profile, role_id: str) -> RoleSpec:
    """The part of that id, which the profile has."""
    found = of.role(role_id)
    assert found
    return found


# ---- what is told ---------------------------------------------------------


@pytest.mark.parametrize(("given", "told"), cases("faults", "profiles"))
def test_a_wrong_file_is_told_file_key_and_remedy(given: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(ProfileError) as raised:
        profile(given.replace(" ⏎ ", "\n"), tmp_path)
    line = raised.value.line()
    assert "\n" not in line and "\n" not in raised.value.line("en")
    start = str(tmp_path / "case.toml")
    assert line.startswith(start)
    assert line.removeprefix(start).lstrip(": ：").startswith(told)


def test_a_circle_of_files_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_text('extends = "c.toml"', "utf-8")
    (tmp_path / "c.toml").write_text('extends = "a.toml"', "utf-8")
    with pytest.raises(ProfileError, match="绕了一圈"):
        profile('extends = "b.toml"', tmp_path, "a.toml")


def test_the_way_to_a_fault_in_what_is_extended_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_text('extends = "plan"\nnmae = "计划"', "utf-8")
    with pytest.raises(
        ProfileError, match=r"a\.toml: extends: b\.toml: nmae：没有这个键；是不是 name"
    ):
        profile('extends = "b.toml"', tmp_path, "a.toml")


@pytest.mark.parametrize("name", ["opennes", "Openness", "公开"])
def test_an_unknown_name_is_told_what_there_is(name: str) -> None:
    with pytest.raises(ProfileError) as raised:
        load(name)
    line = raised.value.line()
    assert "没有这个报告类型" in line
    assert "openness" in line


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\x00" * 10, b"x" * 300_000])
def test_what_is_no_text_file_is_told(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(data)
    with pytest.raises(ProfileError):
        load(str(tmp_path / "a.toml"))


def test_a_file_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('extends = "plan"', "utf-8-sig")
    assert load(str(tmp_path / "a.toml")).extends == "plan"


# ---- what is taken over ---------------------------------------------------


def test_words_are_added_and_taken_out(tmp_path: Path) -> None:
    text = """
extends = "work-report"
continues = ["奋楫"]
[[roles]]
id = "summary"
terms = ["主要政绩", "总结"]
without = ["体会", "工作"]
"""
    own, base = profile(text, tmp_path), load()
    summary, before = role(own, "summary"), role(base, "summary")
    assert "体会" in before.terms and "工作" in before.weak
    assert summary.terms == (*(word for word in before.terms if word != "体会"), "主要政绩")
    assert "工作" not in summary.weak
    assert own.continues == (*base.continues, "奋楫")
    assert role(own, "plan") == role(base, "plan")


def test_a_part_is_added_behind_the_others_unless_the_order_is_said(tmp_path: Path) -> None:
    part = '[[roles]]\nid = "safety"\nname = "安全生产"\nrequired = true\nterms = ["安全生产"]\n'
    own = profile(f'extends = "work-report"\n{part}', tmp_path)
    assert own.order == ("summary", "problems", "plan", "safety")
    first = profile(
        f'extends = "work-report"\norder = ["safety", "summary"]\n{part}', tmp_path, "b"
    )
    assert [each.id for each in first.required] == ["safety", "summary", "problems", "plan"]


def test_what_a_part_needs_is_said_anew(tmp_path: Path) -> None:
    text = 'extends = "openness"\n[[roles]]\nid = "problems"\nrequired = true\n'
    own = profile(text, tmp_path)
    assert [each.id for each in own.required] == ["summary", "problems"]
    assert [each.id for each in own.asked] == ["summary", "problems", "plan"]
    text = 'extends = "work-report"\n[[roles]]\nid = "plan"\nrequired = false\n'
    assert not role(profile(text, tmp_path, "b"), "plan").asked


def test_names_titles_and_topics(tmp_path: Path) -> None:
    text = """
extends = "openness"
[severity]
missing-date = "warning"
[[topics]]
id = "platform"
aliases = ["政务服务窗口"]
[[topics]]
id = "reply"
name = "回应关切"
terms = ["回应"]
"""
    own, base = profile(text, tmp_path, "本单位.toml"), load("openness")
    assert (own.id, own.extends, own.name, own.examples) == ("本单位", "openness", base.name, ())
    assert own.titles == base.titles
    assert [topic.id for topic in own.topics] == [*(topic.id for topic in base.topics), "reply"]
    assert own.topics[3].aliases == (*base.topics[3].aliases, "政务服务窗口")
    assert [(mark.rule, mark.severity) for mark in own.marks] == [("missing-date", "warning")]
    assert Choice(more=(own,)).for_title("禾湾区2024年政务公开工作总结") is own
    assert Choice(more=(own,)).of("本单位") is own
    assert Choice(more=(own,)).for_title("禾湾区2024年工作总结").id == "summary"


def test_a_file_extends_a_file_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "类型"
    folder.mkdir()
    (folder / "全市.toml").write_text('extends = "plan"\nname = "全市计划"', "utf-8")
    own = profile('extends = "类型/全市.toml"', tmp_path)
    assert own.name == {"zh": "全市计划"}
    assert own.unnamed == "plan"


def test_the_title_promises_whatever_a_file_asks_for(tmp_path: Path) -> None:
    text = 'extends = "summary"\n[[roles]]\nid = "problems"\nrequired = false\n'
    own = profile(text, tmp_path)
    (document,) = converter.parse(
        "云岭县水务局2024年工作总结及2025年工作计划\n\n供水平稳。\n一、工作总结\n完成供水。\n",
        profile=str(tmp_path / "case.toml"),
    )
    held = Choice(own).held(document)
    assert [each.id for each in held.required] == ["summary", "problems", "plan"]
    assert held is Choice(own).held(document)


# ---- the built-in ones ----------------------------------------------------


def test_module_is_current() -> None:
    assert (FOLDER / "built_in.py").read_text("utf-8") == text(), "run: make generated"


def test_every_file_beside_the_code_is_listed_and_right() -> None:
    files = {path.stem for path in FOLDER.glob("*.toml")} - {"titles"}
    assert files == set(names())
    for name in names():
        data = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
        check(data, name)
        assert load(name).id == name
        assert data.get("extends") is None if name == "work-report" else data["extends"] in names()
        assert load(name).name.keys() == load(name).description.keys() == {"zh", "en"}


@pytest.mark.parametrize("name", names())
def test_examples_call_for_their_profile(name: str) -> None:
    assert load(name).examples
    for title in load(name).examples:
        assert Choice().for_title(title).id == name


def test_nothing_is_called_for_by_nothing() -> None:
    assert called_for("", frozenset()) == "work-report"
