"""Imports run one way: every module may import from layers below its own, never from above.

The layers, bottom first, are written in docs/architecture.md too; siblings of one layer do not
know each other.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tools.places import ROOT

PACKAGE = ROOT / "converter"
LAYERS = [
    {"bilingual", "numerals", "patterns", "record"},
    {"errors"},
    {"findings", "numbering"},
    {"model"},
    {"source", "profiles", "metadata"},
    {"layout", "office", "word"},
    {"readers", "schema", "linter"},
    {"composition"},
    {"writers"},
    {"output"},
    {"inputs", "linting", "configuration", "paging"},
    {"targets", "editor"},
    {"corpus"},
    {"api"},
    {"commands"},
    {"cli"},
]
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
MODULES = sorted(PACKAGE.rglob("*.py"))


def component(path: Path) -> str:
    """The top-level part of the package that a module belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """The parts of the package that a module imports from, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
            if node.module == "converter":
                names = [f"converter.{alias.name}" for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "converter" and len(parts) > 1:
                yield parts[1]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    own = component(path)
    if own in ("__init__", "__main__"):
        return
    assert own in RANK, f"{own} has no layer: add it to LAYERS and to docs/architecture.md"
    for other in imports(path):
        if other in ("__version__", own):
            continue
        assert RANK[other] < RANK[own], f"{path.relative_to(ROOT)} imports upward: {other}"


def test_every_layer_exists() -> None:
    there = {component(path) for path in MODULES} - {"__init__", "__main__"}
    assert there == set(RANK)


def test_architecture_page_names_every_part() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    missing = [name for name in RANK if f"`{name}" not in page]
    assert not missing
