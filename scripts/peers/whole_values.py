"""Values of whole networks of any shape, also without ties.

networkx where it answers, the definition where it does not.
"""

import itertools
import math
from collections import Counter
from collections.abc import Mapping, Sequence

import networkx

from .agreement import Value, agreed_value, known
from .network_values import TWO_PATHS
from .networks import Network

Values = dict[str, Value]


def share(part: float, whole: float) -> Value:
    return part / whole if whole else None


def steps(net: Network) -> dict[int, dict[int, int]]:
    return {v: dict(reached) for v, reached in networkx.all_pairs_shortest_path_length(net.nx)}


def size(net: Network) -> Values:
    n, m = len(net.actors), len(net.weights)
    weak = list(networkx.connected_components(net.skeleton_nx))
    strong = networkx.strongly_connected_components(net.nx) if net.directed else weak
    distances = [d for reached in steps(net).values() for d in reached.values() if d > 0]
    # Of equally large components the one with the first node.
    largest = net.skeleton_nx.subgraph(max(weak, key=lambda part: (len(part), -min(part))))
    return {
        "nodes": float(n),
        "ties": float(m),
        "total_weight": math.fsum(net.weights.values()),
        "loops_dropped": 0.0,
        "parallel_merged": 0.0,
        "density": networkx.density(net.nx) if n > 1 else None,
        "mean_degree": 2 * m / n,
        "components": float(len(weak)),
        "strong_components": float(len(list(strong))),
        "largest_component": float(len(largest)),
        "isolates": float(networkx.number_of_isolates(net.nx)),
        "diameter": float(networkx.diameter(largest)),
        "radius": float(networkx.radius(largest)),
        "mean_distance": share(sum(distances), len(distances)),
        "global_efficiency": share(sum(1 / d for d in distances), n * (n - 1)),
        "articulation_points": float(len(set(networkx.articulation_points(net.skeleton_nx)))),
        "bridges": float(len(list(networkx.bridges(net.skeleton_nx)))),
        "biconnected_components": float(
            len(list(networkx.biconnected_components(net.skeleton_nx)))
        ),
    }


def dyads(net: Network) -> Values:
    n, m = len(net.actors), len(net.weights)
    pairs = n * (n - 1) // 2
    if not net.directed:
        none = {f"triad_{triad}": None for triad in TWO_PATHS}
        return {"reciprocity": None, "mutual": m, "asymmetric": 0.0, "null": pairs - m} | none
    both = sum((j, i) in net.weights for i, j in net.weights) // 2
    census = dict.fromkeys(TWO_PATHS, 0)
    if n > 2:
        census |= networkx.triadic_census(net.nx)
    values: Values = {
        "reciprocity": networkx.overall_reciprocity(net.nx) if m else None,
        "mutual": float(both),
        "asymmetric": float(m - 2 * both),
        "null": float(pairs - (m - both)),
    }
    return values | {f"triad_{triad}": float(count) for triad, count in census.items()}


def cohesion(net: Network) -> Values:
    g = net.skeleton_nx
    arcs = set(net.arcs)
    paths = closed = 0
    for i, j in arcs:
        for k in net.nx[j]:
            if k != i:
                paths += 1
                closed += (i, k) in arcs
    return {
        "transitivity": share(closed, paths),
        "mean_clustering": networkx.average_clustering(g),
        "degeneracy": float(max(networkx.core_number(g).values())),
    }


def assortativity(net: Network) -> Value:
    """networkx divides by 0 where the degrees at one end do not vary: it is asked elsewhere."""
    out = dict(net.nx.out_degree() if net.directed else net.nx.degree())
    into = dict(net.nx.in_degree() if net.directed else net.nx.degree())
    if len({out[i] for i, _ in net.arcs}) < 2 or len({into[j] for _, j in net.arcs}) < 2:
        return None
    first = float(networkx.degree_assortativity_coefficient(net.nx))
    return agreed_value("assortativity_degree", first, net.ig.assortativity_degree(directed=True))


def closeness_centralization(net: Network) -> Value:
    n = len(net.actors)
    graph = net.nx.reverse() if net.directed else net.nx
    values = networkx.closeness_centrality(graph).values()
    most = n - 1 if net.directed else (n - 1) * (n - 2) / (2 * n - 3)
    return share(math.fsum(max(values) - x for x in values), most)


def flow_hierarchy(net: Network) -> Value:
    if not net.directed or not net.weights:
        return None
    return float(networkx.flow_hierarchy(net.nx))


