"""Rows of a table of reference values, and where the program shows the same number."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from .agreement import Value
from .folders import read_table
from .program import WRONG_USAGE, Program, ProgramError, Scores

# How a row's heading reads among the measures of `samspill structure`.
STRUCTURE = {
    "nodes": "nodes",
    "ties": "ties",
    "density": "density",
    "reciprocity (share of ties returned)": "reciprocity",
    "mutual pairs": "mutual",
    "asymmetric pairs": "asymmetric",
    "weak components": "components",
    "largest weak component": "largest_component",
    "strong components": "strong_components",
    "isolates": "isolates",
    "transitivity": "transitivity",
    "mean distance over reachable pairs": "mean_distance",
    "highest k-core": "degeneracy",
    "Krackhardt connectedness": "krackhardt_connectedness",
    "Krackhardt hierarchy": "krackhardt_hierarchy",
    "Krackhardt efficiency": "krackhardt_efficiency",
    "Krackhardt LUBness (ties as given)": "krackhardt_lub",
}
UPWARD = {"Krackhardt LUBness (ties reversed)": "krackhardt_lub"}
LARGEST = {
    "largest betweenness": "betweenness",
    "largest degree": "degree",
    "largest in-degree": "in_degree",
    "largest out-degree": "out_degree",
    "largest strength": "strength",
    "largest in-strength": "in_strength",
    "largest out-strength": "out_strength",
}
ROLES = {
    f"Gould-Fernandez {role}": "brokerage" if role == "all roles" else role
    for role in (
        "coordinator", "itinerant", "representative", "gatekeeper", "liaison", "all roles"
    )
}  # fmt: skip
LARGEST_BROKER = "Gould-Fernandez largest total"
CENTRALITY = (*LARGEST.values(), "constraint")


@dataclass(frozen=True)
class Row:
    relation: str
    wave: str
    measure: str
    group: str
    actor: str
    value: float

    def __str__(self) -> str:
        parts = [self.relation, self.wave, self.measure, self.group, self.actor]
        return ", ".join(part for part in parts if part)


class NotLookedAt(Exception):
    """The row's measure is outside of what is compared; the message says which and why."""


@dataclass
class View:
    """One relation (and wave) of a data set, as the program shows it; asked for when needed."""

    program: Program
    folder: Path
    options: list[str]
    directed: bool
    persons: bool
    by_group: dict[str, Scores] = field(default_factory=dict)
    ei: dict[str, Value] = field(default_factory=dict)

    @cached_property
    def upward(self) -> dict[str, Value]:
        """With ties turned from superior to subordinate."""
        asked = ["--measures", ",".join(UPWARD.values()), "--reports-upward"]
        return self.program.structure(self.folder, self.options + asked)

    def ei_index(self, group: str) -> Value:
        if group not in self.ei:
            asked = ["--measures", "ei_index", "--group-by", group]
            self.ei[group] = self.program.structure(self.folder, self.options + asked)["ei_index"]
        return self.ei[group]

    @cached_property
    def structure(self) -> dict[str, Value]:
        return self.program.structure(self.folder, self.options)

    @cached_property
    def centrality(self) -> Scores:
        return self.program.centrality(self.folder, self.options, CENTRALITY)

    @cached_property
    def longest_path(self) -> Value:
        """Along the arcs, over all pairs with a path; `diameter` ignores direction."""
        try:
            scores = self.program.centrality(self.folder, self.options, ["eccentricity"])
        except ProgramError as error:
            if error.status != WRONG_USAGE:
                raise
            if self.directed:
                raise NotLookedAt("longest shortest path, directed (needs eccentricity)") from error
            return self.structure["diameter"]
        return max((x for x in scores.columns["eccentricity"] if x is not None), default=None)

    def brokers(self, group: str) -> Scores:
        if group not in self.by_group:
            naming = ["--name-persons"] if self.persons else []
            found = self.program.brokers(self.folder, self.options + naming, group)
            self.by_group[group] = found
        return self.by_group[group]


def total_weight(view: View) -> Value:
    name, ends = ("out_strength", 1) if view.directed else ("strength", 2)
    return math.fsum(x for x in view.centrality.columns[name] if x is not None) / ends


def mutual_share(view: View) -> Value:
    mutual, asymmetric = view.structure["mutual"], view.structure["asymmetric"]
    if mutual is None or asymmetric is None or mutual + asymmetric == 0:
        return None
    return mutual / (mutual + asymmetric)


DERIVED: dict[str, Callable[[View], Value]] = {
    "total weight": total_weight,
    "longest shortest path": lambda view: view.longest_path,
    "reciprocity (mutual share of tied pairs)": mutual_share,
}


def largest(scores: Scores, measure: str) -> tuple[str, Value]:
    """The first actor that reaches the largest value, up to rounding, and that value."""
    column = scores.columns[measure]
    top = max((x for x in column if x is not None), default=None)
    if top is None:
        return "", None
    for id, value in zip(scores.ids, column):
        if value is not None and math.isclose(value, top, rel_tol=1e-9, abs_tol=1e-12):
            return id, top
    raise AssertionError("the largest value belongs to nobody")


def reproduced(row: Row, view: View) -> tuple[str, Value]:
    """The actor and the value the program gives for `row`."""
    if row.measure in STRUCTURE:
        return row.actor, view.structure[STRUCTURE[row.measure]]
    if row.measure in UPWARD:
        return row.actor, view.upward[UPWARD[row.measure]]
    if row.measure == "E-I index":
        return row.actor, view.ei_index(row.group)
    if row.measure in DERIVED:
        return row.actor, DERIVED[row.measure](view)
    if row.measure in LARGEST:
        return largest(view.centrality, LARGEST[row.measure])
    if row.measure == "Burt constraint":
        position = view.centrality.ids.index(row.actor)
        return row.actor, view.centrality.columns["constraint"][position]
    if row.measure == LARGEST_BROKER:
        return largest(view.brokers(row.group), "brokerage")
    if row.measure in ROLES:
        column = view.brokers(row.group).columns[ROLES[row.measure]]
        return row.actor, math.fsum(x for x in column if x is not None)
    raise NotLookedAt(re.sub(r" at period \d+| up to period \d+", "", row.measure))


def read_rows(path: Path) -> list[Row]:
    return [
        Row(
            relation=row["relation"],
            wave=row["wave"],
            measure=row["measure"],
            group=row["group"],
            actor=row["actor"],
            value=float(row["value"]),
        )
        for row in read_table(path)
    ]
