"""Values per node of neighbourhoods and clusters, from the definitions on the matrix."""

import math
from collections import Counter
from collections.abc import Sequence

import networkx
import numpy

from .agreement import Value
from .networks import Network
from .walk_values import matrix

Column = list[Value]


def burt(net: Network, weighted: bool) -> dict[str, Column]:
    """Constraint, effective size, efficiency, hierarchy (Burt 1992); ties read from both ends."""
    a = matrix(net, weighted)
    s = a + a.T
    n = len(s)
    total = s.sum(axis=1)
    p = numpy.divide(s, total[:, None], out=numpy.zeros_like(s), where=total[:, None] > 0)
    names = ("constraint", "effective_size", "burt_efficiency", "burt_hierarchy")
    columns: dict[str, Column] = {name: [None] * n for name in names}
    for v in range(n):
        alters = numpy.flatnonzero(s[v])
        count = len(alters)
        if count == 0:
            continue
        parts = (p[v, alters] + p[v] @ p[:, alters]) ** 2
        overlap = s[alters] / s[alters].max(axis=1, keepdims=True)
        effective = float(count - (overlap @ p[v]).sum())
        columns["constraint"][v] = float(parts.sum())
        columns["effective_size"][v] = effective
        columns["burt_efficiency"][v] = effective / count
        if count > 1:
            ratio = parts / parts.mean()
            spread = sum(r * math.log(r) for r in ratio)
            columns["burt_hierarchy"][v] = float(spread / (count * math.log(count)))
    return columns


def weighted_clustering(net: Network) -> Column:
    graph = networkx.Graph()
    graph.add_nodes_from(range(len(net.actors)))
    for (i, j), w in net.weights.items():
        before = graph[i][j]["weight"] if graph.has_edge(i, j) else 0.0
        graph.add_edge(i, j, weight=before + w)
    found = networkx.clustering(graph, weight="weight")
    return [float(found[v]) for v in graph]


def reach2(net: Network) -> Column:
    return [
        float(len(networkx.single_source_shortest_path_length(net.nx, v, cutoff=2)) - 1)
        for v in net.nx
    ]


def eccentricity(net: Network, lengths: bool) -> Column:
    weight = "weight" if lengths else None
    return [
        float(max(networkx.shortest_path_length(net.nx, v, weight=weight).values()))
        for v in net.nx
    ]


def node_reciprocity(net: Network) -> Column:
    column: Column = []
    for v in range(len(net.actors)):
        forth = {j for i, j in net.weights if i == v}
        back = {i for i, j in net.weights if j == v}
        alters = forth | back
        column.append(len(forth & back) / len(alters) if net.directed and alters else None)
    return column


def cluster_roles(net: Network, labels: Sequence[str], weighted: bool) -> dict[str, Column]:
    """Participation and z within the module (Guimera and Amaral 2005)."""
    a = matrix(net, weighted)
    s = a + a.T if weighted and net.directed else a
    if not weighted:
        s = ((a + a.T) > 0).astype(float)
    n = len(s)
    inside = [sum(s[v, u] for u in range(n) if labels[u] == labels[v]) for v in range(n)]
    participation: Column = []
    z: Column = []
    for v in range(n):
        to: Counter[str] = Counter()
        for u in range(n):
            to[labels[u]] += s[v, u]
        total = sum(to.values())
        participation.append(
            1 - sum((x / total) ** 2 for x in to.values()) if total > 0 else None
        )
        members = [inside[u] for u in range(n) if labels[u] == labels[v]]
        spread = float(numpy.std(members))
        z.append((inside[v] - float(numpy.mean(members))) / spread if spread > 1e-12 else None)
    return {"participation": participation, "within_module_z": z}


def coreness_fit(net: Network, weighted: bool, scores: Sequence[float]) -> float:
    """How well the products of the scores correlate with the ties, over pairs of nodes."""
    a = matrix(net, weighted)
    off = ~numpy.eye(len(a), dtype=bool)
    return float(numpy.corrcoef(a[off], numpy.outer(scores, scores)[off])[0, 1])
