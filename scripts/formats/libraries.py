"""The plainest form as networks of networkx and igraph, and back."""

import html
from typing import Any

import igraph
import networkx

from formats.nets import Net, said


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
