"""Values per node that rest on walks and on current, from networkx and from linear algebra."""

import itertools
import math

import networkx
import numpy

from .agreement import Value, same
from .networks import Network

Column = list[Value]


def matrix(net: Network, weighted: bool) -> numpy.ndarray:
    n = len(net.actors)
    a = numpy.zeros((n, n))
    for i, j in net.arcs:
        a[i, j] = weight(net, i, j) if weighted else 1.0
    return a


def weight(net: Network, i: int, j: int) -> float:
    found = net.weights.get((i, j))
    return net.weights[(j, i)] if found is None else found


def strong_parts(net: Network) -> list[list[int]]:
    """Sets of nodes that reach each other, the largest first, equal ones by their first node."""
    parts = (
        networkx.strongly_connected_components(net.nx)
        if net.directed
        else networkx.connected_components(net.nx)
    )
    return sorted((sorted(part) for part in parts), key=lambda part: (-len(part), part[0]))


def perron(a: numpy.ndarray) -> tuple[float, numpy.ndarray]:
    """The largest eigenvalue and its left vector, of a matrix in which all reach all."""
    values, vectors = numpy.linalg.eig(a.T)
    place = int(numpy.argmax(values.real))
    vector = numpy.abs(vectors[:, place].real)
    return float(values[place].real), vector / numpy.linalg.norm(vector)


def eigenvector(net: Network, weighted: bool) -> Column:
    a = matrix(net, weighted)
    part = strong_parts(net)[0]
    column: Column = [None] * len(net.actors)
    if len(part) < 2:
        return column
    _, vector = perron(a[numpy.ix_(part, part)])
    for v, x in zip(part, vector):
        column[v] = float(x)
    if len(part) > 3:
        again = networkx.eigenvector_centrality_numpy(
            net.nx.subgraph(part), weight="weight" if weighted else None
        )
        for v in part:
            if not math.isclose(column[v] or 0.0, again[v], rel_tol=1e-7, abs_tol=1e-9):
                raise AssertionError(f"eigenvector of {v}: {column[v]} against {again[v]}")
    return column


def radius(net: Network, weighted: bool) -> float:
    """The largest eigenvalue: that of the strong parts, where it is well conditioned."""
    a = matrix(net, weighted)
    parts = (part for part in strong_parts(net) if len(part) > 1)
    return max((perron(a[numpy.ix_(part, part)])[0] for part in parts), default=0.0)


def katz(net: Network, weighted: bool, alpha: float | None = None) -> Column:
    n = len(net.actors)
    if alpha is None:
        largest = radius(net, weighted)
        if largest == 0:
            return [None] * n
        alpha = 0.85 / largest
    found = networkx.katz_centrality_numpy(
        net.nx, alpha=alpha, beta=1.0, weight="weight" if weighted else None
    )
    return [float(found[v]) for v in range(n)]


def hits(net: Network) -> tuple[Column, Column]:
    """The limit of power iteration from all ones: their part in the top singular space."""
    a = matrix(net, weighted=False)
    if not a.any():
        return [None] * len(a), [None] * len(a)
    values, vectors = numpy.linalg.eigh(a @ a.T)
    top = vectors[:, values > values[-1] * (1 - 1e-9)]
    hub = top @ (top.T @ numpy.ones(len(a)))
    authority = a.T @ hub
    return list(map(float, hub / hub.sum())), list(map(float, authority / authority.sum()))


def circuits(net: Network, weighted: bool) -> list[networkx.Graph]:
    """The components as circuits; both arcs of a pair conduct, or count once without weights."""
    graph = networkx.Graph()
    graph.add_nodes_from(range(len(net.actors)))
    for (i, j), w in net.weights.items():
        before = graph[i][j]["weight"] if weighted and graph.has_edge(i, j) else 0.0
        graph.add_edge(i, j, weight=before + w if weighted else 1.0)
    parts = networkx.connected_components(graph)
    return [graph.subgraph(part).copy() for part in parts]


def current_flow_betweenness(net: Network, weighted: bool) -> Column:
    column: Column = [None] * len(net.actors)
    for part in circuits(net, weighted):
        if len(part) > 2:
            found = networkx.current_flow_betweenness_centrality(
                part, normalized=False, weight="weight", solver="full"
            )
            for v, x in found.items():
                column[v] = float(x)
    return column


def information(net: Network, weighted: bool) -> Column:
    column: Column = [None] * len(net.actors)
    for part in circuits(net, weighted):
        if len(part) < 2:
            continue
        nodes = list(part)
        inverse = numpy.linalg.pinv(networkx.laplacian_matrix(part, nodes).toarray().astype(float))
        own = numpy.diag(inverse)
        for place, v in enumerate(nodes):
            resistance = own[place] + own - 2 * inverse[place]
            column[v] = float(1 / (resistance.sum() - resistance[place]))
    return column


def fragmentation(net: Network, removed: tuple[int, ...]) -> float:
    rest = net.nx.subgraph([v for v in net.nx if v not in removed])
    total = sum(
        1 / d
        for _, reached in networkx.all_pairs_shortest_path_length(rest)
        for d in reached.values()
        if d > 0
    )
    return float(1 - total / (len(rest) * (len(rest) - 1)))


def reach(net: Network, players: tuple[int, ...]) -> float:
    nearest: dict[int, int] = {}
    for player in players:
        for v, d in networkx.single_source_shortest_path_length(net.nx, player).items():
            nearest[v] = min(d, nearest.get(v, d))
    return sum(1 / d if d else 1.0 for d in nearest.values()) / len(net.actors)


def best_players(net: Network, count: int) -> dict[str, tuple[float, set[tuple[int, ...]]]]:
    """For each goal the best value of all sets and which sets have it."""
    n = len(net.actors)
    best: dict[str, tuple[float, set[tuple[int, ...]]]] = {}
    for name, judge in (("fragmentation", fragmentation), ("reach", reach)):
        if name == "fragmentation" and n - count < 2:
            continue
        values = {s: judge(net, s) for s in itertools.combinations(range(n), count)}
        top = max(values.values())
        best[name] = (top, {s for s, x in values.items() if same(x, top)})
    return best


def efficiency(graph: networkx.Graph) -> float:
    n = len(graph)
    total = sum(
        1 / d
        for _, reached in networkx.all_pairs_shortest_path_length(graph)
        for d in reached.values()
        if d > 0
    )
    return total / (n * (n - 1)) if n > 1 else 0.0


def best_gain(net: Network) -> tuple[float, set[tuple[int, int]]] | None:
    """The largest rise of global efficiency by one tie, and which ties bring it."""
    before = efficiency(net.nx)
    gains: dict[tuple[int, int], float] = {}
    pairs = itertools.permutations(net.nx, 2)
    for i, j in pairs:
        if net.nx.has_edge(i, j) or (not net.directed and i > j):
            continue
        more = net.nx.copy()
        more.add_edge(i, j)
        gains[i, j] = efficiency(more) - before
    if not gains:
        return None
    top = max(gains.values())
    return top, {tie for tie, x in gains.items() if same(x, top)}
