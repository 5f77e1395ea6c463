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
        self.graph.add_vertices(1)
        self.graph.delete_vertices(self.graph.vcount() - 1)

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

        return {
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

    @property
    def harmonic_is_mean(self):
        """Without normalisation the values are sums or means, by version: asked of a path of three."""
        path = igraph.Graph.Ring(3, circular=False)
        return path.harmonic_centrality(normalized=False)[1] < 1.5


if __name__ == "__main__":
    worker.serve(Tool())
