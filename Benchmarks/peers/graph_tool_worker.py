"""graph-tool, on as many threads as OMP_NUM_THREADS says."""

import math
import os

import graph_tool
from graph_tool import centrality, clustering, correlations, topology

import worker

graph_tool.openmp_set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))


class Tool:
    name = "graph-tool"

    def version(self):
        return f"graph-tool {graph_tool.__version__.split()[0]}"

    def read(self, path):
        return graph_tool.load_graph_from_csv(
            path, directed=False, hashed=False, csv_options={"delimiter": " "}
        )

    def prepare(self):
        pass

    def prepare_lengths(self):
        if self.lengths_graph is None:
            self.lengths_graph = self.graph
            self.length = self.graph.new_edge_property("double")
            ends = self.graph.get_edges()
            self.length.a[:] = [worker.length(int(i), int(j)) for i, j in ends]

    def prepare_directed(self):
        if self.directed_graph is None:
            pairs = [(int(i), int(j)) for i, j in self.graph.get_edges()]
            self.directed_graph = graph_tool.Graph(directed=True)
            self.directed_graph.add_vertex(self.nodes())
            self.directed_graph.add_edge_list(worker.arcs(pairs))

    def nodes(self):
        return self.graph.num_vertices()

    def ties(self):
        return self.graph.num_edges()

    def ways(self):
        def scores(made):
            return made.a.tolist()

        def closeness(made):
            labels, counts = topology.label_components(self.graph)
            own = [int(counts[c]) for c in labels.a]
            values = [0.0 if math.isnan(v) else v for v in made.a.tolist()]
            return worker.wasserman_faust(values, own, self.graph.num_vertices())

        def one(value):
            return [float(value)]

        def edge_scores(made):
            ends = self.graph.get_edges()
            values = [made[1][self.graph.edge(i, j)] for i, j in ends]
            return worker.by_pair([(int(i), int(j)) for i, j in ends], values)

        def cuts(made):
            return [float(x) for x in made[1].a]

        return {
            "edge_betweenness": {
                "default": (lambda: centrality.betweenness(self.graph, norm=False), edge_scores)
            },
            "closeness_by_length": {
                "default": (
                    lambda: centrality.closeness(self.graph, weight=self.length, norm=False),
                    closeness,
                )
            },
            "harmonic_by_length": {
                "default": (
                    lambda: centrality.closeness(
                        self.graph, weight=self.length, norm=False, harmonic=True
                    ),
                    scores,
                )
            },
            "betweenness_by_length": {
                "default": (
                    lambda: centrality.betweenness(self.graph, weight=self.length, norm=False)[0],
                    scores,
                )
            },
            "eigenvector": {
                "1e-8": (
                    lambda: centrality.eigenvector(self.graph, epsilon=1e-8)[1],
                    lambda made: worker.unit(scores(made)),
                )
            },
            "katz": {
                "1e-9": (
                    lambda: centrality.katz(self.graph, alpha=1e-3, epsilon=1e-9, norm=False),
                    lambda made: worker.unit(scores(made)),
                )
            },
            "authority": {
                "1e-8": (
                    lambda: centrality.hits(self.graph, epsilon=1e-8)[1],
                    lambda made: worker.shares(scores(made)),
                )
            },
            "transitivity": {
                "default": (lambda: clustering.global_clustering(self.graph)[0], one)
            },
            "assortativity": {
                "default": (
                    lambda: correlations.scalar_assortativity(self.graph, "total")[0],
                    one,
                )
            },
            "articulation": {
                "default": (lambda: topology.label_biconnected_components(self.graph), cuts)
            },
            "biconnected_components": {
                "default": (
                    lambda: topology.label_biconnected_components(self.graph),
                    lambda made: [len(made[2])],
                )
            },
            "reciprocity": {
                "default": (lambda: topology.edge_reciprocity(self.directed_graph), one)
            },
            "betweenness": {
                "default": (
                    lambda: centrality.betweenness(self.graph, norm=False)[0],
                    scores,
                )
            },
            "closeness": {
                "default": (lambda: centrality.closeness(self.graph, norm=False), closeness)
            },
            "harmonic": {
                "default": (
                    lambda: centrality.closeness(self.graph, norm=False, harmonic=True),
                    scores,
                )
            },
            "pagerank": {
                "1e-8": (
                    lambda: centrality.pagerank(self.graph, damping=0.85, epsilon=1e-8),
                    scores,
                )
            },
            "cores": {"default": (lambda: topology.kcore_decomposition(self.graph), scores)},
            "clustering": {"default": (lambda: clustering.local_clustering(self.graph), scores)},
            "components": {
                "default": (lambda: topology.label_components(self.graph)[0], scores)
            },
        }


if __name__ == "__main__":
    worker.serve(Tool())
