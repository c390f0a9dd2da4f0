"""The name of the machine that figures come from."""

from __future__ import annotations

import os
import platform
from pathlib import Path


def describe() -> dict[str, str]:
    """What tells one machine from another: processor, cores, memory, system, Python."""
    return {
        "处理器": _processor(),
        "核数": str(os.cpu_count() or 1),
        "内存": f"{_memory() / 2**30:.0f} GiB",
        "系统": f"{_system()}，{platform.system()} {platform.release()}，{platform.machine()}",
        "Python": f"{platform.python_implementation()} {platform.python_version()}",
    }


def _processor() -> str:
    """The model as the system names it."""
    if platform.system() == "Darwin":
        return os.popen("sysctl -n machdep.cpu.brand_string").read().strip()
    for line in _lines("/proc/cpuinfo"):
        key, _, value = line.partition(":")
        if key.strip() == "model name":
            return value.strip()
    return platform.processor() or platform.machine()


def _memory() -> int:
    """Bytes of it."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return platform.system()


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text("utf-8").splitlines()
    except OSError:
        return []
