"""Values beyond those that two tools have: one tool, or linear algebra, or the definition."""

from collections.abc import Mapping

from . import local_values, walk_values, whole_values
from .agreement import Value, agreed
from .networks import Network

# What takes time with the cube of the actors, in the tests as here, is given up to so many.
FEW = 120
WHOLE = (
    "total_weight", "radius", "global_efficiency", "biconnected_components",
    "assortativity_degree", "centralization_degree", "centralization_in_degree",
    "centralization_out_degree", "centralization_betweenness", "centralization_closeness",
    "krackhardt_connectedness", "krackhardt_hierarchy", "krackhardt_efficiency", "krackhardt_lub",
    "flow_hierarchy",
)  # fmt: skip


def further_node_values(net: Network) -> dict[str, list[Value]]:
    hub, authority = walk_values.hits(net)
    burt = local_values.burt(net, weighted=False)
    circuits: dict[str, list[Value]] = {}
    if len(net.actors) <= FEW:
        circuits = {
            "current_flow_betweenness": walk_values.current_flow_betweenness(net, weighted=False),
            "information": walk_values.information(net, weighted=False),
        }
    return {
        "eccentricity": local_values.eccentricity(net, lengths=False),
        "reach2": reach2(net),
        "node_reciprocity": local_values.node_reciprocity(net),
        "burt_efficiency": burt["burt_efficiency"],
        "burt_hierarchy": burt["burt_hierarchy"],
        **circuits,
        "eigenvector": walk_values.eigenvector(net, weighted=False),
        "katz": walk_values.katz(net, weighted=False),
        "hub": hub,
        "authority": authority,
    }


def reach2(net: Network) -> list[Value]:
    second = [size - 1 for size in net.ig.neighborhood_size(order=2, mode="out")]
    return agreed("reach2", local_values.reach2(net), second)


def further_network_values(net: Network, sna: Mapping[str, float]) -> dict[str, Value]:
    is_small = len(net.actors) <= FEW
    values = whole_values.whole_values(net, sna, bounds=is_small)
    return {name: values[name] for name in WHOLE if name in values}
