"""python-igraph, one thread: it has no others for these kernels."""

import igraph

import worker


class Tool:
    name = "igraph"

    def version(self):
        return f"python-igraph {igraph.__version__}"

    def read(self, path):
        return igraph.Graph.Read_Edgelist(path, directed=False)

    def prepare(self):
        pass

    def forget(self):
        """igraph keeps found properties, such as connectedness; a change of the graph drops them."""
        for graph in (self.graph, self.lengths_graph, self.directed_graph):
            if graph is not None:
                graph.add_vertices(1)
                graph.delete_vertices(graph.vcount() - 1)

    def prepare_lengths(self):
        if self.lengths_graph is None:
            self.lengths_graph = self.graph.copy()
            self.lengths_graph.es["length"] = [
                worker.length(i, j) for i, j in self.graph.get_edgelist()
            ]

    def prepare_directed(self):
        if self.directed_graph is None:
            arcs = worker.arcs(self.graph.get_edgelist())
            self.directed_graph = igraph.Graph(n=self.nodes(), edges=arcs, directed=True)

    def nodes(self):
        return self.graph.vcount()

    def ties(self):
        return self.graph.ecount()

    def quality(self, clusters):
        return self.graph.modularity(clusters)

    def ways(self):
        def same(values):
            return values

        def closeness(values):
            parts = self.graph.connected_components()
            sizes = parts.sizes()
            own = [sizes[c] for c in parts.membership]
            return worker.wasserman_faust(values, own, self.graph.vcount())

        def one(value):
            return [value]

        def closeness_by_length():
            return self.lengths_graph.closeness(normalized=False, weights="length")

        return {
            "edge_betweenness": {
                "default": (
                    lambda: self.graph.edge_betweenness(directed=False),
                    lambda values: worker.by_pair(self.graph.get_edgelist(), values),
                )
            },
            "eccentricity": {"default": (lambda: self.graph.eccentricity(), same)},
            "diameter": {"default": (lambda: self.graph.diameter(directed=False), one)},
            "mean_distance": {
                "default": (lambda: self.graph.average_path_length(directed=False), one)
            },
            "closeness_by_length": {"default": (closeness_by_length, closeness)},
            "harmonic_by_length": {
                "default": (
                    lambda: self.lengths_graph.harmonic_centrality(
                        normalized=False, weights="length"
                    ),
                    lambda values: [v * (self.graph.vcount() - 1) for v in values]
                    if self.harmonic_is_mean
                    else values,
                )
            },
            "betweenness_by_length": {
                "default": (
                    lambda: self.lengths_graph.betweenness(directed=False, weights="length"),
                    same,
                )
            },
            "eigenvector": {
                "default": (
                    lambda: self.graph.eigenvector_centrality(scale=False),
                    worker.unit,
                )
            },
            "authority": {
                "default": (lambda: self.graph.authority_score(scale=False), worker.shares)
            },
            "constraint": {"default": (lambda: self.graph.constraint(), same)},
            "transitivity": {"default": (lambda: self.graph.transitivity_undirected(), one)},
            "assortativity": {
                "default": (lambda: self.graph.assortativity_degree(directed=False), one)
            },
            "articulation": {
                "default": (
                    lambda: self.graph.articulation_points(),
                    lambda found: worker.marked(found, self.graph.vcount()),
                )
            },
            "bridges": {"default": (lambda: self.graph.bridges(), lambda found: [len(found)])},
            "biconnected_components": {
                "default": (
                    lambda: self.graph.biconnected_components(),
                    lambda found: [len(found)],
                )
            },
            "triad_census": {
                "default": (lambda: self.directed_graph.triad_census(), self.triads)
            },
            "reciprocity": {"default": (lambda: self.directed_graph.reciprocity(), one)},
            "betweenness": {"default": (lambda: self.graph.betweenness(directed=False), same)},
            "closeness": {"default": (lambda: self.graph.closeness(normalized=False), closeness)},
            "harmonic": {
                "default": (
                    lambda: self.graph.harmonic_centrality(normalized=False),
                    lambda values: [v * (self.graph.vcount() - 1) for v in values]
                    if self.harmonic_is_mean
                    else values,
                )
            },
            "pagerank": {
                "prpack": (lambda: self.graph.pagerank(implementation="prpack"), same)
            },
            "cores": {"default": (lambda: self.graph.coreness(), same)},
            "clustering": {
                "default": (
                    lambda: self.graph.transitivity_local_undirected(mode="zero"),
                    same,
                )
            },
            "components": {
                "default": (lambda: self.graph.connected_components().membership, same)
            },
            "leiden": {
                "default": (
                    lambda: self.graph.community_leiden("modularity", n_iterations=2),
                    lambda found: found.membership,
                )
            },
            "label_propagation": {
                "default": (
                    lambda: self.graph.community_label_propagation(),
                    lambda found: found.membership,
                )
            },
        }

    @staticmethod
    def triads(census):
        """igraph and this project write the sixteen kinds in the same customary order."""
        return [float(count) for count in census]

    @property
    def harmonic_is_mean(self):
        """Without normalisation the values are sums or means, by version: asked of a path of three."""
        path = igraph.Graph.Ring(3, circular=False)
        return path.harmonic_centrality(normalized=False)[1] < 1.5


if __name__ == "__main__":
    worker.serve(Tool())
