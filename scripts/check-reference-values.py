#!/usr/bin/env python3
"""Reproduces tables of reference values through the built program.

    python3 scripts/check-reference-values.py PROGRAM FOLDER [--references TABLES]

FOLDER holds data sets (actors.csv, ties.csv), each with a reference.csv; with --references the
tables are TABLES/NAME.csv instead. Where a data set has no region.yaml, the direction of a relation
is told to the program on the command line. Values are compared to the six decimals in which they
are written. Prints how many rows of every measure were reproduced, every row that was not, and
which measures are not looked at; the exit status is 1 if a row was not reproduced.
"""

import argparse
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from peers.agreement import Value
from peers.folders import read_table
from peers.program import Program, ProgramError
from peers.reference_rows import NotLookedAt, Row, View, read_rows, reproduced

# Half of the last decimal, and a little for the rounding of the tool that wrote it.
TOLERANCE = 6e-7

THRESHOLD = re.compile(r"(?P<relation>.+) \(weight >= (?P<least>\d+)\)")
# Relations whose rows are not about a network of ties.
OTHER_TABLES = {"participation": "two-mode", "distance": "distances"}


def agrees(row: Row, actor: str, value: Value) -> bool:
    return actor == row.actor and value is not None and abs(value - row.value) <= TOLERANCE


@dataclass
class DataSet:
    """A folder, its reference rows and what must be told to the program about them."""

    program: Program
    folder: Path
    rows: list[Row]
    views: dict[tuple[str, str], View] = field(default_factory=dict)

    @cached_property
    def actors(self) -> list[dict[str, str]]:
        return read_table(self.folder / "actors.csv")

    @cached_property
    def has_waves(self) -> bool:
        return any(tie.get("wave") for tie in read_table(self.folder / "ties.csv"))

    @cached_property
    def directed(self) -> set[str]:
        """Reciprocity is listed for directed relations and for these alone."""
        return {row.relation for row in self.rows if row.measure.startswith("reciprocity")}

    def view(self, row: Row) -> View:
        key = (row.relation, row.wave)
        if key not in self.views:
            persons = any(actor["type"] == "person" for actor in self.actors)
            directed = row.relation in self.directed
            options = self.options(row, directed)
            self.views[key] = View(self.program, self.folder, options, directed, persons)
        return self.views[key]

    def options(self, row: Row, directed: bool) -> list[str]:
        chosen: list[str] = []
        relation, least = row.relation, ""
        if match := THRESHOLD.fullmatch(relation):
            relation, least = match["relation"], match["least"]
        if relation != "all":
            chosen += ["--relation", relation]
        if least:
            chosen += ["--min-weight", least]
        if not (self.folder / "region.yaml").exists():
            chosen.append("--directed" if directed else "--undirected")
        return chosen + self.part(row.wave)

    def part(self, wave: str) -> list[str]:
        """The column `wave` holds a wave, or else the case into which the actors are divided."""
        if not self.has_waves:
            return ["--where", f"case={wave}"] if wave else []
        chosen = ["--wave", wave or "all"]
        if f"in_{wave}" in self.actors[0] and "waves" not in self.actors[0]:
            chosen += ["--where", f"in_{wave}=1"]
        return chosen


@dataclass
class Outcome:
    matched: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)

    def add(self, data: DataSet, row: Row) -> None:
        try:
            if row.relation in OTHER_TABLES:
                raise NotLookedAt(f"{row.measure} ({OTHER_TABLES[row.relation]})")
            actor, value = reproduced(row, data.view(row))
        except NotLookedAt as reason:
            self.left_out[str(reason)] += 1
            return
        except (ProgramError, ValueError, KeyError) as error:
            self.fail(data, row, f"{type(error).__name__}: {error}")
            return
        if agrees(row, actor, value):
            self.matched[row.measure] += 1
        else:
            self.fail(data, row, f"{row.value} expected, found {value!r} {actor}".rstrip())

    def fail(self, data: DataSet, row: Row, what: str) -> None:
        self.failed[row.measure] += 1
        print(f"DIFF {data.folder.name}: {row}: {what}", flush=True)

    def summary(self) -> None:
        for measure in sorted(self.matched.keys() | self.failed.keys()):
            rows = self.matched[measure] + self.failed[measure]
            print(f"{self.matched[measure]:5} of {rows:5} rows  {measure}")
        print("Not looked at:")
        for reason, count in sorted(self.left_out.items()):
            print(f"{count:14} rows  {reason}")
        matched, failed = self.matched.total(), self.failed.total()
        print(f"{matched} rows reproduced, {failed} not, {self.left_out.total()} not looked at")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=Path, help="the built program")
    parser.add_argument("folder", type=Path, help="the folder that holds the data sets")
    parser.add_argument("--references", type=Path, help="where the tables are, as NAME.csv")
    arguments = parser.parse_args()
    program = Program(arguments.program.resolve())
    outcome = Outcome()
    found = False
    for folder in sorted(path.parent for path in arguments.folder.glob("*/ties.csv")):
        tables = arguments.references
        path = tables / f"{folder.name}.csv" if tables else folder / "reference.csv"
        if not path.exists():
            continue
        found = True
        data = DataSet(program, folder, read_rows(path))
        for row in data.rows:
            outcome.add(data, row)
    if not found:
        parser.error("no data set with reference values")
    outcome.summary()
    return 1 if outcome.failed else 0


if __name__ == "__main__":
    sys.exit(main())
