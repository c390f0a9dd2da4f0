"""Microsoft's Open XML SDK as a judge of a DOCX."""

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.tools.places import NODE_DIR

# The npm wrapper: the binary behind it exits 0 on invalid files.
COMMAND = NODE_DIR / "node_modules" / ".bin" / "ooxml-validator"


class SdkError(Exception):
    """The validator itself failed."""


def sdk_present() -> bool:
    """True when the validator is installed."""
    return COMMAND.is_file()


def sdk_findings(path: Path) -> list[dict[str, Any]]:
    """What the SDK finds wrong in the file; empty for a valid one."""
    done = subprocess.run(
        [str(COMMAND), str(path), "--officeVersion", "Microsoft365"],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    if done.returncode not in (0, 1):
        raise SdkError(done.stderr.strip() or done.stdout.strip())
    answer = json.loads(done.stdout)
    findings: list[dict[str, Any]] = answer["errors"]
    if bool(findings) != (done.returncode == 1):
        raise SdkError(f"exit code {done.returncode} with {len(findings)} findings: {done.stdout}")
    return findings
