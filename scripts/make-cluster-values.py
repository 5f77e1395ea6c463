#!/usr/bin/env python3
"""Computes what igraph and scikit-learn say about clusters of the data sets, as fixtures for the tests.

    python3 scripts/make-cluster-values.py Datasets Tests/Fixtures/clusters

best-modularity.csv: the highest modularity of 50 runs of igraph's Leiden algorithm on the united
relations and waves of each data set, weights summed over both directions. agreement.csv: how alike
two columns of the actors are, over the actors that have a value in both. Needs igraph 1.0.0,
scikit-learn 1.9.1, networkx and scipy; README.md beside the files names the calls.
"""

import argparse
import random
import sys
from math import log
from pathlib import Path

import igraph
from sklearn.metrics import (
    adjusted_mutual_info_score,
    adjusted_rand_score,
    normalized_mutual_info_score,
)

from peers.folders import Folder, read_folder, region_folders
from peers.networks import Network, cases, network
from peers.sna import write_rows

RUNS = 50
# Pairs of columns, with few and with many values, alike and not.
PAIRS = [
    ("lazega-lawyers", "office", "practice"),
    ("lazega-lawyers", "law_school", "type"),
    ("cordis-widening", "country", "country_group"),
    ("cordis-widening", "type", "country"),
    ("brazilian-farmers", "community", "cooperative"),
]


def united(folder: Folder) -> Network:
    return network(folder, cases(folder)[-1])


def best_modularity(net: Network) -> float:
    weights: dict[tuple[int, int], float] = {}
    for (i, j), weight in net.weights.items():
        pair = (min(i, j), max(i, j))
        weights[pair] = weights.get(pair, 0.0) + weight
    pairs = sorted(weights)
    graph = igraph.Graph(n=len(net.actors), edges=pairs)
    strengths = [weights[pair] for pair in pairs]
    best = -1.0
    for run in range(RUNS):
        random.seed(run)
        found = graph.community_leiden(
            objective_function="modularity", weights=strengths, n_iterations=-1
        )
        best = max(best, graph.modularity(found.membership, weights=strengths))
    return best


def agreement(folder: Folder, first: str, second: str) -> list[str]:
    pairs = [
        (actor[first], actor[second])
        for actor in folder.actors
        if actor.get(first) and actor.get(second)
    ]
    a = [pair[0] for pair in pairs]
    b = [pair[1] for pair in pairs]
    numbers = [[sorted(set(column)).index(value) for value in column] for column in (a, b)]
    values = [
        normalized_mutual_info_score(a, b),
        adjusted_mutual_info_score(a, b),
        adjusted_rand_score(a, b),
        igraph.compare_communities(numbers[0], numbers[1], method="vi") / log(2),
    ]
    return [folder.name, first, second, str(len(pairs)), *(repr(float(v)) for v in values)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("datasets", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    folders = region_folders(options.datasets)
    options.out.mkdir(parents=True, exist_ok=True)
    best = []
    for path in folders:
        folder = read_folder(path)
        net = united(folder)
        best.append([folder.name, str(len(net.actors)), repr(best_modularity(net))])
        print(" ".join(best[-1]), file=sys.stderr)
    write_rows(options.out / "best-modularity.csv", ["dataset", "nodes", "modularity"], best)
    rows = [agreement(read_folder(options.datasets / name), a, b) for name, a, b in PAIRS]
    columns = ["dataset", "first", "second", "actors", "nmi", "ami", "ari", "vi"]
    write_rows(options.out / "agreement.csv", columns, rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
