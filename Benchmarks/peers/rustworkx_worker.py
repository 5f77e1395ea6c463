"""rustworkx, on as many threads as RAYON_NUM_THREADS says."""

import rustworkx as rx

import worker


class Tool:
    name = "rustworkx"

    def version(self):
        return f"rustworkx {rx.__version__}"

    def read(self, path):
        return rx.PyGraph.read_edge_list(path, deliminator=" ")

    def prepare(self):
        pass

    def nodes(self):
        return self.graph.num_nodes()

    def ties(self):
        return self.graph.num_edges()

    def ways(self):
        def by_index(mapping):
            return [mapping[i] for i in range(self.graph.num_nodes())]

        def labels(parts):
            found = [0] * self.graph.num_nodes()
            for number, part in enumerate(parts):
                for node in part:
                    found[node] = number
            return found

        return {
            "betweenness": {
                "default": (
                    lambda: rx.betweenness_centrality(self.graph, normalized=False),
                    by_index,
                )
            },
            "closeness": {
                "default": (
                    lambda: rx.closeness_centrality(self.graph, wf_improved=True),
                    by_index,
                )
            },
            "cores": {"default": (lambda: rx.core_number(self.graph), by_index)},
            "components": {"default": (lambda: rx.connected_components(self.graph), labels)},
        }


if __name__ == "__main__":
    worker.serve(Tool())
