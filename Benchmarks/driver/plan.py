"""What is measured, on which graphs, and which ratios are asked for."""

from dataclasses import dataclass

# Ratio of the fastest peer's time to ours that the design asks for; 1 where it names none.
RELATIVE = 1e-9
# Each tool stops at a residual of 1e-8 of its own kind, and what is left of it grows by 1/(1 - damping).
TOTAL_PAGERANK = 1e-6
# Where tools stop at what they call a tolerance, they are asked for one that brings them this near.
SPECTRAL = 1e-7


@dataclass(frozen=True)
class Graph:
    """A graph and the words that make `samspill generate` make it."""

    name: str
    arguments: tuple[str, ...]


@dataclass(frozen=True)
class Task:
    """A kernel on a graph; `answers` says how those of two tools are compared."""

    kernel: str
    graph: str
    target: float = 1.0
    # scores, vector (compared with the largest), total (compared in all), sizes, partition or quality
    answers: str = "scores"
    tolerance: float = RELATIVE
    # The tool that the design measures the target against; any tool where it names none.
    against: str = ""


@dataclass(frozen=True)
class Plan:
    graphs: tuple[Graph, ...]
    tasks: tuple[Task, ...]
    # Kernels that take quadratic time, and the others, each at three sizes.
    growth: tuple[tuple[tuple[str, ...], tuple[int, int, int]], ...]
    whole: str
    # The graph whose ties are written in other formats and read again.
    files: Graph
    runs: int


def region(nodes: int) -> Graph:
    ties = nodes * 28 // 5
    return Graph(f"region-{nodes}", ("region", "--nodes", str(nodes), "--ties", str(ties)))


def linear(graph: str) -> tuple[Task, ...]:
    return (
        Task("read", graph, 3, answers="sizes"),
        Task("pagerank", graph, 5, answers="total", tolerance=TOTAL_PAGERANK),
        Task("cores", graph, 4),
        Task("clustering", graph, 3),
        Task("components", graph, 6, answers="partition"),
        Task("leiden", graph, 7, answers="quality", against="igraph"),
        Task("label_propagation", graph, 3, answers="quality"),
    )


def without_targets(tasks: tuple[Task, ...]) -> tuple[Task, ...]:
    return tuple(Task(t.kernel, t.graph, 1, t.answers, t.tolerance) for t in tasks)


def further_paths(graph: str) -> tuple[Task, ...]:
    """Measures that go through the graph once per node, for which the design names no ratio.

    Slow in every tool but ours, so the graph is small.
    """
    kernels = (
        "edge_betweenness", "eccentricity", "mean_distance", "closeness_by_length",
        "harmonic_by_length", "betweenness_by_length",
    )  # fmt: skip
    return tuple(Task(kernel, graph) for kernel in kernels)


def further_sweeps(graph: str) -> tuple[Task, ...]:
    return (
        *(Task(kernel, graph, answers="vector", tolerance=SPECTRAL) for kernel in ("eigenvector", "katz", "authority")),
        *(
            Task(kernel, graph)
            for kernel in (
                "constraint", "transitivity", "assortativity", "articulation", "bridges",
                "biconnected_components", "diameter", "triad_census", "reciprocity",
            )
        ),
    )  # fmt: skip


def quickest(graph: str) -> tuple[Task, ...]:
    """What takes a fifth of a millisecond on the smaller graph, where a ratio says little."""
    return (Task("assortativity", graph),)


PATHS = ("betweenness", "closeness", "harmonic")
SWEEPS = (
    "read", "pagerank", "cores", "clustering", "components", "leiden", "label_propagation",
)

FULL = Plan(
    graphs=(
        Graph("region-20k", ("region-20k",)),
        Graph("rmat-14", ("rmat-14",)),
        Graph("region-1m", ("region-1m",)),
        Graph("rmat-18", ("rmat-18",)),
        region(4_000),
    ),
    tasks=(
        Task("betweenness", "region-20k", 10),
        Task("closeness", "region-20k", 25),
        Task("harmonic", "region-20k", 25),
        *linear("region-1m"),
        *quickest("region-1m"),
        Task("betweenness", "rmat-14"),
        Task("closeness", "rmat-14"),
        Task("harmonic", "rmat-14"),
        *without_targets(linear("rmat-18")),
        *further_paths("region-4000"),
        *further_sweeps("region-20k"),
    ),
    growth=((PATHS, (1_250, 5_000, 20_000)), (SWEEPS, (62_500, 250_000, 1_000_000))),
    whole="region-20k",
    files=region(100_000),
    runs=3,
)

# The same shape, small: shows that everything works, not how fast it is.
QUICK = Plan(
    graphs=(region(2_000), region(40_000)),
    tasks=(
        Task("betweenness", "region-2000", 10),
        Task("closeness", "region-2000", 25),
        Task("harmonic", "region-2000", 25),
        *linear("region-40000"),
        *further_paths("region-2000"),
        *further_sweeps("region-2000"),
    ),
    growth=((PATHS, (125, 500, 2_000)), (SWEEPS, (2_500, 10_000, 40_000))),
    whole="region-2000",
    files=region(2_000),
    runs=3,
)
