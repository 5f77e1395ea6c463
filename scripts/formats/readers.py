"""What other tools read: the files that the program writes, read by networkx, igraph and by hand."""

import csv
import html
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import igraph
import networkx

from formats.libraries import from_igraph, from_networkx
from formats.nets import ALL, WEIGHTS, Net
from formats.workbooks import read_workbook

NO_LABEL = ALL - {"label"}


@dataclass(frozen=True)
class Reading:
    """A tool that reads a file, and what of a network it can find there."""

    name: str
    file: str
    format: str
    read: Callable[[Path], Net]
    columns: set[str]
    is_plain: bool = False
    ties_only: bool = False


def read_node_link(path: Path) -> networkx.Graph:
    return networkx.node_link_graph(json.loads(path.read_text("utf-8")), edges="edges")


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


def read_gephi_csv(path: Path) -> Net:
    net = Net(directed=True)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            net.directed = row.pop("Type") == "Directed"
            row["weight"] = row.pop("Weight", "1")
            net.ties.append((row.pop("Source"), row.pop("Target"), dict(row)))
    return with_nodes(net)


def read_edges(path: Path) -> Net:
    net = Net(directed=True)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            net.ties.append((row.pop("source"), row.pop("target"), dict(row)))
    return with_nodes(net)


def with_nodes(net: Net) -> Net:
    for source, target, _ in net.ties:
        net.nodes.setdefault(source, {})
        net.nodes.setdefault(target, {})
    return net


READINGS = [
    Reading("graphml networkx", "y.graphml", "graphml", lambda p: from_networkx(networkx.read_graphml(p)), ALL),
    Reading("graphml igraph", "y.graphml", "graphml", read_igraph_graphml, ALL),
    Reading("gexf networkx", "y.gexf", "gexf", lambda p: from_networkx(networkx.read_gexf(p)), ALL),
    Reading("gml networkx", "y.gml", "gml", lambda p: from_networkx(networkx.read_gml(p, label="label")), NO_LABEL),
    Reading("gml igraph", "y.gml", "gml", lambda p: from_igraph(igraph.Graph.Read_GML(str(p)), "label", decode=True), NO_LABEL),
    Reading("pajek networkx", "y.net", "pajek", read_pajek, WEIGHTS, is_plain=True),
    Reading("pajek igraph", "y.net", "pajek", lambda p: from_igraph(igraph.Graph.Read_Pajek(str(p)), "name", decode=True), WEIGHTS, is_plain=True),
    Reading("node-link networkx", "y.json", "node-link", lambda p: from_networkx(read_node_link(p)), ALL),
    Reading("cytoscape networkx", "y.json", "cytoscape", read_cytoscape, ALL),
    Reading("d3 by hand", "y.json", "d3", read_d3, ALL),
    Reading("xlsx openpyxl", "y.xlsx", "xlsx", read_workbook, ALL),
    Reading("gephi by hand", "y.csv", "gephi", read_gephi_csv, {"weight", "note"}, ties_only=True),
    Reading("edges by hand", "y.csv", "edges", read_edges, {"weight", "note"}, ties_only=True),
]  # fmt: skip
