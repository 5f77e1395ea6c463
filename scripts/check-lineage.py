#!/usr/bin/env python3
"""Holds the search-path counts of the built program against networkx on seeded random lineages.

    python3 scripts/check-lineage.py PROGRAM [--graphs 200] [--seed 1]

Small lineages: every way from a beginning to an end is listed with `all_simple_paths`, and each
step's ways are counted. Long ones, whose counts have more than 64 bits: whole numbers are summed
along `topological_sort`. Main paths are compared by the sum of their counts. One line per
difference, then totals; the exit status is 1 if anything differs. Needs networkx.
"""

import argparse
import csv
import json
import random
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

import networkx


def random_lineage(rng: random.Random, number: int) -> networkx.DiGraph:
    """Up to twelve innovations, or every tenth time layers with far more ways than 2^64."""
    graph = networkx.DiGraph()
    if number % 10 == 9:
        width, depth = rng.randint(2, 4), rng.randint(70, 90)
        layers = [[f"n{level}-{i}" for i in range(width)] for level in range(depth)]
        for upper, lower in pairwise(layers):
            for source in upper:
                for target in lower:
                    if rng.random() < 0.9:
                        graph.add_edge(source, target)
        return graph
    names = [f"i{i}" for i in range(rng.randint(1, 12))]
    graph.add_nodes_from(names)
    chance = rng.random() * 0.6
    for later, target in enumerate(names):
        for source in names[:later]:
            if rng.random() < chance:
                graph.add_edge(source, target)
    return graph


def listed(graph: networkx.DiGraph) -> dict[tuple[str, str], int]:
    """How many ways use each step, by listing them all."""
    counts = dict.fromkeys(graph.edges, 0)
    ends = [node for node in graph if graph.out_degree(node) == 0]
    for start in [node for node in graph if graph.in_degree(node) == 0]:
        for end in ends:
            if start != end:
                for way in networkx.all_simple_paths(graph, start, end):
                    for step in pairwise(way):
                        counts[step] += 1
    return counts


def summed(graph: networkx.DiGraph) -> dict[tuple[str, str], int]:
    """The same by sums of whole numbers along a topological order."""
    order = list(networkx.topological_sort(graph))
    into: dict[str, int] = {}
    onward: dict[str, int] = {}
    for node in order:
        into[node] = sum(into[before] for before in graph.predecessors(node)) or 1
    for node in reversed(order):
        onward[node] = sum(onward[after] for after in graph.successors(node)) or 1
    return {(a, b): into[a] * onward[b] for a, b in graph.edges}


def heaviest(graph: networkx.DiGraph, counts: dict[tuple[str, str], int]) -> int:
    """The largest sum of counts along a way."""
    best: dict[str, int] = {}
    for node in networkx.topological_sort(graph):
        before = [best[u] + counts[u, node] for u in graph.predecessors(node)]
        best[node] = max(before, default=0)
    return max(best.values(), default=0)


def write_region(folder: Path, graph: networkx.DiGraph) -> None:
    folder.mkdir()
    (folder / "ties.csv").write_text("source,target\n", encoding="utf-8")
    with (folder / "innovations.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["id", "sources"])
        for node in graph:
            rows.writerow([node, "|".join(graph.predecessors(node))])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=Path, help="the built program")
    parser.add_argument("--graphs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    compared = differ = large = 0
    with tempfile.TemporaryDirectory() as scratch:
        for number in range(arguments.graphs):
            graph = random_lineage(rng, number)
            folder = Path(scratch) / str(number)
            write_region(folder, graph)
            command = [str(arguments.program.resolve()), "lineage", str(folder), "--json", "-q"]
            answer = subprocess.run(command, capture_output=True, check=True)
            result = json.loads(answer.stdout)["result"]
            mine = {(row["source"], row["target"]): int(row["spc"]) for row in result["links"]}
            theirs = summed(graph) if number % 10 == 9 else listed(graph)
            large += any(count >= 2**64 for count in theirs.values())
            compared += len(theirs)
            if mine != theirs:
                differ += 1
                print(f"lineage {number} (seed {arguments.seed}): counts differ")
            way = sum(theirs[step] for step in pairwise(result["main_path"]))
            if way != heaviest(graph, theirs):
                differ += 1
                print(f"lineage {number} (seed {arguments.seed}): not the heaviest way")
    print(f"{arguments.graphs} lineages, {large} beyond 64 bits, {compared} counts; {differ} differ")
    print(f"networkx {networkx.__version__}")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
