#!/usr/bin/env python3
"""Holds the clusters of `samspill clusters` against igraph's Leiden on graphs whose clusters are known.

    python3 scripts/check-clusters.py .build/release/samspill
    python3 scripts/check-clusters.py .build/release/samspill --seeds 20

A hundred seeded graphs, half planted partitions of equal groups, half LFR-like (degrees and group
sizes from power laws, a share `mu` of the ties of every node leads out of its group). Both programs
maximise modularity from one seed until stable; their clusters are compared with the planted ones by
normalised mutual information. Ends with status 1 where ours is below igraph's by more than 0.01 on
average, or where one of our clusters is not connected.

With --seeds N also, for N seeds, the best of fifty runs on every data set against the best of fifty runs of
igraph in Tests/Fixtures/clusters: how many seeds reach it, and by how much they miss or pass it. Needs igraph and scikit-learn; prints their
versions.
"""

import argparse
import csv
import json
import random
import sys
import tempfile
from pathlib import Path

import igraph
import sklearn
from sklearn.metrics import normalized_mutual_info_score

from peers.program import Program, table

GRAPHS = 100
ALLOWED = 0.01
ROOT = Path(__file__).resolve().parent.parent

Edges = set[tuple[int, int]]


def planted(draw: random.Random) -> tuple[list[int], Edges]:
    """Equal groups; every pair inside is tied with one chance, every other pair with a smaller one."""
    groups, size = draw.randint(4, 20), draw.randint(10, 40)
    truth = [group for group in range(groups) for _ in range(size)]
    inside = draw.uniform(6, 12) / size
    outside = draw.uniform(1, 5) / (len(truth) - size)
    edges = {
        (a, b)
        for b in range(len(truth))
        for a in range(b)
        if draw.random() < (inside if truth[a] == truth[b] else outside)
    }
    return truth, edges


def power(draw: random.Random, low: int, high: int, exponent: float) -> int:
    """A whole number from low to high whose chance falls with `exponent`."""
    e = 1 - exponent
    return int((low**e + draw.random() * ((high + 1) ** e - low**e)) ** (1 / e))


def lfr_like(draw: random.Random) -> tuple[list[int], Edges]:
    """Group sizes and degrees from power laws; stubs are paired inside the group or anywhere."""
    nodes, mu = draw.randint(200, 600), draw.uniform(0.1, 0.5)
    truth: list[int] = []
    while len(truth) < nodes:
        truth += [truth[-1] + 1 if truth else 0] * power(draw, 15, 80, 2)
    degrees = [power(draw, 6, 40, 2.5) for _ in truth]
    edges: Edges = set()
    own: dict[int, list[int]] = {}
    foreign: list[int] = []
    for node, group in enumerate(truth):
        inside = sum(draw.random() >= mu for _ in range(degrees[node]))
        own.setdefault(group, []).extend([node] * inside)
        foreign += [node] * (degrees[node] - inside)
    for stubs in [*own.values(), foreign]:
        draw.shuffle(stubs)
        pairs = zip(stubs[::2], stubs[1::2], strict=False)
        edges |= {(min(a, b), max(a, b)) for a, b in pairs if a != b}
    return truth, edges


def ours(program: Program, folder: Path, nodes: int, edges: Edges, seed: int) -> list[int]:
    ids = "".join(f"n{node}\n" for node in range(nodes))
    (folder / "actors.csv").write_text("id\n" + ids, encoding="utf-8")
    rows = "".join(f"n{a},n{b},tie\n" for a, b in sorted(edges))
    (folder / "ties.csv").write_text("source,target,relation\n" + rows, encoding="utf-8")
    text = program.output(["clusters", str(folder), "--undirected", "--csv", "--seed", str(seed)])
    return [int(row["cluster"]) for row in table(text)]


def connected(graph: igraph.Graph, clusters: list[int]) -> bool:
    members: dict[int, list[int]] = {}
    for node, cluster in enumerate(clusters):
        members.setdefault(cluster, []).append(node)
    return all(graph.induced_subgraph(list(nodes)).is_connected() for nodes in members.values())


def best_of_fifty(program: Program, seeds: int) -> None:
    """Prints per data set how many seeds reach igraph's best of fifty."""
    with (ROOT / "Tests/Fixtures/clusters/best-modularity.csv").open(encoding="utf-8") as file:
        records = list(csv.DictReader(file))
    for record in records:
        folder = str(ROOT / "Datasets" / record["dataset"])
        options = ["clusters", folder, "--wave", "all", "--runs", "50", "--json", "--seed"]
        beyond = [
            json.loads(program.output([*options, str(seed)]))["result"]["modularity"]
            - float(record["modularity"])
            for seed in range(1, seeds + 1)
        ]
        reached = sum(difference >= -1e-9 for difference in beyond)
        print(
            f"{record['dataset']}: {reached} of {seeds} seeds reach igraph's best of fifty, "
            f"differences from {min(beyond):+.1e} to {max(beyond):+.1e}"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=Path)
    parser.add_argument("--seeds", type=int, default=0, help="also the best of fifty runs, for so many seeds")
    options = parser.parse_args()
    program = Program(options.program.resolve())
    print(f"igraph {igraph.__version__}, scikit-learn {sklearn.__version__}")
    print(program.output(["--version"]).strip())
    sums = {"samspill": 0.0, "igraph": 0.0}
    quality = {"samspill": 0.0, "igraph": 0.0}
    apart = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(GRAPHS):
            draw = random.Random(seed)
            truth, edges = (planted if seed % 2 == 0 else lfr_like)(draw)
            graph = igraph.Graph(n=len(truth), edges=sorted(edges))
            random.seed(seed)
            theirs = graph.community_leiden(objective_function="modularity", n_iterations=-1)
            mine = ours(program, Path(folder), len(truth), edges, seed)
            apart += not connected(graph, mine)
            for name, found in (("samspill", mine), ("igraph", theirs.membership)):
                sums[name] += normalized_mutual_info_score(truth, found) / GRAPHS
                quality[name] += graph.modularity(found) / GRAPHS
    for name in sums:
        print(f"{name}: mean NMI {sums[name]:.5f}, mean modularity {quality[name]:.5f}")
    print(f"graphs with a cluster of ours that is not connected: {apart}")
    if options.seeds > 0:
        best_of_fifty(program, options.seeds)
    return 0 if apart == 0 and sums["samspill"] >= sums["igraph"] - ALLOWED else 1


if __name__ == "__main__":
    sys.exit(main())
