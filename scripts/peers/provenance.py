"""Which tool, which version and which call stands behind each known value."""

import platform
import subprocess
from importlib import metadata

R_VERSIONS = (
    "cat(paste(R.version$major, R.version$minor, sep='.'),"
    " as.character(packageVersion('sna')), sep='\\n')"
)

# In the calls, g is the network in networkx and h the same in igraph for Python, both with every
# actor as a node; u and x are their undirected simple skeletons; reverse(g) turns every arc round.
NODE_CALLS = {
    "degree": ("g.degree()", "h.degree(mode='all')"),
    "in_degree": ("g.in_degree()", "h.degree(mode='in')"),
    "out_degree": ("g.out_degree()", "h.degree(mode='out')"),
    "strength": ("g.degree(weight='weight')", "h.strength(mode='all', weights='weight')"),
    "in_strength": ("g.in_degree(weight='weight')", "h.strength(mode='in', weights='weight')"),
    "out_strength": ("g.out_degree(weight='weight')", "h.strength(mode='out', weights='weight')"),
    "betweenness": ("betweenness_centrality(g, normalized=False)", "h.betweenness()"),
    "closeness": (
        "closeness_centrality(reverse(g), wf_improved=True)",
        "h.closeness(mode='out', normalized=True) * (r - 1) / (n - 1),"
        " r = h.neighborhood_size(order=n, mode='out')",
    ),
    "in_closeness": (
        "closeness_centrality(g, wf_improved=True)",
        "h.closeness(mode='in', normalized=True) * (r - 1) / (n - 1),"
        " r = h.neighborhood_size(order=n, mode='in')",
    ),
    "harmonic": (
        "harmonic_centrality(reverse(g))",
        "h.harmonic_centrality(mode='out', normalized=True) * (n - 1)",
    ),
    "in_harmonic": (
        "harmonic_centrality(g)",
        "h.harmonic_centrality(mode='in', normalized=True) * (n - 1)",
    ),
    "pagerank": (
        "pagerank(g, alpha=0.85, tol=1e-15, max_iter=10000, weight='weight')",
        "h.pagerank(damping=0.85, weights='weight', implementation='prpack')",
    ),
    "core_number": ("core_number(u)", "x.coreness()"),
    "clustering": ("clustering(u)", "x.transitivity_local_undirected(mode='zero')"),
    "triangles": ("triangles(u)", "x.list_triangles(), counted per node"),
    "constraint": (
        "constraint(g, nodes=[v]); on reverse(g) where v has no out-ties",
        "h.constraint()",
    ),
    "effective_size": (
        "effective_size(g, nodes=[v]); on reverse(g) where v has no out-ties",
        "no second tool: the sum over alters from the definition, on the adjacency matrix",
    ),
    "articulation": ("articulation_points(u)", "x.articulation_points()"),
}

NETWORK_CALLS = {
    "nodes": ("g.number_of_nodes()", "h.vcount()"),
    "ties": ("g.number_of_edges()", "h.ecount()"),
    "density": ("density(g)", "h.density()"),
    "mean_degree": ("mean of g.degree()", "mean of h.degree()"),
    "components": ("connected_components(u)", "x.connected_components()"),
    "strong_components": (
        "number_strongly_connected_components(g)",
        "h.connected_components(mode='strong')",
    ),
    "largest_component": ("connected_components(u)", "x.connected_components().sizes()"),
    "isolates": ("number_of_isolates(g)", "h.degree().count(0)"),
    "diameter": (
        "diameter(u of the largest component)",
        "x.connected_components().giant().diameter()",
    ),
    "mean_distance": (
        "mean of all_pairs_shortest_path_length(g) without the nodes themselves",
        "h.average_path_length(directed=True, unconn=True)",
    ),
    "reciprocity": ("overall_reciprocity(g)", "h.reciprocity()"),
    "mutual": ("g.has_edge(j, i) over the arcs, halved", "h.dyad_census()"),
    "asymmetric": ("arcs less twice the mutual pairs", "h.dyad_census()"),
    "null": ("pairs less mutual and asymmetric ones", "h.dyad_census()"),
    "triad_003 ... triad_300": ("triadic_census(g)", "h.triad_census()"),
    "mean_clustering": (
        "average_clustering(u)",
        "x.transitivity_avglocal_undirected(mode='zero')",
    ),
    "degeneracy": ("max(core_number(u))", "max(x.coreness())"),
    "articulation_points": ("articulation_points(u)", "x.articulation_points()"),
    "bridges": ("bridges(u)", "x.bridges()"),
}

TRANSITIVITY = {
    "kept": "sna: gtrans(matrix, mode='digraph' or 'graph', measure='weak')",
    "checked": "networkx: directed from triadic_census(g), undirected transitivity(u)",
}

