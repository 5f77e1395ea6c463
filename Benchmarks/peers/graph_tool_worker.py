"""graph-tool, on as many threads as OMP_NUM_THREADS says."""

import math
import os

import graph_tool
from graph_tool import centrality, clustering, topology

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

        return {
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
