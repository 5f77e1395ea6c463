"""Values per tie, from networkx and igraph, or from the definition where no tool has them."""

import networkx

from .agreement import Value, agreed
from .networks import Network

Column = list[Value]


def ties(net: Network) -> list[tuple[int, int]]:
    return sorted(net.weights)


def edge_betweenness(net: Network, lengths: bool = False) -> Column:
    weight = "weight" if lengths else None
    found = networkx.edge_betweenness_centrality(net.nx, normalized=False, weight=weight)
    column = [found[tie] if tie in found else found[tie[1], tie[0]] for tie in ties(net)]
    again = net.ig.edge_betweenness(directed=net.directed, weights=weight)
    ids = {(edge.source, edge.target): edge.index for edge in net.ig.es}
    second = [again[ids[tie] if tie in ids else ids[tie[1], tie[0]]] for tie in ties(net)]
    return agreed("edge_betweenness", column, second)


def bridge(net: Network) -> Column:
    found = {frozenset(pair) for pair in networkx.bridges(net.skeleton_nx)}
    return [float(frozenset(tie) in found) for tie in ties(net)]


def span(net: Network) -> Column:
    """Steps from source to target once the tie is taken away."""
    column: Column = []
    rest = net.nx.copy()
    for i, j in ties(net):
        rest.remove_edge(i, j)
        try:
            column.append(float(networkx.shortest_path_length(rest, i, j)))
        except networkx.NetworkXNoPath:
            column.append(None)
        rest.add_edge(i, j)
    return column


def embeddedness(net: Network) -> Column:
    g = net.skeleton_nx
    return [float(len(list(networkx.common_neighbors(g, i, j)))) for i, j in ties(net)]


def reciprocated(net: Network) -> Column:
    if not net.directed:
        return [None] * len(net.weights)
    return [float((j, i) in net.weights) for i, j in ties(net)]


def tie_values(net: Network) -> dict[str, Column]:
    """All columns in the order in which the program shows them; ties by source, then target."""
    return {
        "edge_betweenness": edge_betweenness(net),
        "bridge": bridge(net),
        "span": span(net),
        "embeddedness": embeddedness(net),
        "reciprocated": reciprocated(net),
        "weight": [net.weights[tie] for tie in ties(net)],
    }

