#!/usr/bin/env python3
"""Holds `samspill match` against networkx on random regions: no matching may weigh more.

    python3 scripts/check-matching.py .build/release/samspill [CASES]

Every tie of a random graph becomes topics that one end needs and the other offers, as many as the
tie weighs; topics of different ties differ, so that a pair weighs what its tie weighs. Two hundred
seeded cases: random, 3-regular, complete graphs, trees, odd cliques on a path. Ends with status 1
where a weight differs from that of networkx `max_weight_matching`, or somebody has two partners.
"""

import csv
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import networkx as nx

GENERATORS = ("gnp", "regular", "tree", "barbell", "complete")


def random_graph(seed: int) -> nx.Graph:
    draw = random.Random(seed)
    nodes = draw.randint(2, 40)
    kind = GENERATORS[seed % len(GENERATORS)]
    if kind == "gnp":
        graph = nx.gnp_random_graph(nodes, draw.uniform(0.05, 0.9), seed=seed)
    elif kind == "regular":
        graph = nx.random_regular_graph(3, 2 * draw.randint(2, 18), seed=seed)
    elif kind == "tree":
        graph = nx.gn_graph(nodes, seed=seed).to_undirected()
    elif kind == "barbell":
        # Odd circles on a path: blossoms within blossoms.
        graph = nx.barbell_graph(2 * draw.randint(1, 4) + 1, draw.randint(0, 5))
    else:
        graph = nx.complete_graph(draw.randint(2, 15))
    largest = draw.choice((1, 2, 9, 30))
    for _, _, data in graph.edges(data=True):
        data["weight"] = draw.randint(1, largest)
    return graph


def write_region(folder: pathlib.Path, graph: nx.Graph) -> None:
    needs: dict[int, list[str]] = {node: [] for node in graph}
    offers: dict[int, list[str]] = {node: [] for node in graph}
    for first, second, weight in graph.edges(data="weight"):
        for number in range(weight):
            topic = f"t{first}-{second}-{number}"
            needs[first].append(topic)
            offers[second].append(topic)
    with (folder / "actors.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "type", "needs", "offers"))
        for node in graph:
            writer.writerow((node, "enterprise", "|".join(needs[node]), "|".join(offers[node])))
    with (folder / "ties.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("source", "target"))
        writer.writerows(graph.edges())


def matched_weight(program: str, folder: pathlib.Path) -> tuple[float, list[tuple[str, str]]]:
    run = subprocess.run(
        (program, "match", str(folder), "--json", "--quiet"), check=True, capture_output=True
    )
    result = json.loads(run.stdout)["result"]
    return result["weight"], [(row["first"], row["second"]) for row in result["rows"]]


def main() -> int:
    program = sys.argv[1]
    cases = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    wrong = 0
    for seed in range(cases):
        graph = random_graph(seed)
        best = nx.max_weight_matching(graph)
        expected = sum(graph[a][b]["weight"] for a, b in best)
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            write_region(folder, graph)
            weight, pairs = matched_weight(program, folder)
        ends = [end for pair in pairs for end in pair]
        total = sum(graph[int(a)][int(b)]["weight"] for a, b in pairs)
        if weight != expected or total != expected or len(set(ends)) != len(ends):
            wrong += 1
            print(f"case {seed}: weight {weight}, networkx {expected}, pairs {pairs}")
    print(f"{cases - wrong} of {cases} cases as networkx max_weight_matching")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
