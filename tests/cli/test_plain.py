"""Plain command lines are read without click, and exactly as click reads them."""

import os
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

import click
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from converter.cli import group, source
from converter.cli.known import COMMANDS
from converter.cli.plain import COMPLETION_VARIABLE, LANG_VARIABLE, read

FOLDER = Path(source.__file__).parent
OPTIONS = sorted({option for _, _, options in COMMANDS.values() for option in options})
CHOICES = sorted(
    {
        str(value)
        for _, _, options in COMMANDS.values()
        for _, _, allowed in options.values()
        for value in (allowed if isinstance(allowed, tuple) else ())
    }
)
TEXTS = st.text(max_size=6) | st.sampled_from(
    [
        "",
        "-",
        "--",
        "---",
        "=",
        "稿.txt",
        "a b",
        "-稿",
        "--=",
        "-o",
        "--to",
        "\udce4",
        "键=值",
        "a,b",
    ]
)
NUMBERS = st.sampled_from(["1", "64", "0", "-1", "007", "+5", " 5", "5 ", "1_0", "５", "²", "1e3"])
NUMBERS |= st.integers(-10, 10**20).map(str) | st.just("9" * 5000)
VALUES = TEXTS | NUMBERS | st.sampled_from(CHOICES) | st.sampled_from(OPTIONS)
ARGUMENTS = st.sampled_from(["稿.txt", "-", "", "b.txt"]) | TEXTS
KNOWN = st.sampled_from(OPTIONS)
WRONG = st.sampled_from(
    [
        "--help",
        "--version",
        "--formt",
        "--out",
        "-x",
        "-qo",
        "-qq",
        "-q-",
        "-h",
        "--fix=",
        "--fix=1",
    ]
)


@st.composite
def _right(draw: st.DrawFn, options: dict[str, Any]) -> list[str]:
    """One option as it should be, in one of its forms."""
    name = draw(st.sampled_from(sorted(options)))
    _, kind, allowed = options[name]
    if kind == "flag":
        return [name]
    if isinstance(allowed, tuple):
        value = draw(st.sampled_from(allowed))
    else:
        value = draw(st.sampled_from(["1", "64", "007"]) if isinstance(allowed, range) else TEXTS)
    long = name.startswith("--")
    joined = [f"{name}={value}"] if long else [f"{name}{value}"]
    return draw(st.sampled_from([[name, value], joined]))


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    """A command line: right options and arguments, and in half of them something of any kind."""
    command = draw(st.sampled_from(sorted(COMMANDS)))
    _, several, options = COMMANDS[command]
    pieces = draw(st.lists(_right(options), max_size=4))
    for _ in range(draw(st.integers(0, 3)) if several else 1):
        pieces.insert(draw(st.integers(0, len(pieces))), [draw(ARGUMENTS)])
    if draw(st.booleans()):
        joined = st.builds("{}={}".format, KNOWN, VALUES) | st.builds("{}{}".format, KNOWN, VALUES)
        wild = st.lists(KNOWN | VALUES | WRONG | joined, min_size=1, max_size=2)
        pieces.insert(draw(st.integers(0, len(pieces))), draw(wild))
    return [command, *(arg for piece in pieces for arg in piece)]


ENVIRONMENTS = st.sampled_from(["", "zh", "en"]) | st.sampled_from([None, None, "fr", "EN"])


def by_click(args: list[str]) -> Any:
    """The Options that click makes of a line; None where it complains, or shows its help."""
    taken: list[Any] = []
    module = import_module(f"converter.cli.{args[0]}")
    with patch.object(module, "run", lambda options: taken.append(options) or 0):
        try:
            group.cli.main(args=args, prog_name="gongwen", standalone_mode=False)
        except (click.ClickException, click.exceptions.Exit):
            return None
    return taken[0] if taken else None


def without_click(args: list[str]) -> Any:
    """The Options that the plain reader makes of a line; None where it leaves it to click."""
    plain = read(args, os.environ)
    if plain is None:
        return None
    name, options = plain
    return import_module(f"converter.commands.{name}").Options(**options)


@pytest.fixture(scope="module", autouse=True)
def silence() -> Any:
    """Of the help, which some of the lines ask for."""
    with patch.object(click, "echo", lambda *_, **__: None):
        yield


@settings(max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lines(), ENVIRONMENTS)
def test_read_as_click_reads(args: list[str], lang: str | None) -> None:
    with patch.dict(os.environ):
        os.environ.pop(LANG_VARIABLE, None)
        if lang is not None:
            os.environ[LANG_VARIABLE] = lang
        found = without_click(args)
        if found is not None:
            assert found == by_click(args)


