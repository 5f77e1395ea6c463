"""Takes the times: tools take turns, run after run, on the same file."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from . import compare
from .plan import Task
from .setup import HERE, WORK
from .workers import Worker

OURS = "Samspill"


@dataclass
class Measured:
    """One way of one tool for one task."""

    tool: str
    way: str
    seconds: list[float] = field(default_factory=list)
    peak_bytes: int | None = None
    quality: float | None = None
    agreement: str = ""
    agrees: bool = True
    error: str = ""


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def task(task: Task, path: Path, workers: list[Worker], runs: int, patience: float) -> list[Measured]:
    """All tools on one task. A tool that takes longer than `patience` runs once only."""
    found = [Measured(w.name, way) for w in workers for way in w.ways(task.kernel)]
    by_name = {w.name: w for w in workers}
    for number in range(runs):
        # Another tool begins each time, so that none always follows the same one.
        shift = number % max(1, len(found))
        for measured in found[shift:] + found[:shift]:
            too_slow = measured.seconds and measured.seconds[0] > patience
            if measured.error or (too_slow and measured.tool != OURS):
                continue
            once(task, path, by_name[measured.tool], measured)
    check(task, found, by_name)
    for measured in found:
        times = " ".join(f"{s:.4g}" for s in measured.seconds)
        say(f"{task.graph} {task.kernel}: {measured.tool} {measured.way} {times} {measured.agreement}{measured.error}")
    return found


def answer_file(measured: Measured) -> Path:
    return WORK / f"answer-{measured.tool}-{measured.way or 'only'}.bin"


def once(task: Task, path: Path, worker: Worker, measured: Measured) -> None:
    try:
        if task.kernel == "read":
            result = worker.ask("read", path)
        elif measured.seconds:
            result = worker.ask("run", task.kernel, measured.way)
        else:
            result = worker.ask("run", task.kernel, measured.way, answer_file(measured))
    except RuntimeError as error:
        measured.error = str(error)
        return
    measured.seconds.append(result["seconds"])
    if "peak_bytes" in result:
        measured.peak_bytes = max(measured.peak_bytes or 0, result["peak_bytes"])


def check(task: Task, found: list[Measured], workers: dict[str, Worker]) -> None:
    """Compares each answer with ours; clusters found by chance are judged by one tool's modularity."""
    done = [m for m in found if not m.error]
    if task.answers == "sizes" or not done:
        return
    if task.answers == "quality":
        judge = workers.get("igraph")
        for measured in done:
            if judge:
                measured.quality = judge.ask("quality", answer_file(measured))["quality"]
        return
    ours = compare.read(answer_file(next(m for m in done if m.tool == OURS)))
    for measured in done:
        if measured.tool == OURS:
            continue
        theirs = compare.read(answer_file(measured))
        if task.answers == "partition":
            measured.agrees = compare.same_partition(ours, theirs)
            measured.agreement = "same" if measured.agrees else "DIFFERENT"
        else:
            ways = {"vector": compare.against_largest, "total": compare.in_all}
            difference = ways.get(task.answers, compare.largest_difference)(ours, theirs)
            measured.agrees = difference <= task.tolerance
            measured.agreement = f"{'' if measured.agrees else 'DIFFERENT '}{difference:.0e}"


def whole_commands(
    program: Path,
    peers: dict[str, list[str]],
    path: Path,
    threads: int,
    runs: int,
    patience: float,
) -> list[Measured]:
    """Whole programs, from the file to a table of betweenness; as patient as with kernels."""
    out = WORK / "whole.csv"
    ours = [str(program), "centrality", str(path), "--undirected", "--measures", "betweenness"]
    ours += ["--threads", str(threads), "--quiet", "--force", "-o", str(out)]
    commands = {OURS: ours}
    for name, (python, module) in peers.items():
        commands[name] = [python, str(HERE / "peers" / "whole.py"), module, str(path), str(out)]
    environment = dict(os.environ, OMP_NUM_THREADS=str(threads), RAYON_NUM_THREADS=str(threads))
    found = {name: Measured(name, "") for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            seconds = found[name].seconds
            if name != OURS and seconds and seconds[0] > patience:
                continue
            start = time.perf_counter()
            result = subprocess.run(command, env=environment, capture_output=True, check=False)
            if result.returncode:
                found[name].error = result.stderr.decode(errors="replace").strip()[-200:]
            else:
                found[name].seconds.append(time.perf_counter() - start)
    for name, measured in found.items():
        say(f"whole command: {name} {measured.seconds} {measured.error}")
    return list(found.values())
