"""How our own times grow with the size of the graph."""

import json
import math
import subprocess
from pathlib import Path

from . import setup
from .plan import Plan, region


def measure(program: Path, bench: Path, plan: Plan, threads: int) -> list[dict]:
    """Lines of JSON as the benchmark program prints them, of all kernels at three sizes each."""
    lines = []
    for kernels, sizes in plan.growth:
        for nodes in sizes:
            graph = region(nodes)
            path = setup.graph(program, graph.name, graph.arguments)
            printed = subprocess.run(
                [str(bench), "time", str(path), str(threads), str(plan.runs), *kernels],
                check=True,
                capture_output=True,
                text=True,
            ).stdout
            found = [json.loads(line) for line in printed.splitlines()]
            ties = found[0]["ties"]
            for line in found:
                line["ties"] = ties
                line.pop("request", None)
                # The folder is this machine's business.
                line["file"] = path.name
            lines += found
    return lines


def exponents(lines: list[dict]) -> dict[str, tuple[float, list[tuple[int, float]]]]:
    """Per kernel: the exponent of a power law fitted to the fastest run of each size, and those."""
    fastest: dict[str, dict[int, float]] = {}
    for line in lines:
        if "kernel" in line:
            times = fastest.setdefault(line["kernel"], {})
            times[line["ties"]] = min(line["seconds"], times.get(line["ties"], math.inf))
    return {k: (slope(list(t.items())), sorted(t.items())) for k, t in fastest.items()}


def slope(points: list[tuple[int, float]]) -> float:
    """Least squares through the logarithms."""
    xs = [math.log(x) for x, _ in points]
    ys = [math.log(y) for _, y in points]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    above = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys))
    return above / sum((x - mean_x) ** 2 for x in xs)
