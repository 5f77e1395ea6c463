"""Runs the built program and reads the tables it prints."""

import csv
import io
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .agreement import Value

WRONG_USAGE = 64
Columns = dict[str, list[Value]]


class ProgramError(Exception):
    """The program ended with a status other than 0; `status` is that status."""

    def __init__(self, arguments: Sequence[str], status: int, message: str) -> None:
        first = message.strip().splitlines()[:1]
        super().__init__(f"{' '.join(arguments)}: status {status}: {' '.join(first)}")
        self.status = status


@dataclass(frozen=True)
class Scores:
    """Values per node, in the order of the rows."""

    ids: list[str]
    columns: Columns


@dataclass(frozen=True)
class Program:
    path: Path

    def output(self, arguments: Sequence[str]) -> str:
        done = subprocess.run(
            [str(self.path), *arguments], capture_output=True, encoding="utf-8", check=False
        )
        if done.returncode != 0:
            raise ProgramError(arguments, done.returncode, done.stderr)
        return done.stdout

    def centrality(self, folder: Path, options: Sequence[str], measures: Sequence[str]) -> Scores:
        asked = ["--measures", ",".join(measures), "--csv"]
        return scores(self.output(["centrality", str(folder), *options, *asked]))

    def brokers(self, folder: Path, options: Sequence[str], group_by: str) -> Scores:
        asked = ["--group-by", group_by, "--csv"]
        return scores(self.output(["brokers", str(folder), *options, *asked]))

    def structure(self, folder: Path, options: Sequence[str]) -> dict[str, Value]:
        rows = table(self.output(["structure", str(folder), *options, "--csv"]))
        if not rows or list(rows[0])[:2] != ["measure", "value"]:
            raise ValueError("structure does not print the columns measure,value")
        return {row["measure"]: number(row["value"]) for row in rows}


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def scores(text: str) -> Scores:
    rows = table(text)
    if not rows or list(rows[0])[:2] != ["id", "label"]:
        raise ValueError("the table does not start with the columns id,label")
    names = list(rows[0])[2:]
    columns = {name: [number_or_text(row[name]) for row in rows] for name in names}
    return Scores([row["id"] for row in rows], columns)


def number(text: str) -> Value:
    return float(text) if text else None


def number_or_text(text: str) -> Value:
    """A column such as the group holds text; it is not compared and counts as having no value."""
    try:
        return number(text)
    except ValueError:
        return None
