"""What other tools write: networkx, igraph, R's igraph, and tables and files as Gephi writes them."""

import csv
import json
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx

from formats.libraries import as_igraph, as_networkx
from formats.nets import ALL, WEIGHTS, Net, said, text
from formats.workbooks import write_workbook

NO_LABEL = ALL - {"label"}


@dataclass(frozen=True)
class Writing:
    """A tool that writes a file: under what name, and what of a network is in it."""

    name: str
    file: str
    write: Callable[[Net, str], Any]
    columns: set[str]
    # Names without quotes, line ends and backslashes, which the tool's format cannot hold.
    is_plain: bool = False
    # Only ties: actors without one are not there, nor what is said of actors.
    ties_only: bool = False
    # The format of a file that has no direction.
    is_directed: bool | None = None
    # Whether texts with quotes are written so that they can be read again.
    takes_quotes: bool = True


def write_json(graph: networkx.Graph, path: str, data: Callable[[networkx.Graph], Any]) -> None:
    Path(path).write_text(json.dumps(data(graph)), encoding="utf-8")


def node_link(edges: str) -> Callable[[networkx.Graph], Any]:
    return lambda graph: networkx.node_link_data(graph, edges=edges)


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
    for column in set(graph.vs.attributes()) - {"name"}:
        del graph.vs[column]
    if "note" in graph.es.attributes():
        del graph.es["note"]
    graph.write_pajek(path)


# --- Gephi ---------------------------------------------------------------------------------------


def write_gephi_csv(net: Net, path: str) -> None:
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        # In quotes: blanks at the ends of a cell without them are not read as part of a name.
        rows = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
        rows.writerow(["Source", "Target", "Type", "Id", "Label", "timeset", "Weight", "note"])
        kind = "Directed" if net.directed else "Undirected"
        for number, (source, target, values) in enumerate(net.ties):
            weight, note = values.get("weight", 1), values.get("note", "")
            rows.writerow([source, target, kind, number, "", "", weight, note])


def write_gephi_gexf(net: Net, path: str) -> None:
    """As Gephi 0.10 does: everything has a picture, and edges that go the usual way say nothing."""
    space, pictures = "http://gexf.net/1.3", "http://gexf.net/1.3/viz"
    root = ElementTree.Element("gexf", {"xmlns": space, "version": "1.3", "xmlns:viz": pictures})
    meta = ElementTree.SubElement(root, "meta", {"lastmodifieddate": "2024-05-17"})
    ElementTree.SubElement(meta, "creator").text = "Gephi 0.10.1"
    way = "directed" if net.directed else "undirected"
    graph = ElementTree.SubElement(root, "graph", {"defaultedgetype": way, "mode": "static"})
    declared = {"node": [("size", "double"), ("colour", "string")], "edge": [("note", "string")]}
    for owner, columns in declared.items():
        holder = ElementTree.SubElement(graph, "attributes", {"class": owner, "mode": "static"})
        for name, kind in columns:
            ElementTree.SubElement(holder, "attribute", {"id": name, "title": name, "type": kind})
    nodes = ElementTree.SubElement(graph, "nodes")
    for name, values in net.nodes.items():
        label = str(values.get("label") or "")
        node = ElementTree.SubElement(nodes, "node", {"id": name, "label": label})
        add_values(node, values, declared["node"])
        ElementTree.SubElement(node, "viz:size", {"value": "10.0"})
        ElementTree.SubElement(node, "viz:position", {"x": "-1.5", "y": "22.25"})
        ElementTree.SubElement(node, "viz:color", {"r": "192", "g": "12", "b": "0"})
    edges = ElementTree.SubElement(graph, "edges")
    for number, (source, target, values) in enumerate(net.ties):
        ends = {"id": str(number), "source": source, "target": target}
        weight = {"weight": text(values["weight"])} if "weight" in values else {}
        add_values(ElementTree.SubElement(edges, "edge", ends | weight), values, declared["edge"])
    ElementTree.ElementTree(root).write(path, encoding="UTF-8", xml_declaration=True)


def add_values(owner: ElementTree.Element, values: dict[str, Any], columns: list[tuple[str, str]]) -> None:
    holder = ElementTree.SubElement(owner, "attvalues")
    for name, _ in columns:
        if said(values.get(name)):
            ElementTree.SubElement(holder, "attvalue", {"for": name, "value": str(values[name])})


# --- R -------------------------------------------------------------------------------------------


def has_r() -> bool:
    try:
        done = subprocess.run(
            ["Rscript", "-e", "library(igraph)"], capture_output=True, check=False
        )
    except FileNotFoundError:
        return False
    return done.returncode == 0


def write_by_r(net: Net, folder: Path) -> None:
    """All of R's files at once: it takes R long to begin."""
    given = folder / "given.graphml"
    as_igraph(net).write_graphml(str(given))
    script = Path(__file__).resolve().parent / "write.R"
    subprocess.run(["Rscript", str(script), str(given), str(folder)], check=True, capture_output=True)


# --- all of them ---------------------------------------------------------------------------------

WRITINGS = [
    Writing("networkx graphml", "x.graphml", lambda n, p: networkx.write_graphml(as_networkx(n), p), ALL),
    Writing("networkx graphml, gzip", "x.graphml.gz", lambda n, p: networkx.write_graphml(as_networkx(n), p), ALL),
    Writing("networkx gexf", "x.gexf", lambda n, p: networkx.write_gexf(as_networkx(n), p), ALL),
    Writing("networkx gexf 1.1", "x.gexf", lambda n, p: networkx.write_gexf(as_networkx(n), p, version="1.1draft"), ALL),
    Writing("networkx gml", "x.gml", lambda n, p: networkx.write_gml(without_labels(n), p), NO_LABEL),
    Writing("networkx pajek", "x.net", lambda n, p: networkx.write_pajek(bare(n), p), WEIGHTS, is_plain=True),
    Writing("networkx node-link", "x.json", lambda n, p: write_json(as_networkx(n), p, node_link("edges")), ALL),
    Writing("networkx node-link links", "x.json", lambda n, p: write_json(as_networkx(n), p, node_link("links")), ALL),
    Writing("networkx cytoscape", "x.json", lambda n, p: write_json(as_networkx(n), p, networkx.cytoscape_data), ALL),
    Writing("igraph graphml", "x.graphml", lambda n, p: as_igraph(n).write_graphml(p), ALL),
    Writing("igraph gml", "x.gml", lambda n, p: write_igraph_gml(n, p), NO_LABEL),
    Writing("igraph pajek", "x.net", lambda n, p: write_igraph_pajek(n, p), WEIGHTS, is_plain=True),
    # Nothing in a table of ties says that they have no direction.
    Writing("openpyxl xlsx", "x.xlsx", write_workbook, ALL, is_directed=True),
    Writing("Gephi-style csv", "x.csv", write_gephi_csv, {"weight", "note"}, ties_only=True),
    Writing("Gephi-style gexf", "x.gexf", write_gephi_gexf, ALL),
]  # fmt: skip

# Written by R, all at once.
R_WRITINGS = [
    Writing("R igraph graphml", "r.graphml", lambda n, p: None, ALL),
    # Its older versions write quotes inside texts as they are, which is no GML: no text has any here.
    Writing("R igraph gml", "r.gml", lambda n, p: None, NO_LABEL, is_plain=True, takes_quotes=False),
    Writing("R igraph csv", "r.csv", lambda n, p: None, {"weight", "note"}, ties_only=True, is_directed=True),
]  # fmt: skip
