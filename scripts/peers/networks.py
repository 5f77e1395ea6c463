"""From a region folder to one network, by the conventions of the program.

Loops are dropped and parallel ties merged by adding their weights. Several relations together are
directed if one of them is; an undirected tie is then two arcs of its weight. Every actor of the
wave is a node, also without a tie.
"""

from dataclasses import dataclass
from functools import cached_property

import igraph
import networkx

from .folders import Folder, Tie


@dataclass(frozen=True)
class Case:
    """Which part of a data set is looked at: one relation or `all`, one wave, `all` or none."""

    dataset: str
    relation: str
    wave: str = ""

    @property
    def stem(self) -> str:
        return f"{self.relation}.wave-{self.wave}" if self.wave else self.relation

    def __str__(self) -> str:
        wave = f", wave {self.wave}" if self.wave else ""
        return f"{self.dataset} {self.relation}{wave}"


@dataclass(frozen=True)
class Network:
    """Nodes 0..<n with their actors; arcs (or pairs i < j) with their summed weights."""

    actors: list[dict[str, str]]
    directed: bool
    weights: dict[tuple[int, int], float]

    @property
    def ids(self) -> list[str]:
        return [actor["id"] for actor in self.actors]

    @property
    def arcs(self) -> list[tuple[int, int]]:
        """Ordered pairs; an undirected tie stands in both directions."""
        pairs = sorted(self.weights)
        return pairs if self.directed else sorted(pairs + [(j, i) for i, j in pairs])

    @cached_property
    def nx(self) -> networkx.Graph:
        graph = networkx.DiGraph() if self.directed else networkx.Graph()
        graph.add_nodes_from(range(len(self.actors)))
        graph.add_weighted_edges_from((i, j, w) for (i, j), w in self.weights.items())
        return graph

    @cached_property
    def ig(self) -> igraph.Graph:
        graph = igraph.Graph(n=len(self.actors), directed=self.directed, edges=list(self.weights))
        graph.es["weight"] = list(self.weights.values())
        return graph

    @cached_property
    def skeleton_nx(self) -> networkx.Graph:
        graph = networkx.Graph()
        graph.add_nodes_from(range(len(self.actors)))
        graph.add_edges_from(self.weights)
        return graph

    @cached_property
    def skeleton_ig(self) -> igraph.Graph:
        pairs = sorted({(min(arc), max(arc)) for arc in self.weights})
        return igraph.Graph(n=len(self.actors), edges=pairs)


def cases(folder: Folder) -> list[Case]:
    """Every relation and, if there are several, their union; every wave and the union of waves."""
    relations = folder.relations + (["all"] if len(folder.relations) > 1 else [])
    waves = folder.waves + ["all"] if folder.waves else [""]
    return [Case(folder.name, relation, wave) for relation in relations for wave in waves]


def network(folder: Folder, case: Case) -> Network:
    ties = [tie for tie in folder.ties if tie.relation == case.relation or case.relation == "all"]
    actors = folder.actors
    if case.wave not in ("", "all"):
        ties = [tie for tie in ties if tie.wave in ("", case.wave)]
        actors = [actor for actor in actors if belongs(actor, case.wave)]
    directed = any(tie.relation not in folder.undirected for tie in ties)
    return Network(actors, directed, merged(ties, actors, directed, folder.undirected))


def belongs(actor: dict[str, str], wave: str) -> bool:
    waves = actor.get("waves") or ""
    return not waves or wave in waves.split("|")


def merged(
    ties: list[Tie], actors: list[dict[str, str]], directed: bool, undirected: frozenset[str]
) -> dict[tuple[int, int], float]:
    node = {actor["id"]: i for i, actor in enumerate(actors)}
    weights: dict[tuple[int, int], float] = {}
    for tie in ties:
        i, j = node[tie.source], node[tie.target]
        if i == j:
            continue
        if not directed:
            ends = [(min(i, j), max(i, j))]
        elif tie.relation in undirected:
            ends = [(i, j), (j, i)]
        else:
            ends = [(i, j)]
        for arc in ends:
            weights[arc] = weights.get(arc, 0.0) + tie.weight
    return weights
