"""Values per node, each from two independent tools where two have it.

networkx gives the value that is kept; igraph must agree. `effective_size` has no second tool, so it
is held against its definition.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

import networkx
import numpy

from .agreement import Value, agreed, known
from .networks import Network

Column = list[Value]


def degrees(net: Network) -> dict[str, Column]:
    g, h = net.nx, net.ig
    incoming = g.in_degree if net.directed else g.degree
    outgoing = g.out_degree if net.directed else g.degree
    columns: dict[str, Column] = {}
    for name, view, mode in (
        ("degree", g.degree, "all"),
        ("in_degree", incoming, "in"),
        ("out_degree", outgoing, "out"),
    ):
        columns[name] = agreed(name, floats(view(), g), h.degree(mode=mode))
    for name, view, mode in (
        ("strength", g.degree, "all"),
        ("in_strength", incoming, "in"),
        ("out_strength", outgoing, "out"),
    ):
        ours = floats(view(weight="weight"), g)
        columns[name] = agreed(name, ours, h.strength(mode=mode, weights="weight"))
    return columns


def floats(
    values: Mapping[int, float] | Iterable[tuple[int, float]], graph: networkx.Graph
) -> Column:
    by_node = dict(values)
    return [float(by_node[v]) for v in graph]


def betweenness(net: Network) -> Column:
    first = floats(networkx.betweenness_centrality(net.nx, normalized=False), net.nx)
    return agreed("betweenness", first, net.ig.betweenness())


def closeness(net: Network, outward: bool) -> Column:
    """Wasserman-Faust. networkx counts distances towards a node, so outward is on the reversal."""
    graph = turned(net) if outward else net.nx
    first = floats(networkx.closeness_centrality(graph, wf_improved=True), net.nx)
    mode = "out" if outward else "in"
    n = len(net.actors)
    raw = net.ig.closeness(mode=mode, normalized=True)
    reached = net.ig.neighborhood_size(order=n, mode=mode)
    second = [0.0 if r == 1 else c * (r - 1) / (n - 1) for c, r in zip(raw, reached)]
    return agreed(f"closeness {mode}", first, second)


def harmonic(net: Network, outward: bool) -> Column:
    graph = turned(net) if outward else net.nx
    first = floats(networkx.harmonic_centrality(graph), net.nx)
    mode = "out" if outward else "in"
    n = len(net.actors)
    # igraph divides by n - 1.
    second = [h * (n - 1) for h in net.ig.harmonic_centrality(mode=mode, normalized=True)]
    return agreed(f"harmonic {mode}", first, second)


def turned(net: Network) -> networkx.Graph:
    return net.nx.reverse() if net.directed else net.nx


def pagerank(net: Network) -> Column:
    ranks = networkx.pagerank(net.nx, alpha=0.85, tol=1e-15, max_iter=10_000, weight="weight")
    second = net.ig.pagerank(damping=0.85, weights="weight", implementation="prpack")
    return agreed("pagerank", floats(ranks, net.nx), second)


def core_number(net: Network) -> Column:
    first = floats(networkx.core_number(net.skeleton_nx), net.nx)
    return agreed("core_number", first, net.skeleton_ig.coreness())


def clustering(net: Network) -> Column:
    first = floats(networkx.clustering(net.skeleton_nx), net.nx)
    return agreed("clustering", first, net.skeleton_ig.transitivity_local_undirected(mode="zero"))


def triangles(net: Network) -> Column:
    first = floats(networkx.triangles(net.skeleton_nx), net.nx)
    at = Counter(v for triangle in net.skeleton_ig.list_triangles() for v in triangle)
    return agreed("triangles", first, [float(at[v]) for v in range(len(net.actors))])


def articulation(net: Network) -> Column:
    cut = set(networkx.articulation_points(net.skeleton_nx))
    also = set(net.skeleton_ig.articulation_points())
    nodes = range(len(net.actors))
    return agreed(
        "articulation", [float(v in cut) for v in nodes], [float(v in also) for v in nodes]
    )


def either_way(net: Network, value: Callable[[networkx.Graph, int], float]) -> Column:
    """A Burt measure from networkx for every node.

    networkx answers nan for a node without out-ties. Burt's measures read a tie the same way from
    both ends, so such a node gets its value on the reversed graph; isolates stay undefined.
    """
    forward, backward = net.nx, turned(net)
    column: Column = []
    for v in net.nx:
        here = known(value(forward, v))
        column.append(here if here is not None else known(value(backward, v)))
    return column


def constraint(net: Network) -> Column:
    first = either_way(net, lambda graph, v: networkx.constraint(graph, nodes=[v])[v])
    return agreed("constraint", first, [known(c) for c in net.ig.constraint()])


def effective_size(net: Network) -> Column:
    first = either_way(net, lambda graph, v: networkx.effective_size(graph, nodes=[v])[v])
    return agreed("effective_size", first, effective_size_by_definition(net))


def effective_size_by_definition(net: Network) -> Column:
    """sum_j [1 - sum_q p_iq m_jq], q neither i nor j (Burt 1992), on the adjacency matrix."""
    n = len(net.actors)
    mutual = numpy.zeros((n, n))
    for i, j in net.arcs:
        mutual[i, j] += 1
        mutual[j, i] += 1
    column: Column = []
    for i in range(n):
        alters = numpy.flatnonzero(mutual[i])
        if len(alters) == 0:
            column.append(None)
            continue
        p = mutual[i] / mutual[i].sum()
        m = mutual[alters] / mutual[alters].max(axis=1, keepdims=True)
        # p_ii is 0 and m_jj is 0, so neither q = i nor q = j adds anything.
        column.append(float(len(alters) - (m @ p).sum()))
    return column


def node_values(net: Network) -> dict[str, Column]:
    """All columns in the order in which they are written."""
    return degrees(net) | {
        "betweenness": betweenness(net),
        "closeness": closeness(net, outward=True),
        "in_closeness": closeness(net, outward=False),
        "harmonic": harmonic(net, outward=True),
        "in_harmonic": harmonic(net, outward=False),
        "pagerank": pagerank(net),
        "core_number": core_number(net),
        "clustering": clustering(net),
        "triangles": triangles(net),
        "constraint": constraint(net),
        "effective_size": effective_size(net),
        "articulation": articulation(net),
    }
