"""How long it takes to read files as programs and people write them: tables of names, GraphML, GEXF."""

import json
import math
import random
import statistics
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from . import measure, setup
from .plan import Graph

# What the design asks for: bytes of a table per second on one core, and ratios to the peers.
MEGABYTES_PER_SECOND = 200
TARGETS = {"graphml": {"networkx": 5.0, "igraph": 1.0}, "gexf": {"networkx": 5.0}}


@dataclass
class Opened:
    """A file, and the times of one tool for it; what is read becomes a network in memory."""

    file: str
    format: str
    megabytes: float
    tool: str
    seconds: list[float] = field(default_factory=list)
    ties: int | None = None

    @property
    def median(self) -> float:
        return statistics.median(self.seconds) if self.seconds else math.nan


def measured(program: Path, bench: Path, graph: Graph, runs: int) -> list[Opened]:
    """All files with all tools that read them, taking turns, one thread each."""
    python = setup.WORK / "venv" / "bin" / "python"
    if not setup.importable(python, "networkx"):
        setup.run(python, "-m", "pip", "install", "--quiet", "networkx==3.6.1")
    found = []
    for format_name, path in files(program, graph).items():
        size = path.stat().st_size / 1e6
        commands = {measure.OURS: [str(bench), "open", str(path), "1"]}
        for peer in TARGETS.get(format_name, {}):
            script = str(setup.HERE / "peers" / "open.py")
            commands[peer] = [str(python), script, peer, format_name, str(path)]
        opened = {tool: Opened(path.name, format_name, size, tool) for tool in commands}
        for _ in range(runs):
            for tool, command in commands.items():
                printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
                result = json.loads(printed.splitlines()[-1])
                opened[tool].seconds.append(result["seconds"])
                opened[tool].ties = result["ties"]
        if len({one.ties for one in opened.values()}) > 1:
            raise ValueError(f"{path.name}: the tools read different numbers of ties")
        found += opened.values()
        for one in opened.values():
            measure.say(f"open {one.file}: {one.tool} {one.seconds}")
    return found


def files(program: Path, graph: Graph) -> dict[str, Path]:
    """The same ties between named organisations in each format, made by the program itself."""
    pairs = setup.graph(program, graph.name, graph.arguments)
    plain = setup.WORK / f"{graph.name}-names.csv"
    weighted = setup.WORK / f"{graph.name}-ties.csv"
    draw = random.Random(1)
    with plain.open("w") as names, weighted.open("w") as ties, pairs.open() as lines:
        names.write("source,target\n")
        ties.write("source,target,relation,weight\n")
        for line in lines:
            source, target = (f"Organisation {number} AS" for number in line.split())
            names.write(f"{source},{target}\n")
            kind = draw.choice(["trust", "advice", "collaboration"])
            ties.write(f"{source},{target},{kind},{draw.random()!r}\n")
    found = {"names": plain, "ties": weighted}
    for format_name in ("graphml", "gexf"):
        path = setup.WORK / f"{graph.name}.{format_name}"
        setup.run(
            program, "convert", weighted, "-o", path, "--lossy", "--force", "--quiet",
            capture_output=True,
        )  # fmt: skip
        found[format_name] = path
    return found


def shortfalls(found: list[Opened]) -> list[str]:
    """What is not reached, in words."""
    words = []
    ours = {one.file: one for one in found if one.tool == measure.OURS}
    for one in ours.values():
        rate = one.megabytes / one.median
        if one.format not in TARGETS and rate < MEGABYTES_PER_SECOND:
            words.append(f"{one.file}: {rate:.0f} of {MEGABYTES_PER_SECOND} MB/s")
    for one in found:
        target = TARGETS.get(one.format, {}).get(one.tool)
        if target and one.median / ours[one.file].median < target:
            ratio = one.median / ours[one.file].median
            words.append(f"{one.file}: {ratio:.1f}× of the {target:g}× asked for, against {one.tool}")
    return words


def rows(found: list[Opened]) -> list[list[str]]:
    """A row per file and tool for the page."""
    ours = {one.file: one.median for one in found if one.tool == measure.OURS}
    return [
        [
            one.file,
            f"{one.megabytes:.0f}",
            one.tool,
            f"{one.median:.3g}",
            f"{one.megabytes / one.median:.0f}",
            "" if one.tool == measure.OURS else f"{one.median / ours[one.file]:.1f}×",
        ]
        for one in found
    ]
