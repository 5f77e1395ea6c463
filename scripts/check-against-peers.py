#!/usr/bin/env python3
"""Holds the built program against networkx, igraph and sna on every data set.

    python3 scripts/check-against-peers.py PROGRAM [DATASETS]

Runs `centrality`, `structure` and `brokers` on every relation, every wave and all relations
together, computes the same with the public tools and compares to 1e-9. One line per comparison,
then a summary; the exit status is 1 if anything differs. Needs what make-known-values.py needs and
takes about three minutes.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from peers.agreement import Value, same
from peers.folders import Folder, read_folder, region_folders
from peers.grouping import groupings
from peers.networks import Case, Network, cases, network
from peers.network_values import network_values
from peers.node_values import node_values
from peers.program import Program, ProgramError, Scores
from peers.provenance import versions
from peers.sna import Answer, ask

# How many differences of one comparison are shown; the rest is counted.
SHOWN = 5


@dataclass
class Tally:
    comparisons: int = 0
    values: int = 0
    failures: int = 0

    def report(self, title: str, compared: int, differences: Sequence[str]) -> None:
        self.comparisons += 1
        self.values += compared
        self.failures += bool(differences)
        print(f"{'DIFF' if differences else 'ok  '} {title}: {compared} values", flush=True)
        for difference in differences[:SHOWN]:
            print(f"       {difference}")
        if len(differences) > SHOWN:
            print(f"       and {len(differences) - SHOWN} more")


def options(folder: Folder, case: Case) -> list[str]:
    chosen = [] if case.relation == "all" else ["--relation", case.relation]
    return chosen + (["--wave", case.wave] if case.wave else [])


def naming(folder: Folder) -> list[str]:
    """Lists of brokers hide persons unless told otherwise."""
    return ["--name-persons"] if any(a["type"] == "person" for a in folder.actors) else []


def differing_scores(
    found: Scores, ids: Sequence[str], expected: Mapping[str, Sequence[Value]]
) -> list[str]:
    if found.ids != list(ids):
        return ["the rows are not the actors in the order of actors.csv"]
    missing = [f"no column {name}" for name in expected if name not in found.columns]
    return missing + [
        f"{name} of {id}: {mine!r}, peers {theirs!r}"
        for name, column in expected.items()
        if name in found.columns
        for id, mine, theirs in zip(ids, found.columns[name], column)
        if not same(mine, theirs)
    ]


def differing_values(found: Mapping[str, Value], expected: Mapping[str, Value]) -> list[str]:
    return [
        f"{name}: {found[name]!r}, peers {value!r}" if name in found else f"no measure {name}"
        for name, value in expected.items()
        if name not in found or not same(found[name], value)
    ]


def check_case(
    program: Program, folder: Folder, case: Case, net: Network, answer: Answer, tally: Tally
) -> None:
    chosen = options(folder, case)
    nodes = node_values(net)
    structure = network_values(net, answer.transitivity)

    def centrality() -> list[str]:
        found = program.centrality(folder.path, chosen, list(nodes))
        return differing_scores(found, net.ids, nodes)

    def whole() -> list[str]:
        return differing_values(program.structure(folder.path, chosen), structure)

    attempt(tally, f"centrality {case}", len(nodes) * len(net.ids), centrality)
    attempt(tally, f"structure {case}", len(structure), whole)
    for attribute, expected in answer.brokerage.items():

        def brokers() -> list[str]:
            found = program.brokers(folder.path, chosen + naming(folder), attribute)
            return differing_scores(found, net.ids, expected)

        title = f"brokers {case} by {attribute}"
        attempt(tally, title, len(expected) * len(net.ids), brokers)


def attempt(
    tally: Tally, title: str, compared: int, compare: Callable[[], list[str]]
) -> None:
    try:
        tally.report(title, compared, compare())
    except (ProgramError, ValueError) as error:
        tally.report(title, 0, [str(error)])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=Path, help="the built program")
    default = Path(__file__).resolve().parent.parent / "Datasets"
    parser.add_argument("datasets", type=Path, nargs="?", default=default)
    parser.add_argument("--only", metavar="NAME", help="one data set instead of all")
    arguments = parser.parse_args()
    program = Program(arguments.program.resolve())
    folders = [read_folder(path) for path in region_folders(arguments.datasets)]
    folders = [folder for folder in folders if arguments.only in (None, folder.name)]
    if not folders:
        parser.error(f"no such region folder in {arguments.datasets}")
    chosen = [
        (folder, case, network(folder, case)) for folder in folders for case in cases(folder)
    ]
    with tempfile.TemporaryDirectory() as scratch:
        answers = ask([(net, groupings(case.dataset)) for _, case, net in chosen], Path(scratch))
    tally = Tally()
    for (folder, case, net), answer in zip(chosen, answers):
        check_case(program, folder, case, net, answer, tally)
    tools = ", ".join(f"{name} {version}" for name, version in versions().items())
    print(f"{tally.comparisons} comparisons, {tally.values} values; {tally.failures} differ")
    print(f"Peers: {tools}")
    return 1 if tally.failures else 0


if __name__ == "__main__":
    sys.exit(main())
