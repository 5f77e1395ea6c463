"""Seeded random networks of every shape that is known to break programs."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from .networks import Network

Pairs = list[tuple[int, int]]


@dataclass(frozen=True)
class Shape:
    """A kind of graph: number of nodes and pairs, drawn from a stream."""

    name: str
    draw: Callable[[random.Random], tuple[int, Pairs]]


def chance(n: int, p: float, r: random.Random, first: int = 0) -> Pairs:
    nodes = range(first, first + n)
    return [(i, j) for i in nodes for j in nodes if i != j and r.random() < p]


def star(r: random.Random) -> tuple[int, Pairs]:
    n = r.randint(3, 20)
    hub = r.randrange(n)
    return n, [(hub, v) if r.random() < 0.5 else (v, hub) for v in range(n) if v != hub]


def clique(r: random.Random) -> tuple[int, Pairs]:
    n = r.randint(3, 12)
    return n, [(i, j) for i in range(n) for j in range(n) if i != j]


def long_path(r: random.Random) -> tuple[int, Pairs]:
    n = r.randint(30, 70)
    order = r.sample(range(n), n)
    return n, list(zip(order, order[1:]))


def cycle(r: random.Random) -> tuple[int, Pairs]:
    n = r.randint(3, 25)
    return n, [(v, (v + 1) % n) for v in range(n)]


def tree(r: random.Random) -> tuple[int, Pairs]:
    n = r.randint(4, 30)
    return n, [(r.randrange(v), v) for v in range(1, n)]


def acyclic(r: random.Random) -> tuple[int, Pairs]:
    n = r.randint(4, 25)
    p = r.uniform(0.05, 0.4)
    order = r.sample(range(n), n)
    return n, [(order[i], order[j]) for i in range(n) for j in range(i + 1, n) if r.random() < p]


def sparse(r: random.Random) -> tuple[int, Pairs]:
    n = r.randint(8, 40)
    return n, chance(n, r.uniform(0.5, 2.0) / n, r)


def dense(r: random.Random) -> tuple[int, Pairs]:
    n = r.randint(5, 25)
    return n, chance(n, r.uniform(0.2, 0.8), r)


def in_pieces(r: random.Random) -> tuple[int, Pairs]:
    """Several components of different density, and isolates between them."""
    pairs: Pairs = []
    n = 0
    for _ in range(r.randint(2, 4)):
        n += r.randint(0, 2)
        size = r.randint(2, 9)
        pairs += chance(size, r.uniform(0.2, 0.9), r, first=n)
        n += size
    return n + r.randint(0, 3), pairs


def with_isolates(r: random.Random) -> tuple[int, Pairs]:
    n = r.randint(4, 15)
    return n + r.randint(1, 6), chance(n, 0.3, r)


def bridged(r: random.Random) -> tuple[int, Pairs]:
    """Two dense parts that hang together by one tie."""
    a, b = r.randint(3, 9), r.randint(3, 9)
    tie = (r.randrange(a), a + r.randrange(b))
    return a + b, chance(a, 0.7, r) + chance(b, 0.7, r, first=a) + [tie]


def two_sided(r: random.Random) -> tuple[int, Pairs]:
    a, b = r.randint(2, 8), r.randint(2, 8)
    return a + b, [(i, a + j) for i in range(a) for j in range(b) if r.random() < 0.6]


def grid(r: random.Random) -> tuple[int, Pairs]:
    rows, columns = r.randint(2, 6), r.randint(2, 7)
    n = rows * columns
    across = [(v, v + 1) for v in range(n) if (v + 1) % columns]
    down = [(v, v + columns) for v in range(n - columns)]
    return n, across + down


def preferential(r: random.Random) -> tuple[int, Pairs]:
    n = r.randint(10, 40)
    ends = [0, 1]
    pairs = [(0, 1)]
    for v in range(2, n):
        for u in sorted({r.choice(ends) for _ in range(2)}):
            pairs.append((v, u) if r.random() < 0.7 else (u, v))
            ends += [u, v]
    return n, pairs


def tiny(r: random.Random) -> tuple[int, Pairs]:
    """One to four nodes, with or without ties."""
    n = r.randint(1, 4)
    return n, chance(n, r.choice([0.0, 0.5, 1.0]), r)


SHAPES = [
    Shape(draw.__name__.replace("_", " "), draw)
    for draw in (
        star, clique, long_path, cycle, tree, acyclic, sparse, dense, in_pieces, with_isolates,
        bridged, two_sided, grid, preferential, tiny,
    )
]  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One random network; `weighted` if its ties have different weights."""

    number: int
    shape: str
    weighted: bool
    net: Network

    def __str__(self) -> str:
        direction = "directed" if self.net.directed else "undirected"
        weights = "weighted" if self.weighted else "binary"
        size = f"{len(self.net.actors)} nodes, {len(self.net.weights)} ties"
        return f"graph {self.number} ({self.shape}, {direction}, {weights}, {size})"


def random_case(number: int, seed: int) -> Case:
    """Shapes take turns; direction and weights change so that every shape meets all four."""
    r = random.Random(f"{seed}/{number}")
    turn, place = divmod(number, len(SHAPES))
    shape = SHAPES[place]
    directed, weighted = bool(turn & 1), bool(turn & 2)
    n, pairs = shape.draw(r)
    weights: dict[tuple[int, int], float] = {}
    for i, j in pairs:
        # Small whole numbers: sums along paths are exact, so that equally long paths are equal.
        weight = float(r.randint(1, 5)) if weighted else 1.0
        arcs = [(i, j)] if directed else [(min(i, j), max(i, j))]
        if directed and r.random() < 0.2:
            arcs.append((j, i))
        for arc in arcs:
            weights.setdefault(arc, weight)
    groups = r.randint(1, 4)
    actors = [{"id": f"a{v}", "team": f"t{r.randrange(groups)}"} for v in range(n)]
    return Case(number, shape.name, weighted, Network(actors, directed, weights))
