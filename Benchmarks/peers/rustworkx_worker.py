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

    def prepare_lengths(self):
        # It has no centrality by length that is comparable: its weighted closeness reads strengths.
        pass

    def prepare_directed(self):
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

        def by_edge(mapping):
            return worker.by_pair(
                self.graph.edge_list(), [mapping[e] for e in self.graph.edge_indices()]
            )

        return {
            "edge_betweenness": {
                "default": (
                    lambda: rx.edge_betweenness_centrality(self.graph, normalized=False),
                    by_edge,
                )
            },
            "eigenvector": {
                # At 1e-8 its answer is 5e-5 away from that of the others.
                "1e-12": (
                    lambda: rx.eigenvector_centrality(self.graph, tol=1e-12, max_iter=10_000),
                    lambda mapping: worker.unit(by_index(mapping)),
                )
            },
            "katz": {
                "1e-9": (
                    lambda: rx.katz_centrality(self.graph, alpha=1e-3, tol=1e-9, max_iter=10_000),
                    lambda mapping: worker.unit(by_index(mapping)),
                )
            },
            "transitivity": {
                "default": (lambda: rx.transitivity(self.graph), lambda value: [value])
            },
            "articulation": {
                "default": (
                    lambda: rx.articulation_points(self.graph),
                    lambda found: worker.marked(found, self.nodes()),
                )
            },
            "bridges": {
                "default": (lambda: rx.bridges(self.graph), lambda found: [len(found)])
            },
            "biconnected_components": {
                "default": (
                    lambda: rx.biconnected_components(self.graph),
                    lambda found: [len(set(found.values()))],
                )
            },
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
