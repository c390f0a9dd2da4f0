"""The profile that LibreOffice is started with: a folder of this process, with settings that keep
it from running, fetching or asking for anything."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

# What of the program's own settings matters, by path and name. Given in a file of the profile:
# older versions do not take them on the command line.
_OFFICE = "/org.openoffice.Office.Common"
_EXPORT = f"{_OFFICE}/Filter/PDF/Export"
_SECURITY = f"{_OFFICE}/Security/Scripting"
_PROXY = "/org.openoffice.Inet/Settings"
_SETTINGS = (
    (_EXPORT, "ExportBookmarks", "true"),
    (_EXPORT, "UseTaggedPDF", "true"),
    (_EXPORT, "UseLosslessCompression", "true"),
    (_EXPORT, "ReduceImageResolution", "false"),
    (_EXPORT, "EmbedStandardFonts", "true"),
    (_EXPORT, "ExportFormFields", "false"),
    # An empty page before an even one is a page, too.
    (_EXPORT, "IsSkipEmptyPages", "false"),
    ("/org.openoffice.Office.Java/VirtualMachine", "Enable", "false"),
    # Drafts come from anywhere. No macro runs, nothing embedded is started, no link is followed.
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "DisableActiveContent", "true"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    # What would still ask the network asks a proxy that is not there: port 9 of this machine.
    (_PROXY, "ooInetProxyType", "2"),
    *((_PROXY, f"ooInet{kind}ProxyName", "127.0.0.1") for kind in ("HTTP", "HTTPS", "FTP")),
    *((_PROXY, f"ooInet{kind}ProxyPort", "9") for kind in ("HTTP", "HTTPS", "FTP")),
    (_PROXY, "ooInetNoProxy", ""),
)
_ITEM = '<item oor:path="{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>\n'
_REGISTRY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
    + "".join(_ITEM.format(*setting) for setting in _SETTINGS)
    + "</oor:items>\n"
)


@cache
def folder() -> Path:
    """A folder for this process: the profile, kept from call to call, and what is being made. It
    goes with the process."""
    place = Path(tempfile.mkdtemp(prefix="gongwen-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    return place


def profile() -> Path:
    """The profile, made when it is not there."""
    place = _place()
    registry = place / "user" / "registrymodifications.xcu"
    if not registry.is_file():
        registry.parent.mkdir(parents=True, exist_ok=True)
        registry.write_text(_REGISTRY, "utf-8")
    return place


def forget_profile() -> None:
    """After a failure the profile may be the reason for the next one."""
    shutil.rmtree(_place(), ignore_errors=True)


def _place() -> Path:
    """Where it is. A forked process has its parent's folder, but two cannot share a profile."""
    return folder() / f"profile-{os.getpid()}"
