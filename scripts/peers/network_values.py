"""Values of a whole network, each from two independent tools where two have it."""

import statistics

import igraph
import networkx

from .agreement import Value, agreed_value, known
from .networks import Network

# For each kind of triad: how many paths i -> j -> k it holds, and how many of them i -> k closes.
TWO_PATHS = {
    "003": (0, 0), "012": (0, 0), "102": (0, 0), "021D": (0, 0), "021U": (0, 0), "021C": (1, 0),
    "111D": (1, 0), "111U": (1, 0), "030T": (1, 1), "030C": (3, 0), "201": (2, 0),
    "120D": (2, 2), "120U": (2, 2), "120C": (3, 1), "210": (4, 3), "300": (6, 6),
}  # fmt: skip


def size(net: Network) -> dict[str, Value]:
    g, h = net.nx, net.ig
    n = len(net.actors)
    degrees = h.degree()
    return {
        "nodes": agreed_value("nodes", g.number_of_nodes(), h.vcount()),
        "ties": agreed_value("ties", g.number_of_edges(), h.ecount()),
        "density": agreed_value("density", networkx.density(g), h.density()),
        "mean_degree": agreed_value(
            "mean_degree", sum(d for _, d in g.degree()) / n, statistics.fmean(degrees)
        ),
    }


def components(net: Network) -> dict[str, Value]:
    weak = list(networkx.connected_components(net.skeleton_nx))
    also = net.skeleton_ig.connected_components()
    values: dict[str, Value] = {
        "components": agreed_value("components", len(weak), len(also)),
    }
    if net.directed:
        strong = networkx.number_strongly_connected_components(net.nx)
        same = len(net.ig.connected_components(mode="strong"))
        values["strong_components"] = agreed_value("strong_components", strong, same)
    values["largest_component"] = agreed_value(
        "largest_component", max(map(len, weak)), max(also.sizes())
    )
    values["isolates"] = agreed_value(
        "isolates", networkx.number_of_isolates(net.nx), net.ig.degree().count(0)
    )
    return values


def distances(net: Network) -> dict[str, Value]:
    """`diameter` on the undirected skeleton of the largest component; `mean_distance` over the
    ordered pairs with a path, along the arcs."""
    largest = max(networkx.connected_components(net.skeleton_nx), key=len)
    diameter = networkx.diameter(net.skeleton_nx.subgraph(largest))
    giant: igraph.Graph = net.skeleton_ig.connected_components().giant()
    lengths = [
        d
        for source, reached in networkx.all_pairs_shortest_path_length(net.nx)
        for target, d in reached.items()
        if target != source
    ]
    mean = statistics.fmean(lengths) if lengths else None
    also = known(net.ig.average_path_length(directed=True, unconn=True))
    return {
        "diameter": agreed_value("diameter", diameter, giant.diameter()),
        "mean_distance": agreed_value("mean_distance", mean, also),
    }


def dyads(net: Network) -> dict[str, Value]:
    """Reciprocity, dyads and triads; only where ties have a direction."""
    if not net.directed:
        return {}
    mutual, asymmetric, null = net.ig.dyad_census()
    both = sum(net.nx.has_edge(j, i) for i, j in net.nx.edges) // 2
    ties, nodes = net.nx.number_of_edges(), len(net.actors)
    one_way = ties - 2 * both
    values: dict[str, Value] = {
        "reciprocity": agreed_value(
            "reciprocity", networkx.overall_reciprocity(net.nx), net.ig.reciprocity()
        ),
        "mutual": agreed_value("mutual", both, mutual),
        "asymmetric": agreed_value("asymmetric", one_way, asymmetric),
        "null": agreed_value("null", nodes * (nodes - 1) // 2 - both - one_way, null),
    }
    also = net.ig.triad_census()
    for triad, count in networkx.triadic_census(net.nx).items():
        values[f"triad_{triad}"] = agreed_value(f"triad_{triad}", count, also[triad])
    return values


def transitivity(net: Network, gtrans: Value) -> Value:
    """`gtrans` is what sna says; it is held against networkx, directed by way of the triads."""
    if not net.directed:
        has_paths = any(degree > 1 for _, degree in net.nx.degree())
        second = networkx.transitivity(net.nx) if has_paths else None
    else:
        census = networkx.triadic_census(net.nx)
        paths = sum(count * TWO_PATHS[triad][0] for triad, count in census.items())
        closed = sum(count * TWO_PATHS[triad][1] for triad, count in census.items())
        second = closed / paths if paths else None
    return agreed_value("transitivity", gtrans, second)


def cohesion(net: Network) -> dict[str, Value]:
    g, h = net.skeleton_nx, net.skeleton_ig
    return {
        "mean_clustering": agreed_value(
            "mean_clustering",
            networkx.average_clustering(g),
            h.transitivity_avglocal_undirected(mode="zero"),
        ),
        "degeneracy": agreed_value(
            "degeneracy", max(networkx.core_number(g).values()), max(h.coreness())
        ),
        "articulation_points": agreed_value(
            "articulation_points",
            len(set(networkx.articulation_points(g))),
            len(h.articulation_points()),
        ),
        "bridges": agreed_value("bridges", len(list(networkx.bridges(g))), len(h.bridges())),
    }


def network_values(net: Network, gtrans: Value) -> dict[str, Value]:
    """All values in the order in which they are written."""
    return {
        **size(net),
        **components(net),
        **distances(net),
        **dyads(net),
        "transitivity": transitivity(net, gtrans),
        **cohesion(net),
    }
