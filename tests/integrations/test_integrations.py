"""What CI systems and editors are given: valid by their own schemas, and doing what they say."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import converter
from converter.linter.rules._examples import draft
from tests.tools.places import ROOT

BIN = Path(sys.executable).parent
WRONG = draft(summary="一、2024年工作总结\n（一）供水。完成投资XX万元。\n（三）节水。全年达标。")


def run(*command: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    """A command, with what it prints as text."""
    return subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        encoding="utf-8",
        check=False,
        **options,
    )


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A folder with one draft that has faults and one that has none."""
    folder = tmp_path / "稿件 夹"
    folder.mkdir()
    (folder / "好稿.txt").write_text(draft(), "utf-8")
    (folder / "坏稿.txt").write_text(WRONG, "utf-8")
    return folder


def test_the_hooks_are_valid() -> None:
    result = run(BIN / "pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml")
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("hook", "code"), [("gongwen-lint", 0), ("gongwen-fix", 0), ("gongwen-validate", 0)]
)
def test_a_hook_does_what_it_says(hook: str, code: int, drafts: Path) -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (entry,) = (item["entry"].split() for item in hooks if item["id"] == hook)
    files = sorted(drafts.iterdir())
    result = run(BIN / entry[0], *entry[1:], *files, cwd=drafts)
    assert result.returncode == code, result.stderr
    (pattern,) = (item["files"] for item in hooks if item["id"] == hook)
    assert all(re.search(pattern, file.name) for file in files)
    fixed = "（二）节水" in (drafts / "坏稿.txt").read_text("utf-8")
    assert fixed == (hook == "gongwen-fix")


def test_a_hook_checks_word_files(tmp_path: Path) -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (hook,) = (item for item in hooks if item["id"] == "gongwen-check")
    (report,) = converter.parse(draft())
    data = converter.render(report, "docx")
    (tmp_path / "好稿.docx").write_bytes(data)
    assert re.search(hook["files"], "好稿.docx") and not re.search(hook["files"], "好稿.txt")
    result = run(BIN / "gongwen", *hook["entry"].split()[1:], "好稿.docx", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, ""), result.stdout


def test_the_action_is_valid() -> None:
    result = run(
        BIN / "check-jsonschema",
        "--builtin-schema",
        "vendor.github-actions",
        ROOT / "action.yml",
    )
    assert result.returncode == 0, result.stdout


def test_the_action_annotates_and_writes_reports(drafts: Path, tmp_path: Path) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    step = action["runs"]["steps"][-1]
    given = {"paths": f"{drafts}\n", "fail-on": "warning", "sarif": "out.sarif", "html": "out.html"}
    inputs = {name: given.get(name, item["default"]) for name, item in action["inputs"].items()}
    environment = dict(os.environ)
    for name, value in step["env"].items():
        match = re.fullmatch(r"\$\{\{ inputs\.(\S+) \}\}", value)
        if match:
            environment[name] = inputs[match[1]]
    environment |= {"GONGWEN": str(BIN / "gongwen"), "ACTION_PATH": str(ROOT)}
    result = run("bash", "-c", step["run"], env=environment, cwd=tmp_path)
    assert result.returncode == 1, result.stderr
    assert re.search(r"^::warning file=.*坏稿\.txt,line=6,", result.stdout, re.M)
    assert json.loads((tmp_path / "out.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (tmp_path / "out.html").read_text("utf-8").lower().startswith("<!doctype html>")


def test_the_gitlab_template_is_valid(tmp_path: Path) -> None:
    header, job = yaml.safe_load_all((ROOT / "integrations" / "gitlab-ci.yml").read_text("utf-8"))
    inputs = header["spec"]["inputs"]
    text = yaml.safe_dump(job, allow_unicode=True)
    used = set(re.findall(r"\$\[\[ inputs\.([a-z-]+) \]\]", text))
    assert used == set(inputs)
    for name, item in inputs.items():
        text = text.replace(f"$[[ inputs.{name} ]]", item["default"])
    (tmp_path / "job.yml").write_text(text, "utf-8")
    result = run(
        BIN / "check-jsonschema",
        "--builtin-schema",
        "vendor.gitlab-ci",
        "--data-transform",
        "gitlab-ci",
        tmp_path / "job.yml",
    )
    assert result.returncode == 0, result.stdout


def test_the_gitlab_job_runs(drafts: Path) -> None:
    header, job = yaml.safe_load_all((ROOT / "integrations" / "gitlab-ci.yml").read_text("utf-8"))
    path = {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    codes = []
    for line in job["gongwen"]["script"]:
        for name, item in header["spec"]["inputs"].items():
            line = line.replace(f"$[[ inputs.{name} ]]", item["default"])
        codes.append(run("bash", "-c", line, env=os.environ | path, cwd=drafts).returncode)
    assert codes == [0, 0, 0]
    (quality,) = job["gongwen"]["artifacts"]["reports"].values()
    assert json.loads((drafts / quality).read_text("utf-8"))
    assert (drafts / job["gongwen"]["artifacts"]["paths"][0]).is_file()


def test_the_problem_matcher_reads_the_report(drafts: Path) -> None:
    matcher = json.loads((ROOT / "integrations" / "problem-matcher.json").read_text("utf-8"))
    (pattern,) = matcher["problemMatcher"][0]["pattern"]
    result = run(BIN / "gongwen", "lint", "--lang", "en", drafts)
    found = [
        match for line in result.stdout.split("\n") if (match := re.match(pattern["regexp"], line))
    ]
    codes = {match[pattern["code"]]: match for match in found}
    assert {"H201", "R601"} <= set(codes)
    gap = codes["H201"]
    assert gap[pattern["file"]] == str(drafts / "坏稿.txt")
    assert (gap[pattern["line"]], gap[pattern["severity"]]) == ("6", "warning")


def test_the_image_copies_what_the_package_needs() -> None:
    """The list of what an image is built from names all that the build reads."""
    listed = {
        line.removeprefix("!")
        for line in (ROOT / ".dockerignore").read_text("utf-8").split()
        if line.startswith("!")
    }
    assert listed >= {"converter", "schemas", "setup.cfg", "pyproject.toml", "README.md", "LICENSE"}
    assert all((ROOT / name).exists() for name in listed)