def efficiency(net: Network) -> Value:
    """Krackhardt's, with as many places for ties as there are: pairs where undirected."""
    needed = room = 0.0
    for part in networkx.connected_components(net.skeleton_nx):
        n = len(part)
        needed += n - 1
        room += n * (n - 1) / (1 if net.directed else 2) - (n - 1)
    return None if room == 0 else 1 - (len(net.weights) - needed) / room


def least_upper_bounds(net: Network, upward: bool) -> Value:
    """Krackhardt 1994: a pair's least upper bound is reached by all its upper bounds."""
    if not net.directed:
        return None
    graph = net.nx.reverse() if upward else net.nx
    reached = {v: set(networkx.descendants(graph, v)) | {v} for v in graph}
    most = violations = 0.0
    for part in networkx.connected_components(net.skeleton_nx):
        if len(part) < 3:
            continue
        most += (len(part) - 1) * (len(part) - 2) / 2
        for i, j in itertools.combinations(sorted(part), 2):
            bounds = [u for u in part if i in reached[u] and j in reached[u]]
            if not any(all(u in reached[other] for other in bounds) for u in bounds):
                violations += 1
    return 1 - violations / most if most else None


def hierarchy(net: Network, sna: Mapping[str, float]) -> Values:
    """What sna says where it answers: of networks of three nodes or more."""
    n = len(net.actors)
    values: Values = {
        name: known(sna[name]) if n > 2 else None
        for name in (
            "centralization_degree", "centralization_in_degree", "centralization_out_degree",
            "centralization_betweenness", "krackhardt_connectedness", "krackhardt_hierarchy",
        )
    }  # fmt: skip
    values["krackhardt_efficiency"] = efficiency(net)
    if n > 2 and net.directed and values["krackhardt_efficiency"] is not None:
        agreed_value(
            "krackhardt_efficiency", values["krackhardt_efficiency"], sna["krackhardt_efficiency"]
        )
    if not net.directed:
        values["krackhardt_hierarchy"] = None
    if n == 2:
        arcs = len(net.weights)
        values["krackhardt_connectedness"] = 1.0 if arcs else 0.0
        if net.directed:
            # Two nodes: all of degree alike or one with all the ties of its kind.
            values["centralization_in_degree"] = 1.0 if arcs == 1 else 0.0
            values["centralization_out_degree"] = 1.0 if arcs == 1 else 0.0
            values["krackhardt_hierarchy"] = {0: None, 1: 1.0, 2: 0.0}[arcs]
    return values


def groups(net: Network, labels: Sequence[str]) -> Values:
    """E-I index, its expectation, assortativity and the mixing matrix of the column `team`."""
    external = sum(labels[i] != labels[j] for i, j in net.weights)
    internal = len(net.weights) - external
    n, sizes = len(labels), Counter(labels)
    values: Values = {
        "ei_index": share(external - internal, external + internal),
        "ei_index_expected": share(
            n * (n - 1) - 2 * sum(s * (s - 1) for s in sizes.values()), n * (n - 1)
        ),
    }
    mixing: Counter[tuple[str, str]] = Counter()
    for i, j in net.weights:
        pair = (labels[i], labels[j])
        names = list(sizes)
        if not net.directed and names.index(pair[0]) > names.index(pair[1]):
            pair = (pair[1], pair[0])
        mixing[pair] += 1
    for place, name in enumerate(sizes):
        ends = [(labels[i] == name) + (labels[j] == name) for i, j in net.weights]
        inside, outside = ends.count(2), ends.count(1)
        values[f"ei_index_of_{name}"] = share(outside - inside, outside + inside)
        for other in list(sizes)[0 if net.directed else place :]:
            values[f"mixing_{name}:{other}"] = float(mixing[name, other])
    graph = net.nx.copy()
    networkx.set_node_attributes(graph, dict(enumerate(labels)), "team")
    source = {labels[i] for i, _ in net.arcs}
    target = {labels[j] for _, j in net.arcs}
    values["assortativity_team"] = (
        float(networkx.attribute_assortativity_coefficient(graph, "team"))
        if source and not (len(source) == 1 and source == target)
        else None
    )
    return values


def whole_values(net: Network, sna: Mapping[str, float], bounds: bool = True) -> Values:
    """`bounds`: with the least upper bounds, which take time with the cube of the actors."""
    lub: Values = {"krackhardt_lub": least_upper_bounds(net, upward=False)} if bounds else {}
    return {
        **size(net),
        **dyads(net),
        **cohesion(net),
        "assortativity_degree": assortativity(net),
        "centralization_closeness": closeness_centralization(net),
        **hierarchy(net, sna),
        **lub,
        "flow_hierarchy": flow_hierarchy(net),
    }
