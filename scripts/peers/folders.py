"""Reads a region folder, as far as the comparison with other tools needs it."""

import csv
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Tie:
    source: str
    target: str
    relation: str
    weight: float
    wave: str


@dataclass(frozen=True)
class Folder:
    """Actors in the order of actors.csv, ties in the order of ties.csv."""

    name: str
    path: Path
    actors: list[dict[str, str]]
    ties: list[Tie]
    undirected: frozenset[str]

    @property
    def relations(self) -> list[str]:
        return list(dict.fromkeys(tie.relation for tie in self.ties))

    @property
    def waves(self) -> list[str]:
        return sorted({tie.wave for tie in self.ties if tie.wave})


def read_table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def region_folders(datasets: Path) -> list[Path]:
    """The folders with real ties: published figures have none, synthetic regions a truth.json."""
    folders = [p.parent for p in sorted(datasets.glob("*/ties.csv")) if read_table(p)]
    return [folder for folder in folders if not (folder / "truth.json").exists()]


def read_folder(path: Path, undirected: frozenset[str] | None = None) -> Folder:
    """Reads `path`; `undirected` names the undirected relations where region.yaml is absent."""
    ties = [
        Tie(
            source=row["source"],
            target=row["target"],
            relation=row["relation"],
            weight=float(row["weight"]),
            wave=row.get("wave") or "",
        )
        for row in read_table(path / "ties.csv")
    ]
    if undirected is None:
        undirected = undirected_relations(path / "region.yaml")
    return Folder(path.name, path, read_table(path / "actors.csv"), ties, undirected)


def undirected_relations(path: Path) -> frozenset[str]:
    """Names under `relations:` that have `directed: false`.

    Reads block style with two spaces of indentation, as all files of Datasets/ are written;
    that spares the scripts a YAML library.
    """
    section = relation = ""
    found: set[str] = set()
    if not path.exists():
        return frozenset()
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, value = line.strip().partition(":")
        indentation = len(line) - len(line.lstrip(" "))
        if indentation == 0:
            section = key
        elif section == "relations" and indentation == 2:
            relation = key
        elif section == "relations" and key == "directed" and value.strip() == "false":
            found.add(relation)
    return frozenset(found)
