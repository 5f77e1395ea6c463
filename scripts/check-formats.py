#!/usr/bin/env python3
"""Holds reading and writing of network files against networkx and igraph.

    python3 scripts/check-formats.py PROGRAM [--regions 50] [--seed 1]

Over the bundled data sets and random regions whose names have letters of Norwegian, Sámi and Greek,
emoji, quotes, commas and line ends: what networkx and igraph write is read by the program, and what
the program writes is read by them. Nodes, ties, weights, directions and attributes must be the
same.
Where a tool cannot write or read a name (quotes and line ends in Pajek), those names are left out.
One line per difference, then a count per format; the exit status is 1 if anything differs.
Needs networkx 3 and igraph.
"""

import argparse
import csv
import html
import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import igraph
import networkx

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


# --- networks to try -----------------------------------------------------------------------------


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


def as_networkx(net: Net) -> networkx.Graph:
    graph = networkx.DiGraph() if net.directed else networkx.Graph()
    for node, values in net.nodes.items():
        graph.add_node(node, **{k: v for k, v in values.items() if said(v)})
    for source, target, values in net.ties:
        graph.add_edge(source, target, **values)
    return graph


def from_networkx(graph: networkx.Graph) -> Net:
    net = Net(directed=graph.is_directed())
    for node, values in graph.nodes(data=True):
        net.nodes[str(node)] = dict(values)
    for source, target, values in graph.edges(data=True):
        net.ties.append((str(source), str(target), dict(values)))
    return net


def as_igraph(net: Net) -> igraph.Graph:
    graph = igraph.Graph(directed=net.directed)
    graph.add_vertices(list(net.nodes))
    place = {node: number for number, node in enumerate(net.nodes)}
    for column in ("label", "size", "colour"):
        if any(said(values.get(column)) for values in net.nodes.values()):
            graph.vs[column] = [values.get(column) for values in net.nodes.values()]
    graph.add_edges([(place[source], place[target]) for source, target, _ in net.ties])
    for column in ("weight", "note"):
        if any(column in values for _, _, values in net.ties):
            graph.es[column] = [values.get(column) for _, _, values in net.ties]
    return graph


def from_igraph(graph: igraph.Graph, key: str, decode: bool = False) -> Net:
    def clean(value: Any) -> Any:
        return html.unescape(value) if decode and isinstance(value, str) else value

    net = Net(directed=graph.is_directed())
    names = [clean(name) for name in graph.vs[key]]
    for vertex, name in zip(graph.vs, names, strict=True):
        net.nodes[name] = {k: clean(v) for k, v in vertex.attributes().items()}
    for edge in graph.es:
        values = {k: clean(v) for k, v in edge.attributes().items()}
        net.ties.append((names[edge.source], names[edge.target], values))
    return net


# --- the program ---------------------------------------------------------------------------------


