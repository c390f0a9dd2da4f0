"""What is shipped: every package, every data file, at the place the code looks for it."""

import configparser
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.tools.places import FIXTURES, ROOT

DATA_SUFFIXES = {".css", ".js", ".json", ".toml"}


def python_packages() -> set[str]:
    """Every package below converter/, dotted."""
    inits = (ROOT / "converter").rglob("__init__.py")
    return {".".join(path.parent.relative_to(ROOT).parts) for path in inits}


def shipped_files() -> set[str]:
    """Every module and data file of the project, by its place in the wheel."""
    code = {p.relative_to(ROOT) for p in (ROOT / "converter").rglob("*") if is_shipped(p)}
    schemas = {
        Path("converter") / p.relative_to(ROOT)
        for p in (ROOT / "schemas").rglob("*")
        if is_shipped(p)
    }
    return {path.as_posix() for path in code | schemas}


def is_shipped(path: Path) -> bool:
    return path.suffix in {".py", *DATA_SUFFIXES} or path.name == "py.typed"


def test_setup_cfg_lists_every_package() -> None:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    listed = config["options"]["packages"].split()
    assert listed == sorted(python_packages() | {"converter.schemas"})


def test_every_folder_with_code_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "converter").rglob("*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").is_file()] == []


@pytest.fixture(scope="module", params=["checkout", "sdist"])
def wheel(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built straight from the checkout, and one by way of a source distribution."""
    work = tmp_path_factory.mktemp("wheel")
    # From a copy: a build leaves build/ and egg-info where it runs.
    copy_sources(work / "copy")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(work)]
    only_wheel = ["--wheel"] if request.param == "checkout" else []
    done = subprocess.run(
        [*build, *only_wheel, str(work / "copy")],
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    (built,) = work.glob("*.whl")
    return built


def test_wheel_ships_every_file(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == shipped_files()


def test_wheel_works_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    schema = run_installed(tmp_path, "schema")
    assert json.loads(schema)["$schema"].endswith("2020-12/schema")
    draft = FIXTURES / "reports" / "complete.txt"
    run_installed(tmp_path, "convert", str(draft), "-o", "complete.docx")
    assert zipfile.is_zipfile(tmp_path / "complete.docx")


def run_installed(place: Path, *arguments: str) -> str:
    """What the package unpacked in `place` prints; its folder comes first on the path."""
    command = [sys.executable, "-m", "converter", *arguments]
    done = subprocess.run(
        command, cwd=place, capture_output=True, encoding="utf-8", timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def copy_sources(target: Path) -> None:
    """Copies what a build reads."""
    target.mkdir()
    for name in ("pyproject.toml", "setup.cfg", "README.md", "LICENSE"):
        if (ROOT / name).is_file():
            (target / name).write_bytes((ROOT / name).read_bytes())
    for folder in ("converter", "schemas"):
        for path in (ROOT / folder).rglob("*"):
            if is_shipped(path):
                place = target / path.relative_to(ROOT)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(path.read_bytes())
