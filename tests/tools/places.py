"""Where things lie in the checkout."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "fixtures"
CORPUS = ROOT.parent / "shared" / "corpus"
CACHE = ROOT / ".tools"
FONT_DIR = CACHE / "fonts"
NODE_DIR = CACHE / "node"
