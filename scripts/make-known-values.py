#!/usr/bin/env python3
"""Computes what public network tools say about every data set, as fixtures for the tests.

    python3 scripts/make-known-values.py Datasets Tests/Fixtures/known-values

Every value comes from two independent tools where two have it, and the script stops where they
disagree. Needs networkx 3.6.1, igraph 1.0.0, numpy and scipy for Python, and R with sna. The result
depends on nothing but the data and the versions, which provenance.json names; it takes about two
minutes.
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from peers.agreement import Value, written
from peers.folders import Folder, read_folder, region_folders
from peers.further_values import further_network_values, further_node_values
from peers.grouping import groupings
from peers.networks import Case, Network, cases, network
from peers.node_values import node_values
from peers.network_values import network_values
from peers.provenance import provenance
from peers.sna import Answer, Table, ask, dimensions, write_rows
from peers.tie_values import tie_values, ties

CASES = "cases.csv"
# Networks of more ties have no file of them, which would be longer than it tells.
MOST_TIES = 700
PROVENANCE = "provenance.json"


def write_columns(path: Path, ids: Sequence[str], columns: Mapping[str, Sequence[Value]]) -> None:
    rows = [[id, *(written(column[i]) for column in columns.values())] for i, id in enumerate(ids)]
    write_rows(path, ["id", *columns], rows)


def write_brokers(path: Path, net: Network, attribute: str, table: Table) -> None:
    """Actors who broker nothing differ by group alone: the first of every group is written."""
    shown: list[int] = []
    silent: set[str] = set()
    for v, actor in enumerate(net.actors):
        if table["brokerage"][v] == 0:
            if actor[attribute] in silent:
                continue
            silent.add(actor[attribute])
        shown.append(v)
    ids = [net.ids[v] for v in shown]
    columns = {name: [column[v] for v in shown] for name, column in table.items()}
    write_columns(path, ids, columns)


def write_ties(path: Path, net: Network) -> None:
    columns = tie_values(net)
    ends = [(net.ids[i], net.ids[j]) for i, j in ties(net)]
    rows = [[*pair, *(written(c[k]) for c in columns.values())] for k, pair in enumerate(ends)]
    write_rows(path, ["source", "target", *columns], rows)


def write_case(
    out: Path, case: Case, net: Network, answer: Answer, sna: Mapping[str, float]
) -> list[tuple[str, str, str, str, str, str, str]]:
    """Writes the files of one case; returns their rows for the list of cases."""
    folder = out / case.dataset
    folder.mkdir(exist_ok=True)
    listed = []

    def listing(kind: str, group_by: str, name: str) -> Path:
        directed = "yes" if net.directed else "no"
        file = f"{case.dataset}/{name}"
        listed.append((case.dataset, case.relation, case.wave, directed, kind, group_by, file))
        return folder / name

    path = listing("nodes", "", f"{case.stem}.nodes.csv")
    write_columns(path, net.ids, node_values(net) | further_node_values(net))
    path = listing("network", "", f"{case.stem}.network.csv")
    values = network_values(net, answer.transitivity) | further_network_values(net, sna)
    write_rows(path, ["measure", "value"], [[k, written(v)] for k, v in values.items()])
    if case.wave in ("", "all") and 0 < len(net.weights) <= MOST_TIES:
        write_ties(listing("ties", "", f"{case.stem}.ties.csv"), net)
    for attribute, table in answer.brokerage.items():
        path = listing("brokers", attribute, f"{case.stem}.brokers-by-{attribute}.csv")
        write_brokers(path, net, attribute, table)
    return listed


def clear(out: Path, folders: Sequence[Folder]) -> None:
    """Removes what an earlier run wrote, so that nothing stale stays behind."""
    out.mkdir(parents=True, exist_ok=True)
    for folder in folders:
        shutil.rmtree(out / folder.name, ignore_errors=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("datasets", type=Path, help="the folder that holds the region folders")
    parser.add_argument("out", type=Path, help="where the values go; earlier ones are replaced")
    arguments = parser.parse_args()
    folders = [read_folder(path) for path in region_folders(arguments.datasets)]
    if not folders:
        parser.error(f"no region folder in {arguments.datasets}")
    clear(arguments.out, folders)
    chosen = [(case, network(folder, case)) for folder in folders for case in cases(folder)]
    with tempfile.TemporaryDirectory() as scratch:
        jobs = [(net, groupings(case.dataset)) for case, net in chosen]
        answers = ask(jobs, Path(scratch))
        sna = dimensions(Path(scratch), len(jobs))
    listed = []
    for (case, net), answer, more in zip(chosen, answers, sna):
        print(case, file=sys.stderr)
        listed += write_case(arguments.out, case, net, answer, more)
    heading = ["dataset", "relation", "wave", "directed", "kind", "group_by", "file"]
    write_rows(arguments.out / CASES, heading, listed)
    text = json.dumps(provenance(), indent=2, ensure_ascii=False)
    (arguments.out / PROVENANCE).write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
