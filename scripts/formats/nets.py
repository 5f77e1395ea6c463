"""Networks in the plainest form, random ones and those of the data sets."""

import csv
import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ALL = {"label", "size", "colour", "weight", "note"}
WEIGHTS = {"weight"}
Attributes = dict[str, Any]
Tie = tuple[str, str, tuple[tuple[str, str], ...]]

NAMES = [
    "Sjøbris AS", "Ærlig & Sønn", "Kåfjord kommune", "Áile", "Sámi allaskuvla", "Guovdageaidnu",
    "Đorvu", "Ŋuorgu", "Αθήνα", "Ελληνικά", "🐟 fisk", "👩‍🔬", "Nils, Ole", 'the "Circle"', "a\nb",
    "O'Hara", "<tag>", "x;y", "back\\slash", "  spaced", "50 %", "#1", "日本", "é", "=1+1",
]  # fmt: skip


@dataclass
class Net:
    """A network in the plainest form: what is compared."""

    directed: bool
    nodes: dict[str, Attributes] = field(default_factory=dict)
    ties: list[tuple[str, str, Attributes]] = field(default_factory=list)

    def without_nodes(self) -> "Net":
        """The ties, and of the nodes no more than their names where they have a tie."""
        ends = {end for source, target, _ in self.ties for end in (source, target)}
        return Net(self.directed, {node: {} for node in self.nodes if node in ends}, self.ties)

    def has_quotes(self) -> bool:
        texts = [*self.nodes, *(v for values in self.nodes.values() for v in values.values())]
        texts += [v for _, _, values in self.ties for v in values.values()]
        return any('"' in text for text in texts if isinstance(text, str))

    def table(self, columns: set[str]) -> tuple[dict[str, Any], Counter[Tie]]:
        """Nodes with the columns that count, and ties with how often they are there."""
        nodes = {node: cells(values, columns) for node, values in self.nodes.items()}
        ties: Counter[Tie] = Counter()
        for source, target, values in self.ties:
            if not self.directed and source > target:
                source, target = target, source
            ties[(source, target, cells({"weight": 1, **values}, columns))] += 1
        return nodes, ties


def cells(values: Attributes, columns: set[str]) -> tuple[tuple[str, str], ...]:
    kept = [(n, text(value)) for n, value in values.items() if n in columns and said(value)]
    return tuple(sorted(kept))


def said(value: Any) -> bool:
    return value is not None and value != "" and value == value


def text(value: Any) -> str:
    """Numbers alike however they are written."""
    if isinstance(value, bool):
        return str(value).lower()
    try:
        return repr(float(value))
    except (TypeError, ValueError):
        return str(value)


def random_net(seed: int, plain: bool) -> Net:
    """A region that a program might have; `plain` leaves out what the peers' Pajek cannot hold."""
    draw = random.Random(seed)
    net = Net(directed=draw.random() < 0.5)
    bad = '"\n\\\'' if plain else ""
    pool = [name for name in NAMES if not any(letter in name for letter in bad)]
    names = [f"{draw.choice(pool)} {number}" for number in range(draw.randint(1, 14))]
    for name in names:
        net.nodes[name] = {
            "label": draw.choice(NAMES) if draw.random() < 0.5 else name,
            "size": draw.choice([1, 2.5, -3, 1e-9, 0]),
            "colour": draw.choice(NAMES),
        }
    pairs: set[tuple[str, str]] = set()
    for _ in range(draw.randint(0, 30)):
        source, target = draw.choice(names), draw.choice(names)
        if (source, target) in pairs or (not net.directed and (target, source) in pairs):
            continue
        pairs.add((source, target))
        values = {"weight": draw.choice([1, 2, 0.1, 1e-7, 12345.678]), "note": draw.choice(NAMES)}
        net.ties.append((source, target, values))
    return net


def dataset(folder: Path, relation: str | None) -> Net | None:
    """One relation of a region folder, or None where it has parallel ties."""
    undirected = relation_is_undirected(folder, relation)
    net = Net(directed=not undirected)
    actors = folder / "actors.csv"
    if actors.exists():
        for row in csv.DictReader(actors.open(encoding="utf-8")):
            net.nodes[row["id"]] = {k: v for k, v in row.items() if k in ALL}
    seen: set[tuple[str, str]] = set()
    for row in csv.DictReader((folder / "ties.csv").open(encoding="utf-8")):
        if relation is not None and row.get("relation") != relation:
            continue
        ends = (row["source"], row["target"])
        if ends in seen or (undirected and ends[::-1] in seen):
            continue
        seen.add(ends)
        for end in ends:
            net.nodes.setdefault(end, {})
        weight = float(row["weight"]) if row.get("weight") else 1
        net.ties.append((*ends, {"weight": weight}))
    return net if net.ties else None


def relation_is_undirected(folder: Path, relation: str | None) -> bool:
    """What region.yaml says: `directed: false` under the relation's name."""
    path = folder / "region.yaml"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    inside = False
    for line in lines:
        bare = line.strip()
        if bare.rstrip(":").strip('"') == relation:
            inside = True
        elif inside and bare.startswith("directed:"):
            return bare.endswith("false")
    return False
