"""What a result needs to be understood: machine, versions, date."""

import os
import platform
import time
from pathlib import Path

from .setup import ROOT, output


def processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def memory() -> str:
    try:
        pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        return f"{pages / 2**30:.0f} GiB"
    except (ValueError, OSError):
        return "unknown"


def system() -> str:
    try:
        for line in Path("/etc/os-release").read_text().splitlines():
            if line.startswith("PRETTY_NAME="):
                return line.split("=", 1)[1].strip('"')
    except OSError:
        pass
    return platform.platform()


def date() -> str:
    """As the environment says (BENCH_DATE), else today."""
    return os.environ.get("BENCH_DATE") or time.strftime("%Y-%m-%d", time.gmtime())


def commit() -> str:
    try:
        name = output("git", "-C", ROOT, "rev-parse", "--short", "HEAD")
        changed = output("git", "-C", ROOT, "status", "--porcelain", "--untracked-files=no")
        return name + (" with changes" if changed else "")
    except Exception:  # noqa: BLE001 - an archive without history is all right
        return "unknown"


def swift() -> str:
    return output("swift", "--version").splitlines()[0]
