"""NetworKit, on as many threads as OMP_NUM_THREADS says."""

import os

import networkit as nk

import worker

nk.engineering.setNumberOfThreads(int(os.environ.get("OMP_NUM_THREADS", "1")))


class Tool:
    name = "NetworKit"

    def version(self):
        return f"NetworKit {nk.__version__}"

    def read(self, path):
        return nk.graphio.EdgeListReader(" ", 0, directed=False).read(path)

    def prepare(self):
        # What its own documentation advises before local clustering, and a copy in rows.
        self.graph.sortEdges()

    def nodes(self):
        return self.graph.numberOfNodes()

    def ties(self):
        return self.graph.numberOfEdges()

    def quality(self, clusters):
        return nk.community.Modularity().getQuality(nk.Partition(data=clusters), self.graph)

    def ways(self):
        def scores(made):
            return made.scores()

        def run(make):
            return lambda: make().run()

        def members(made):
            return made.getPartition().getVector()

        def page_rank():
            rank = nk.centrality.PageRank(self.graph, damp=0.85, tol=1e-8)
            rank.norm = nk.centrality.Norm.L1_NORM
            return rank.run()

        generalized = nk.centrality.ClosenessVariant.GENERALIZED
        return {
            "betweenness": {
                "default": (
                    run(lambda: nk.centrality.Betweenness(self.graph)),
                    # Ordered pairs: an undirected one counts twice.
                    lambda made: [v / 2 for v in made.scores()],
                )
            },
            "closeness": {
                "generalized": (
                    run(lambda: nk.centrality.Closeness(self.graph, False, generalized)),
                    scores,
                )
            },
            "harmonic": {
                "default": (
                    run(lambda: nk.centrality.HarmonicCloseness(self.graph, normalized=False)),
                    scores,
                )
            },
            "pagerank": {"1e-8": (page_rank, scores)},
            "cores": {"default": (run(lambda: nk.centrality.CoreDecomposition(self.graph)), scores)},
            "clustering": {
                "turbo": (
                    run(lambda: nk.centrality.LocalClusteringCoefficient(self.graph, turbo=True)),
                    scores,
                ),
            },
            "components": {
                "default": (run(lambda: nk.components.ConnectedComponents(self.graph)), members),
                "parallel": (
                    run(lambda: nk.components.ParallelConnectedComponents(self.graph)),
                    members,
                ),
            },
            "leiden": {
                "parallel": (run(lambda: nk.community.ParallelLeiden(self.graph)), members)
            },
            "label_propagation": {"PLP": (run(lambda: nk.community.PLP(self.graph)), members)},
        }


if __name__ == "__main__":
    worker.serve(Tool())
