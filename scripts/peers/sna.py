"""Runs the R package sna on a number of networks at once."""

import csv
import math
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from .agreement import Value, agreed, known, same
from .networks import Network

SCRIPTS = Path(__file__).resolve().parent.parent
ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")
MEASURES = (*ROLES, "brokerage")
# On an undirected network every open path counts in both orders. For these measures both orders
# come from one and the same path, and the deviation that sna states is too small by this factor.
BOTH_ORDERS = ("coordinator", "itinerant", "liaison", "brokerage")

Table = dict[str, list[Value]]


@dataclass
class Answer:
    """`brokerage` has a table per grouping attribute; its columns are MEASURES with suffixes."""

    transitivity: Value
    brokerage: dict[str, Table] = field(default_factory=dict)


def ask(jobs: Sequence[tuple[Network, Sequence[str]]], workspace: Path) -> list[Answer]:
    """For each network and its grouping attributes what sna says; `workspace` is scratch space."""
    folders = [workspace / f"job-{i}" for i in range(len(jobs))]
    for folder, (net, attributes) in zip(folders, jobs):
        write_job(folder, net, attributes)
    for script in ("gould-fernandez.R", "transitivity.R"):
        command = ["Rscript", "--vanilla", str(SCRIPTS / script), *map(str, folders)]
        subprocess.run(command, check=True)
    return [read_answer(folder, *job) for folder, job in zip(folders, jobs)]


def dimensions(workspace: Path, jobs: int) -> list[dict[str, float]]:
    """Krackhardt's and Freeman's measures of the networks that `ask` was asked, by their names."""
    folders = [workspace / f"job-{i}" for i in range(jobs)]
    command = ["Rscript", "--vanilla", str(SCRIPTS / "krackhardt.R"), *map(str, folders)]
    subprocess.run(command, check=True)
    answers = []
    for folder in folders:
        with (folder / "krackhardt.csv").open(newline="") as file:
            answers.append({row["measure"]: float(row["value"]) for row in csv.DictReader(file)})
    return answers


def write_job(folder: Path, net: Network, attributes: Sequence[str]) -> None:
    folder.mkdir()
    nodes = [[a["id"], *(a[name] for name in attributes)] for a in net.actors]
    arcs = [[i + 1, j + 1] for i, j in net.arcs]
    write_rows(folder / "nodes.csv", ["id", *attributes], nodes)
    write_rows(folder / "arcs.csv", ["source", "target"], arcs)
    (folder / "mode.txt").write_text("directed\n" if net.directed else "undirected\n")


def write_rows(path: Path, heading: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heading)
        writer.writerows(rows)


def read_answer(folder: Path, net: Network, attributes: Sequence[str]) -> Answer:
    answer = Answer(known(float((folder / "transitivity.txt").read_text())))
    for attribute in attributes:
        with (folder / f"brokerage.{attribute}.csv").open(newline="") as file:
            rows = list(csv.DictReader(file))
        table = {name: [finite(row[name]) for row in rows] for name in rows[0]}
        groups = [actor[attribute] for actor in net.actors]
        answer.brokerage[attribute] = corrected(checked(table, net, groups), net.directed)
    return answer


def finite(text: str) -> Value:
    """sna divides by a deviation of 0 where a role is impossible: no value."""
    value = float(text)
    return value if math.isfinite(value) else None


def checked(table: Table, net: Network, groups: Sequence[str]) -> Table:
    """The table, once its counts equal a count from the definition and its expectations add up."""
    for measure, counts in counted(net, groups).items():
        agreed(f"Gould-Fernandez {measure}", table[measure], counts)
    for v, total in enumerate(table["brokerage_expected"]):
        parts = [table[f"{role}_expected"][v] for role in ROLES]
        if not same(total, math.fsum(part for part in parts if part is not None)):
            raise AssertionError(f"expected roles of node {v} do not add up: {parts} and {total}")
    return table


def counted(net: Network, groups: Sequence[str]) -> dict[str, list[float]]:
    """Open paths a -> v -> b without a -> b, by the groups of the three."""
    arcs = set(net.arcs)
    sources: list[list[int]] = [[] for _ in groups]
    targets: list[list[int]] = [[] for _ in groups]
    for i, j in arcs:
        targets[i].append(j)
        sources[j].append(i)
    table = {measure: [0.0] * len(groups) for measure in MEASURES}
    for v in range(len(groups)):
        for a in sources[v]:
            for b in targets[v]:
                if a != b and (a, b) not in arcs:
                    table[role(groups[a], groups[v], groups[b])][v] += 1
                    table["brokerage"][v] += 1
    return table


def role(a: str, v: str, b: str) -> str:
    if a == v:
        return "coordinator" if v == b else "representative"
    if v == b:
        return "gatekeeper"
    return "itinerant" if a == b else "liaison"


def corrected(table: Table, directed: bool) -> Table:
    if directed:
        return table
    for measure in BOTH_ORDERS:
        scores = table[f"{measure}_z"]
        table[f"{measure}_z"] = [None if z is None else z / math.sqrt(2) for z in scores]
    return table
