"""The named peers and gongwen itself, installed in a folder of their own (``.bench/``).

gongwen is built from the checkout and installed as users have it: not editable, byte-compiled.
Every package has a range of versions. What cannot be installed is a tool that says why it is
missing; without gongwen there is nothing to measure.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PEERS = ROOT / "benchmarks" / "peers"
FOLDER = ROOT / ".bench"
PANDOC = "pypandoc_binary>=1.15,<2"
PYTHON_DOCX = "python-docx>=1.2,<2"
NPM_DOCX = "docx@>=9.0 <10"
_BUILT_FROM = ("pyproject.toml", "setup.cfg", "README.md", "LICENSE", "converter", "schemas")


class NotInstalled(Exception):
    """A package could not be installed; the message is the installer's last line."""


@dataclass(frozen=True)
class Tool:
    """A program to measure: the words that call it, or why there is none."""

    name: str
    version: str = ""
    command: tuple[str, ...] = ()
    missing: str = ""


@dataclass(frozen=True)
class Tools:
    """All that is measured."""

    gongwen: Tool
    python: Tool
    pandoc: Tool
    pandoc_loop: Tool
    python_docx: Tool
    npm_docx: Tool
    office: Tool

    def all(self) -> tuple[Tool, ...]:
        """Each of them."""
        return tuple(vars(self).values())

    def named(self) -> tuple[Tool, ...]:
        """Each once, without Python, which belongs to the machine."""
        return tuple(tool for tool in self.all() if tool not in (self.python, self.pandoc_loop))


def prepare(python: str = sys.executable) -> Tools:
    """Installs everything for ``python``, that of the environment. Raises NotInstalled when gongwen
    itself cannot be installed."""
    _install_gongwen(python)
    own = Path(python).parent
    pandoc = _pandoc(python)
    return Tools(
        gongwen=Tool("gongwen", _version(python, "gongwen"), (str(own / "gongwen"),)),
        python=Tool("Python", sys.version.split()[0], (python,)),
        pandoc=pandoc,
        pandoc_loop=_loop(pandoc),
        python_docx=_python_docx(python),
        npm_docx=_npm_docx(),
        office=office(FOLDER / "office"),
    )


def _run(*command: str, cwd: Path | None = None) -> str:
    """What a command prints. Raises NotInstalled."""
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=cwd, check=False)
    except OSError as error:
        raise NotInstalled(error.strerror or str(error)) from error
    if done.returncode:
        lines = (done.stderr or done.stdout).strip().splitlines()
        raise NotInstalled(lines[-1].replace(f"{ROOT}/", "") if lines else "failed")
    return done.stdout.strip()


def _pip(python: str, *arguments: str) -> None:
    _run(python, "-m", "pip", "--disable-pip-version-check", *arguments)


def _install_gongwen(python: str) -> None:
    """Built from a copy of the sources: a build leaves files where it runs, and finds old ones."""
    copy = FOLDER / "source"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir(parents=True)
    for name in _BUILT_FROM:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.is_file():
            shutil.copy(source, copy / name)
    _pip(python, "uninstall", "-q", "-y", "gongwen")
    _pip(python, "install", "-q", "--compile", str(copy))


def _version(python: str, package: str) -> str:
    code = "import importlib.metadata as m, sys; print(m.version(sys.argv[1]))"
    return _run(python, "-c", code, package)


def _pandoc(python: str) -> Tool:
    try:
        _pip(python, "install", "-q", PANDOC)
        code = "import pypandoc; print(pypandoc.get_pandoc_path())"
        path = _run(python, "-c", code)
        return Tool("pandoc", _run(path, "--version").split()[1], (path,))
    except NotInstalled as error:
        return Tool("pandoc", missing=str(error))


def _loop(pandoc: Tool) -> Tool:
    """pandoc's Lua interpreter with the script that loops over files."""
    name = "pandoc（一个进程，Lua 循环）"
    if pandoc.missing:
        return Tool(name, missing=pandoc.missing)
    return Tool(name, pandoc.version, (*pandoc.command, "lua", str(PEERS / "loop.lua")))


def _python_docx(python: str) -> Tool:
    name = "python-docx 脚本"
    try:
        _pip(python, "install", "-q", PYTHON_DOCX)
        version = _version(python, "python-docx")
    except NotInstalled as error:
        return Tool(name, missing=str(error))
    return Tool(name, version, (python, str(PEERS / "plain_docx.py")))


def _npm_docx() -> Tool:
    """The script stands beside node_modules, where node looks for the package."""
    name, folder = "npm docx 脚本", FOLDER / "node"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        _run(
            *("npm", "install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"),
            *("--prefix", str(folder), NPM_DOCX),
        )
        script = shutil.copy(PEERS / "plain_docx.mjs", folder)
        about = json.loads((folder / "node_modules" / "docx" / "package.json").read_text("utf-8"))
        version = f"{about['version']}（node {_run('node', '--version').removeprefix('v')}）"
    except NotInstalled as error:
        return Tool(name, missing=f"npm：{error}")
    return Tool(name, version, (shutil.which("node") or "node", str(script)))


def office(profile: Path) -> Tool:
    """LibreOffice where it is there, with its settings in a folder of their own."""
    path = os.environ.get("GONGWEN_SOFFICE") or shutil.which("soffice")
    if not path:
        return Tool("LibreOffice", missing="没有安装")
    try:
        version = _run(path, "--version").split()[1]
    except NotInstalled as error:
        return Tool("LibreOffice", missing=str(error))
    words = (path, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore")
    return Tool("LibreOffice", version, words)
