"""Results as a page: ratios first."""

import statistics
from dataclasses import dataclass, field
from pathlib import Path

from . import files, growth, machine
from .measure import OURS, Measured
from .plan import Plan, Task
from .setup import HERE

PEERS = ["igraph", "NetworKit", "graph-tool", "rustworkx"]
WHOLE_TARGET = 8.0
# Quality may be so much lower than igraph's and still count as the same result.
QUALITY_SLACK = 0.0005
BYTES_PER_TIE = 12.0


def time(seconds: float) -> str:
    return f"{seconds:.3g}" if seconds < 100 else f"{seconds:.0f}"


def ratio(value: float) -> str:
    return f"{value:.1f}×" if value < 10 else f"{value:.0f}×"


def table(heading: list[str], rows: list[list[str]]) -> str:
    lines = [heading, ["---"] * len(heading), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def shortfalls(
    ratios: dict[str, float], target: float, against: str
) -> list[tuple[str, float]]:
    """The tools that a target is not reached against, with the ratio asked for.

    Where the target names a tool, the others only must not be faster than we are.
    """
    asked = {p: target if against in ("", p) else 1.0 for p in ratios}
    missed = [p for p in ratios if ratios[p] < asked[p]]
    return [(p, asked[p]) for p in sorted(missed, key=ratios.get)[:1]]


def best(found: list[Measured], tool: str) -> Measured | None:
    """The fastest way of a tool, by median."""
    done = [m for m in found if m.tool == tool and m.seconds and not m.error]
    return min(done, key=lambda m: statistics.median(m.seconds), default=None)


@dataclass
class Results:
    plan: Plan
    threads: int
    notes: list[str]
    versions: list[str] = field(default_factory=list)
    tasks: list[tuple[Task, list[Measured]]] = field(default_factory=list)
    graphs: dict[str, dict[str, dict]] = field(default_factory=dict)
    whole: list[Measured] = field(default_factory=list)
    growth: list[dict] = field(default_factory=list)
    files: list["files.Opened"] = field(default_factory=list)
    load_before: float = 0
    load_after: float = 0

    def loaded(self, graph: str, tool: str, result: dict) -> None:
        self.graphs.setdefault(graph, {})[tool] = result

    def version(self, text: str) -> None:
        if text and text not in self.versions:
            self.versions.append(text)

    def measured(self, task: Task, found: list[Measured]) -> None:
        self.tasks.append((task, found))

    @property
    def all_agree(self) -> bool:
        return all(m.agrees and not m.error for _, found in self.tasks for m in found)

    def lines(self) -> list[dict]:
        """Everything measured, one dictionary each."""
        all_lines = []
        for task, found in self.tasks:
            for m in found:
                line = {"graph": task.graph, "kernel": task.kernel, "tool": m.tool, "way": m.way}
                line |= {"seconds": m.seconds, "peak_bytes": m.peak_bytes}
                line |= {"quality": m.quality, "agreement": m.agreement, "error": m.error}
                all_lines.append(line)
        for m in self.whole:
            all_lines.append({"kernel": "whole command", "tool": m.tool, "seconds": m.seconds})
        for one in self.files:
            line = {"kernel": "open", "file": one.file, "tool": one.tool, "seconds": one.seconds}
            all_lines.append(line)
        return all_lines + self.growth

    # Verdicts

    def ratios(self, found: list[Measured]) -> dict[str, float]:
        """Peer's median over ours."""
        ours = best(found, OURS)
        if ours is None:
            return {}
        own = statistics.median(ours.seconds)
        peers = {p: best(found, p) for p in PEERS}
        return {p: statistics.median(m.seconds) / own for p, m in peers.items() if m}

    def missed(self, task: Task, found: list[Measured]) -> list[str]:
        """What a task does not reach, in words."""
        ratios = self.ratios(found)
        words = []
        for name, least in shortfalls(ratios, task.target, task.against):
            words.append(f"{ratio(ratios[name])} of the {ratio(least)} asked for, against {name}")
        ours, judge = best(found, OURS), best(found, "igraph")
        if task.kernel == "leiden" and ours and judge and ours.quality is not None:
            if ours.quality < judge.quality - QUALITY_SLACK:
                words.append(f"modularity {ours.quality:.4f} below igraph's {judge.quality:.4f}")
        words += [f"{m.tool} {m.way}: {m.error}" for m in found if m.error]
        words += [f"answers differ from {m.tool} ({m.agreement})" for m in found if not m.agrees]
        return words

    # The page

    def markdown(self) -> str:
        parts = [
            "# Samspill beside other network tools\n",
            "Written by `make bench`; every number was measured in one run, the tools taking turns on the same files, "
            f"{self.threads} threads each (igraph has one). A ratio is the peer's median time over ours; above 1 Samspill "
            "is faster. Reading is not part of a kernel's time. Where a tool has several ways the fastest counts.\n",
            self.ratio_section(),
            self.missed_section(),
            self.seconds_section(),
            self.files_section(),
            self.growth_section(),
            self.memory_section(),
            self.circumstances(),
        ]
        return "\n".join(part for part in parts if part)

    def ratio_section(self) -> str:
        rows = []
        for task, found in self.tasks:
            rows.append(
                self.ratio_row(
                    task.kernel, task.graph, task.target, self.ratios(found), task.against
                )
            )
        if self.whole:
            ratios = self.ratios(self.whole)
            rows.append(
                self.ratio_row(
                    "`samspill centrality --measures betweenness`, from file to table",
                    self.plan.whole,
                    WHOLE_TARGET,
                    ratios,
                )
            )
        heading = ["kernel", "graph", *PEERS, "fastest peer", "asked for", ""]
        return "## Ratios\n\n" + table(heading, rows)

    @staticmethod
    def ratio_row(
        kernel: str, graph: str, target: float, ratios: dict[str, float], against: str = ""
    ) -> list[str]:
        least = min(ratios.values(), default=0)
        is_reached = ratios and not shortfalls(ratios, target, against)
        verdict = "reached" if is_reached else "**not reached**"
        cells = [ratio(ratios[p]) if p in ratios else "–" for p in PEERS]
        return [kernel.replace("_", " "), graph, *cells, ratio(least), f"≥ {target:g}× {against}".strip(), verdict]

    def missed_section(self) -> str:
        lines = []
        for task, found in self.tasks:
            for words in self.missed(task, found):
                lines.append(f"- {task.kernel.replace('_', ' ')}, {task.graph}: {words}.")
        ratios = self.ratios(self.whole)
        if ratios and min(ratios.values()) < WHOLE_TARGET:
            lines.append(f"- the whole command: {ratio(min(ratios.values()))} of {ratio(WHOLE_TARGET)}.")
        lines += [f"- reading {words}." for words in files.shortfalls(self.files)]
        text = "\n".join(lines) if lines else "Everything asked for is reached."
        remarks = Path(HERE / "NOTES.md")
        if lines and remarks.exists():
            text += "\n\n" + remarks.read_text(encoding="utf-8").strip()
        return f"## What is not reached\n\n{text}\n"

    def seconds_section(self) -> str:
        rows = []
        groups = [(t.kernel, t.graph, found) for t, found in self.tasks]
        groups += [("whole command", self.plan.whole, self.whole)] if self.whole else []
        for kernel, graph, found in groups:
            for m in found:
                if not m.seconds:
                    continue
                ordered = sorted(m.seconds)
                rows.append(
                    [
                        kernel.replace("_", " "),
                        graph,
                        f"{m.tool} ({m.way})" if m.way not in ("", "default") else m.tool,
                        time(statistics.median(ordered)),
                        time(ordered[0]),
                        time(ordered[-1]),
                        str(len(ordered)),
                        f"Q {m.quality:.4f}" if m.quality is not None else m.agreement,
                    ]
                )
        heading = ["kernel", "graph", "tool", "median s", "min", "max", "runs", "answer"]
        return (
            "## Seconds\n\nThe last column is the largest relative difference from our values, or the modularity of the "
            "clusters found (all judged by igraph). PageRank: each tool stops at its own residual of 1e-8; igraph solves "
            "directly.\n\n" + table(heading, rows)
        )

    def files_section(self) -> str:
        if not self.files:
            return ""
        heading = ["file", "MB", "tool", "median s", "MB/s", "ratio"]
        return (
            "## Reading files\n\nFrom the file to a network in memory, one thread each: ties between names, with relations and "
            f"weights and without. Asked for are {files.MEGABYTES_PER_SECOND} MB/s of a table, five times networkx for GraphML and GEXF, and "
            "less time than igraph for GraphML.\n\n" + table(heading, files.rows(self.files))
        )

    def growth_section(self) -> str:
        if not self.growth:
            return ""
        rows = []
        for kernel, (exponent, points) in growth.exponents(self.growth).items():
            times = [f"{time(seconds)} s ({ties:,} ties)" for ties, seconds in points]
            rows.append([kernel.replace("_", " "), f"{exponent:.2f}", *times])
        heading = ["kernel", "exponent", "smallest", "×4", "×16"]
        return (
            "## Growth\n\nTime as a power of the number of ties, fitted to the fastest run at three sizes of the region "
            "graph, four times as large each. Exact path measures take a search per node: 2 is their optimum.\n\n"
            + table(heading, rows)
        )

    def memory_section(self) -> str:
        rows = []
        for graph, tools in self.graphs.items():
            for tool, result in tools.items():
                per_tie = result.get("row_bytes_per_tie")
                building = result.get("building_bytes_per_tie")
                resident = result.get("resident_bytes")
                rows.append(
                    [
                        graph,
                        tool,
                        f"{per_tie:.1f}" if per_tie else "–",
                        f"{building:.1f}" if building else "–",
                        f"{resident / result['ties']:.0f}" if resident else "–",
                    ]
                )
        peaks = []
        for task, found in self.tasks:
            for m in found:
                if m.peak_bytes is not None and (m.tool == OURS or task.kernel == "read"):
                    peaks.append([task.kernel.replace("_", " "), task.graph, m.tool, f"{m.peak_bytes / 2**20:.0f}"])
        return (
            f"## Memory\n\nBytes per tie: of the rows themselves (at most {BYTES_PER_TIE:g} are asked for), of all that stands there at the "
            f"peak of building them, the list of ties included (at most twice the {BYTES_PER_TIE:g}), and by how much the process grew "
            "when it read the graph.\n\n"
            + table(["graph", "tool", "rows", "building", "process"], rows)
            + "\nPeak beyond what was there before, in MiB:\n\n"
            + table(["kernel", "graph", "tool", "MiB"], peaks)
        )

    def circumstances(self) -> str:
        lines = [
            f"- Date: {machine.date()}",
            f"- Machine: {machine.processor()}, {machine.memory()}, {machine.system()}",
            f"- Load at the start {self.load_before:.1f}, at the end {self.load_after:.1f} (one thread busy is 1; the run itself is about {self.threads})",
            *(f"- {version}" for version in self.versions),
            *(f"- {note}" for note in self.notes),
        ]
        sizes = [
            f"{name} ({tools[OURS]['nodes']:,} nodes, {tools[OURS]['ties']:,} ties)"
            for name, tools in self.graphs.items()
        ]
        return "## Circumstances\n\n" + "\n".join(lines) + "\n- Graphs: " + "; ".join(sizes) + "\n"
