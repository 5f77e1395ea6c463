"""Builds the programs, installs the peers and makes the graphs, all below one working folder."""

import os
import platform
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
ROOT = HERE.parent
WORK = HERE / ".work"

# As `make` builds the program that people use: for the processor at hand.
NATIVE = "-Xcc -march=native" if platform.machine() == "x86_64" else ""

# Versions that were looked at; other versions of the peers may define a measure differently.
REQUIREMENTS = ["igraph==1.0.0", "networkit==11.3", "rustworkx==0.18.1"]


def run(*words, **options):
    return subprocess.run([str(w) for w in words], check=True, **options)


def output(*words) -> str:
    return run(*words, capture_output=True, text=True).stdout.strip()


def build(flags: list[str]) -> tuple[Path, Path]:
    """The program and the benchmark program, built for release."""
    command = ["swift", "build", "-c", "release", *flags]
    run(*command, "--package-path", ROOT, "--product", "samspill")
    run(*command, "--package-path", HERE)
    program = Path(output(*command, "--package-path", ROOT, "--show-bin-path")) / "samspill"
    bench = Path(output(*command, "--package-path", HERE, "--show-bin-path")) / "samspill-bench"
    return program, bench


def peers() -> tuple[dict[str, list[str]], list[str]]:
    """How to start each peer's Python, and what is to be said about those that are not there."""
    WORK.mkdir(exist_ok=True)
    python = WORK / "venv" / "bin" / "python"
    if not python.exists():
        run(sys.executable, "-m", "venv", WORK / "venv")
    if not all(importable(python, p.split("==")[0]) for p in REQUIREMENTS):
        run(python, "-m", "pip", "install", "--quiet", *REQUIREMENTS)
    found = {
        "igraph": [str(python), "igraph_worker"],
        "NetworKit": [str(python), "networkit_worker"],
        "rustworkx": [str(python), "rustworkx_worker"],
    }
    # graph-tool comes with the system and its own Python, or not at all.
    system = Path("/usr/bin/python3")
    if not importable(system, "graph_tool") and os.geteuid() == 0:
        subprocess.run(
            ["apt-get", "install", "-y", "--no-install-recommends", "python3-graph-tool"],
            stdout=subprocess.DEVNULL,
            check=False,
        )
    if importable(system, "graph_tool"):
        found["graph-tool"] = [str(system), "graph_tool_worker"]
        return found, []
    return found, [
        "graph-tool is not here (`apt-get install python3-graph-tool`), so it is not compared."
    ]


def importable(python: Path, module: str) -> bool:
    if not python.exists():
        return False
    test = subprocess.run([str(python), "-c", f"import {module}"], capture_output=True, check=False)
    return test.returncode == 0


def graph(program: Path, name: str, arguments: tuple[str, ...]) -> Path:
    """The edge list, without heading and separated by spaces: the one layout that all tools read.

    What the program cannot have changed since is not made again; a new program makes it anew.
    """
    path = WORK / f"{name}.txt"
    if path.exists() and path.stat().st_mtime > program.stat().st_mtime:
        return path
    run(program, "generate", *arguments, "--layout", "plain", "--force", "--quiet", "-o", path)
    return path