PLAIN = [
    ["convert", "稿.txt"],
    ["convert", "-", "-o", "-", "--to", "json"],
    ["convert", "a.txt", "-oout", "b.txt", "--to=docx", "-q", "c.txt"],
    ["convert", "-o", "-", "--", "-稿.txt", "--to", "--"],
    [
        "convert",
        "x",
        "--set",
        "密级=机密",
        "--set=密级=秘密",
        "--meta",
        "b",
        "--meta=",
        "--set",
        "",
    ],
    ["convert", "x", "--layout", "--to", "--pictures=", "-o=x", "-o", "--"],
    ["convert", "x", "--to", "json", "--to", "txt", "--output", "a", "-o", "b", "--quiet", "-q"],
    ["lint", "x", "", "-", "--max-size", "007", "--lang", "en", "--no-config", "--isolated"],
    ["lint", "x", "--select=S,H2", "--ignore", "-S", "--select", "H", "--fail-on", "never"],
    ["validate", "--format=json", "x", "--max-size=64", "--lang=en"],
    ["split", "汇编.txt", "-o", "各篇/"],
    ["split", "--", "-汇编.txt"],
    ["split", "a", "b", "-o", "out", "--jobs", "2", "--prune"],
]


@pytest.mark.parametrize("args", PLAIN, ids=" ".join)
def test_plain(args: list[str]) -> None:
    found = without_click(args)
    assert found is not None
    assert found == by_click(args)


@pytest.mark.parametrize("lang", ["", "zh", "en"])
def test_language_of_the_environment(monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    monkeypatch.setenv(LANG_VARIABLE, lang)
    for args, told in ((["lint", "x"], lang or "zh"), (["lint", "x", "--lang=zh"], "zh")):
        found = without_click(args)
        assert found.lang == told
        assert found == by_click(args)


NOT_PLAIN = [
    [],
    ["--lang", "en", "lint", "x"],
    ["--version"],
    ["rules"],
    ["frobnicate", "x"],
    ["lint"],
    ["lint", "--"],
    ["lint", "x", "--help"],
    ["lint", "--forma", "json", "x"],
    ["lint", "x", "--format", "JSON"],
    ["lint", "x", "--format="],
    ["lint", "x", "--select"],
    ["lint", "x", "--fix=1"],
    ["lint", "x", "--fix="],
    ["lint", "x", "--max-size", "0"],
    ["lint", "x", "--max-size", "64.5"],
    ["lint", "x", "--max-size="],
    ["lint", "x", "-x"],
    ["convert", "x", "-qo", "out"],
    ["convert", "x", "-q-"],
    ["convert", "x", "-o"],
    ["split", "-o", "out"],
]


@pytest.mark.parametrize("args", NOT_PLAIN, ids=" ".join)
def test_left_to_click(args: list[str]) -> None:
    assert read(args, {}) is None


@pytest.mark.parametrize(
    "environ", [{LANG_VARIABLE: "fr"}, {COMPLETION_VARIABLE: "bash_complete"}], ids=str
)
def test_environment_that_is_left_to_click(environ: dict[str, str]) -> None:
    assert read(["lint", "x"], {}) is not None
    assert read(["lint", "x"], environ) is None


def test_table_is_current() -> None:
    assert (FOLDER / "known.py").read_text("utf-8") == source.text(), "run: make generated"


@pytest.mark.parametrize("name", source.PLAIN)
def test_every_option_is_known(name: str) -> None:
    command: click.Command = import_module(f"converter.cli.{name}").command
    declared = {option for each in command.params for option in each.opts if option[0] == "-"}
    assert set(COMMANDS[name][2]) == declared


ODD = [
    click.Option(["--pair"], nargs=2),
    click.Option(["--count"], count=True),
    click.Option(["--on/--off"]),
    click.Option(["--off"], "on", flag_value=False),
    click.Option(["--kind"], is_flag=True, flag_value="kind"),
    click.Option(["--ask"], prompt=True),
    click.Option(["--maybe"], is_flag=False, flag_value="yes"),
    click.Option(["--there"], type=click.Path(exists=True)),
    click.Option(["--share"], type=click.FloatRange(0, 1)),
    click.Option(["--clamped"], type=click.IntRange(1, 3, clamp=True)),
    click.Option(["--word"], type=click.Choice(["a"], case_sensitive=False)),
    click.Option(["--home"], envvar="HOME"),
    click.Option(["--early"], is_eager=True),
    click.Option(["--called"], callback=lambda *_: 1),
    click.Option(["-long"]),
]


@pytest.mark.parametrize("option", ODD, ids=lambda option: option.opts[0])
def test_option_that_needs_click(option: click.Option) -> None:
    assert source.plain_option(option) is None