class Program:
    def __init__(self, path: Path, folder: Path) -> None:
        self.path = path
        self.folder = folder

    def convert(self, source: Path, target: str, format_name: str) -> Path:
        out = self.folder / target
        done = subprocess.run(
            [str(self.path), "convert", str(source), "-o", str(out), "--to", format_name, "--lossy",
             "--force"],
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        if done.returncode != 0:
            raise RuntimeError(f"status {done.returncode}: {done.stderr.strip()}")
        return out

    def read(self, source: Path) -> Net:
        document = json.loads(self.convert(source, "read.json", "node-link").read_text("utf-8"))
        net = Net(directed=document["directed"])
        for node in document["nodes"]:
            net.nodes[node.pop("id")] = node
        for edge in document["edges"]:
            net.ties.append((edge.pop("source"), edge.pop("target"), edge))
        return net

    def write(self, net: Net, target: str, format_name: str) -> Path:
        """Through a file that says everything and that was checked when it was read."""
        given = self.folder / "given.json"
        document = networkx.node_link_data(as_networkx(net), edges="edges")
        given.write_text(json.dumps(document), encoding="utf-8")
        return self.convert(given, target, format_name)


# --- what is compared ----------------------------------------------------------------------------


def write_json(graph: networkx.Graph, path: str, data: Callable[[networkx.Graph], Any]) -> None:
    Path(path).write_text(json.dumps(data(graph)), encoding="utf-8")


NO_LABEL = ALL - {"label"}


def node_link(edges: str) -> Callable[[networkx.Graph], Any]:
    return lambda graph: networkx.node_link_data(graph, edges=edges)


def read_node_link(path: Path) -> networkx.Graph:
    return networkx.node_link_graph(json.loads(path.read_text("utf-8")), edges="edges")


PEERS_WRITE: list[tuple[str, str, bool, set[str], Callable[[Net, str], Any]]] = [
    ("networkx graphml", "x.graphml", False, ALL,
     lambda n, p: networkx.write_graphml(as_networkx(n), p)),
    ("networkx gexf", "x.gexf", False, ALL, lambda n, p: networkx.write_gexf(as_networkx(n), p)),
    ("networkx gml", "x.gml", False, NO_LABEL,
     lambda n, p: networkx.write_gml(without_labels(n), p)),
    ("networkx pajek", "x.net", True, WEIGHTS, lambda n, p: networkx.write_pajek(bare(n), p)),
    ("networkx node-link", "x.json", False, ALL,
     lambda n, p: write_json(as_networkx(n), p, node_link("edges"))),
    ("networkx node-link links", "x.json", False, ALL,
     lambda n, p: write_json(as_networkx(n), p, node_link("links"))),
    ("networkx cytoscape", "x.json", False, ALL,
     lambda n, p: write_json(as_networkx(n), p, networkx.cytoscape_data)),
    ("igraph graphml", "x.graphml", False, ALL, lambda n, p: as_igraph(n).write_graphml(p)),
    ("igraph gml", "x.gml", False, NO_LABEL, lambda n, p: write_igraph_gml(n, p)),
    ("igraph pajek", "x.net", True, WEIGHTS, lambda n, p: write_igraph_pajek(n, p)),
]  # fmt: skip

PEERS_READ: list[tuple[str, str, str, bool, set[str], Callable[[Path], Net]]] = [
    ("graphml networkx", "y.graphml", "graphml", False, ALL,
     lambda p: from_networkx(networkx.read_graphml(p))),
    ("graphml igraph", "y.graphml", "graphml", False, ALL,
     lambda p: read_igraph_graphml(p)),
    ("gexf networkx", "y.gexf", "gexf", False, ALL, lambda p: from_networkx(networkx.read_gexf(p))),
    ("gml networkx", "y.gml", "gml", False, NO_LABEL,
     lambda p: from_networkx(networkx.read_gml(p, label="label"))),
    ("gml igraph", "y.gml", "gml", False, NO_LABEL,
     lambda p: from_igraph(igraph.Graph.Read_GML(str(p)), "label", decode=True)),
    ("pajek networkx", "y.net", "pajek", True, WEIGHTS, lambda p: read_pajek(p)),
    ("pajek igraph", "y.net", "pajek", True, WEIGHTS,
     lambda p: from_igraph(igraph.Graph.Read_Pajek(str(p)), "name", decode=True)),
    ("node-link networkx", "y.json", "node-link", False, ALL,
     lambda p: from_networkx(read_node_link(p))),
    ("cytoscape networkx", "y.json", "cytoscape", False, ALL, lambda p: read_cytoscape(p)),
    ("d3 by hand", "y.json", "d3", False, ALL, lambda p: read_d3(p)),
]  # fmt: skip


def bare(net: Net) -> networkx.Graph:
    """Pajek of networkx takes attributes of text only; the weights are what it is about."""
    graph = as_networkx(net)
    for values in graph.nodes.values():
        values.clear()
    for _, _, values in graph.edges(data=True):
        for column in set(values) - WEIGHTS:
            del values[column]
    return graph


def without_labels(net: Net) -> networkx.Graph:
    """networkx writes names as labels and refuses a label besides."""
    graph = as_networkx(net)
    for values in graph.nodes.values():
        values.pop("label", None)
    return graph


def write_igraph_gml(net: Net, path: str) -> None:
    graph = as_igraph(net)
    graph.vs["label"] = graph.vs["name"]
    del graph.vs["name"]
    graph.write_gml(path)


def write_igraph_pajek(net: Net, path: str) -> None:
    graph = as_igraph(net)
    graph.vs["id"] = graph.vs["name"]
    for column in set(graph.vs.attributes()) - {"id"}:
        del graph.vs[column]
    if "note" in graph.es.attributes():
        del graph.es["note"]
    graph.write_pajek(path)


def read_igraph_graphml(path: Path) -> Net:
    """igraph leaves `&` in ids as `&#38;`, in files of networkx too; in values it does not."""
    graph = igraph.Graph.Read_GraphML(str(path))
    graph.vs["id"] = [name.replace("&#38;", "&") for name in graph.vs["id"]]
    return from_igraph(graph, "id")


def read_pajek(path: Path) -> Net:
    net = from_networkx(networkx.read_pajek(path))
    # networkx leaves the references of Pajek as they are.
    net.nodes = {html.unescape(node): {} for node in net.nodes}
    net.ties = [(html.unescape(s), html.unescape(t), values) for s, t, values in net.ties]
    return net


def read_cytoscape(path: Path) -> Net:
    document = json.loads(path.read_text("utf-8"))
    for node in document["elements"]["nodes"]:
        # networkx wants its own columns for ids.
        node["data"].setdefault("name", node["data"]["id"])
        node["data"]["value"] = node["data"]["id"]
    return from_networkx(networkx.cytoscape_graph(document))


def read_d3(path: Path) -> Net:
    document = json.loads(path.read_text("utf-8"))
    net = Net(directed=document["directed"])
    names = [node["id"] for node in document["nodes"]]
    net.nodes = {node.pop("id"): node for node in document["nodes"]}
    for link in document["links"]:
        net.ties.append((names[link.pop("source")], names[link.pop("target")], link))
    return net


class Tally:
    def __init__(self) -> None:
        self.compared: Counter[str] = Counter()
        self.failed: Counter[str] = Counter()

    def compare(
        self, what: str, where: str, wanted: Net, columns: set[str], got: Callable[[], Net]
    ) -> None:
        self.compared[what] += 1
        try:
            found = got()
        except Exception as error:
            # A peer may fail in any way, and that is a difference.
            return self.fail(what, where, f"{type(error).__name__}: {error}")
        if found.directed != wanted.directed and wanted.ties:
            return self.fail(what, where, f"directed is {found.directed}")
        nodes, ties = found.table(columns)
        wanted_nodes, wanted_ties = wanted.table(columns)
        for name, one, other in (("nodes", nodes, wanted_nodes), ("ties", ties, wanted_ties)):
            if one != other:
                extra, missing = besides(one, other), besides(other, one)
                return self.fail(what, where, f"{name}: {extra}, expected {missing}")

    def fail(self, what: str, where: str, message: str) -> None:
        self.failed[what] += 1
        if self.failed[what] <= 5:
            print(f"{what}: {where}: {message}")


def besides(one: Any, other: Any) -> list[str]:
    """The first entries of one table that the other has not."""
    mine, theirs = (Counter(map(str, table.items())) for table in (one, other))
    return list((mine - theirs).elements())[:2]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("program", type=Path)
    parser.add_argument("--regions", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    tally = Tally()
    root = Path(__file__).resolve().parent.parent / "Datasets"
    with tempfile.TemporaryDirectory() as name:
        program = Program(arguments.program.resolve(), Path(name))
        for plain in (False, True):
            nets: list[tuple[str, Net]] = [
                (f"region {number}", random_net(number, plain))
                for number in range(arguments.seed, arguments.seed + arguments.regions)
            ]
            for folder in sorted(path.parent for path in root.glob("*/ties.csv")):
                with (folder / "ties.csv").open(encoding="utf-8") as file:
                    names = {row.get("relation") for row in csv.DictReader(file)}
                relations = sorted(names, key=str)
                for relation in relations[:3]:
                    net = dataset(folder, relation)
                    if net is not None:
                        nets.append((f"{folder.name} {relation or ''}".strip(), net))
            for where, net in nets:
                for what, file_name, is_plain, columns, write in PEERS_WRITE:
                    if is_plain == plain:
                        path = Path(name) / file_name
                        write(net, str(path))
                        tally.compare(what, where, net, columns, lambda p=path: program.read(p))
                for what, file_name, format_name, is_plain, columns, read in PEERS_READ:
                    if is_plain == plain:
                        tally.compare(
                            what, where, net, columns,
                            lambda f=file_name, n=net, k=format_name, r=read: r(
                                program.write(n, f, k)
                            ),
                        )  # fmt: skip
    for what, count in tally.compared.items():
        print(f"{what}: {count - tally.failed[what]} of {count} the same")
    print(f"networkx {networkx.__version__}, igraph {igraph.__version__}")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