BROKERAGE = {
    "kept": "sna: brokerage(matrix, groups), raw.nli, exp.nli (_expected), z.nli (_z)",
    "checked": "counts: open paths counted from the definition; expectations: the roles add up",
    "roles": "w_I coordinator, w_O itinerant, b_OI gatekeeper, b_IO representative, b_O liaison,"
    " t brokerage",
    "undirected": "both directions in the matrix; z of coordinator, itinerant, liaison and"
    " brokerage is divided by the square root of 2, by which sna's deviation is too small",
    "undefined": "a deviation of 0 gives an empty cell",
}

# Values that no two tools have, or not in the same definition: what is kept, and what it was held against.
FURTHER = {
    "eccentricity": ("networkx: max of shortest_path_length(g, v)", ""),
    "reach2": (
        "networkx: single_source_shortest_path_length(g, v, cutoff=2), less v itself",
        "igraph: h.neighborhood_size(order=2, mode='out') - 1",
    ),
    "node_reciprocity": ("the definition, on the arcs", ""),
    "burt_efficiency": ("the definition, on the adjacency matrix (numpy)", ""),
    "burt_hierarchy": ("the definition, on the adjacency matrix (numpy)", ""),
    "current_flow_betweenness": (
        "networkx: current_flow_betweenness_centrality(u, normalized=False, solver='full'),"
        " component by component",
        "",
    ),
    "information": ("numpy: pinv of laplacian_matrix(u), component by component", ""),
    "eigenvector": (
        "numpy: linalg.eig of the largest strong component",
        "networkx: eigenvector_centrality_numpy, to 1e-7",
    ),
    "katz": (
        "networkx: katz_centrality_numpy(g, alpha=0.85 / largest eigenvalue, beta=1)",
        "",
    ),
    "hub, authority": ("numpy: the limit of power iteration from all ones, by eigenvectors", ""),
    "total_weight": ("sum over the ties", ""),
    "radius": ("networkx: radius(u of the largest component)", ""),
    "global_efficiency": ("networkx: all_pairs_shortest_path_length(g), mean of 1/d", ""),
    "biconnected_components": ("networkx: biconnected_components(u)", ""),
    "assortativity_degree": (
        "networkx: degree_assortativity_coefficient(g)",
        "igraph: h.assortativity_degree(directed=True)",
    ),
    "centralization_degree, _in_degree, _out_degree, _betweenness": ("sna: centralization()", ""),
    "centralization_closeness": ("networkx: closeness_centrality(reverse(g)), summed", ""),
    "krackhardt_connectedness": ("sna: connectedness()", ""),
    "krackhardt_hierarchy": ("sna: hierarchy(measure='krackhardt'), directed", ""),
    "krackhardt_efficiency": ("the definition", "sna: efficiency(), directed"),
    "krackhardt_lub": ("the definition, pair by pair, up to 120 actors", ""),
    "flow_hierarchy": ("networkx: flow_hierarchy(g)", ""),
    "edge_betweenness": (
        "networkx: edge_betweenness_centrality(g, normalized=False)",
        "igraph: h.edge_betweenness()",
    ),
    "bridge": ("networkx: bridges(u)", ""),
    "span": ("networkx: shortest_path_length(g without the tie, i, j)", ""),
    "embeddedness": ("networkx: common_neighbors(u, i, j)", ""),
    "reciprocated, weight": ("the arcs themselves", ""),
}


def versions() -> dict[str, str]:
    answer = subprocess.run(
        ["Rscript", "--vanilla", "-e", R_VERSIONS], check=True, capture_output=True, text=True
    )
    r, sna = answer.stdout.split()
    return {
        "Python": platform.python_version(),
        "networkx": metadata.version("networkx"),
        "python-igraph": metadata.version("igraph"),
        "numpy": metadata.version("numpy"),
        "R": r,
        "sna": sna,
    }


def provenance() -> dict[str, object]:
    calls = {"nodes": NODE_CALLS, "network": NETWORK_CALLS}
    return {
        "generator": "python3 scripts/make-known-values.py Datasets Tests/Fixtures/known-values",
        "versions": versions(),
        "agreement": "relative 1e-9, absolute 1e-12 around zero; the generator stops otherwise",
        **{
            kind: {
                measure: {"kept": f"networkx: {first}", "checked": second_tool(second)}
                for measure, (first, second) in table.items()
            }
            for kind, table in calls.items()
        },
        "further": {
            name: {"kept": kept} | ({"checked": checked} if checked else {})
            for name, (kept, checked) in FURTHER.items()
        },
        "transitivity": TRANSITIVITY,
        "brokerage": BROKERAGE,
    }


def second_tool(call: str) -> str:
    return call if call.startswith("no second tool") else f"igraph: {call}"
