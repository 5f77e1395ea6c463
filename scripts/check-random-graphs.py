#!/usr/bin/env python3
"""Holds every measure of the built program against independent tools on seeded random graphs.

    python3 scripts/check-random-graphs.py PROGRAM [--graphs 200] [--seed 1]

Stars, cliques, long paths, cycles, trees, networks in pieces, with isolates, of one node and of
two, directed or not, weighted or not. The other side is networkx, igraph and sna; where no tool has
a measure, or not on such a graph, it is computed from its definition. Compared to 1e-9. One line
per difference, then a count per measure and the versions; the exit status is 1 if anything differs,
or if `samspill explain` lists a measure that was compared with nothing.
Needs what make-known-values.py needs, and takes about four minutes.
"""

import argparse
import csv
import itertools
import math
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import networkx
import numpy

from peers import local_values, tie_values, walk_values, whole_values
from peers.agreement import Value, agreed, known, same
from peers.node_values import floats, node_values, turned
from peers.program import Program, ProgramError, Scores, table
from peers.provenance import versions
from peers.random_networks import Case, random_case
from peers.sna import MEASURES, Answer, ask, dimensions

Column = list[Value]
Columns = dict[str, Column]
# Measures that are compared under another name, and ways of clustering, which have a check of their own.
OTHER_NAMES = {
    "fragmentation": "key players, fragmentation",
    "reach": "key players, reach",
    "suggested_ties": "suggested ties",
    "triad_census": "triad_003",
    "ei_index_groups": "ei_index",
}
# Shares of permutations: held within their range, there being nothing to equal.
DRAWN = {"ei_index_p", "ei_index_groups_p"}
# Node counts up to which all sets of players, ties and cuts are tried.
FEW = 10


class Tally:
    def __init__(self) -> None:
        self.values: Counter[str] = Counter()
        self.failures: Counter[str] = Counter()

    def compare(
        self,
        case: Case,
        measure: str,
        mine: Value,
        theirs: Value,
        where: str = "",
        scale: float = 1.0,
    ) -> None:
        """`scale`: what the values of a column are sums of, whose rounding is no difference."""
        self.values[measure] += 1
        if same(mine, theirs):
            return
        if mine is None or theirs is None or abs(mine - theirs) > 1e-13 * scale:
            self.fail(case, measure, f"{mine!r}, expected {theirs!r} {where}".rstrip())

    def columns(self, case: Case, found: Columns, expected: Columns, way: str = "") -> None:
        for name, column in expected.items():
            if name not in found:
                self.fail(case, name + way, "no such column")
                continue
            if len(found[name]) != len(column):
                self.fail(case, name + way, f"{len(found[name])} rows, expected {len(column)}")
                continue
            scale = max((abs(x) for x in column if x is not None), default=0.0)
            for place, (mine, theirs) in enumerate(zip(found[name], column)):
                self.compare(case, name + way, mine, theirs, f"in row {place}", scale)

    def fail(self, case: Case, measure: str, what: str) -> None:
        self.failures[measure] += 1
        if self.failures[measure] <= 5:
            print(f"DIFF {case}: {measure}: {what}", flush=True)

    def missing(self, catalogue: Sequence[Mapping[str, str]]) -> list[str]:
        """Measures of the catalogue none of whose values was compared."""
        done = [name.split(" weighted")[0] for name in self.values]
        return [
            row["name"]
            for row in catalogue
            if row["of"] not in ("clusters", "indicator")
            and row["name"] not in DRAWN
            and not any(
                name == OTHER_NAMES.get(row["name"], row["name"])
                or name.startswith((row["name"] + "_", row["name"] + " "))
                for name in done
            )
        ]

    def summary(self) -> None:
        for measure in sorted(self.values):
            differ = f", {self.failures[measure]} differ" if self.failures[measure] else ""
            print(f"{self.values[measure]:7} values  {measure}{differ}")
        print(f"{self.values.total()} values, {self.failures.total()} differ")


def one_node() -> Columns:
    """What is left of every measure when there is nobody else."""
    zero = (
        "degree in_degree out_degree strength in_strength out_strength closeness in_closeness"
        " harmonic in_harmonic eccentricity betweenness core_number triangles clustering reach2"
        " articulation"
    ).split()
    none = (
        "current_flow_betweenness information eigenvector katz hub authority constraint"
        " effective_size burt_efficiency burt_hierarchy participation within_module_z"
        " node_reciprocity coreness"
    ).split()
    columns: Columns = {name: [0.0] for name in zero}
    columns.update({name: [None] for name in none})
    return columns | {"pagerank": [1.0]}


def plain_columns(case: Case, teams: Sequence[str]) -> Columns:
    net = case.net
    if len(net.actors) == 1:
        return one_node()
    hub, authority = walk_values.hits(net)
    columns = node_values(net) | local_values.burt(net, weighted=False)
    agreed("constraint", columns["constraint"], [known(c) for c in net.ig.constraint()])
    return columns | {
        "eccentricity": local_values.eccentricity(net, lengths=False),
        "reach2": local_values.reach2(net),
        "node_reciprocity": local_values.node_reciprocity(net),
        "current_flow_betweenness": walk_values.current_flow_betweenness(net, weighted=False),
        "information": walk_values.information(net, weighted=False),
        "eigenvector": walk_values.eigenvector(net, weighted=False),
        "katz": walk_values.katz(net, weighted=False),
        "hub": hub,
        "authority": authority,
        **local_values.cluster_roles(net, teams, weighted=False),
    }


def weighted_columns(case: Case, teams: Sequence[str]) -> Columns:
    net = case.net
    if len(net.actors) == 1:
        return one_node()
    columns = local_values.burt(net, weighted=True)
    weights = "weight" if net.weights else None
    again = [known(c) for c in net.ig.constraint(weights=weights)]
    agreed("constraint", columns["constraint"], again)
    return columns | {
        "clustering": local_values.weighted_clustering(net),
        "current_flow_betweenness": walk_values.current_flow_betweenness(net, weighted=True),
        "information": walk_values.information(net, weighted=True),
        "eigenvector": walk_values.eigenvector(net, weighted=True),
        "katz": walk_values.katz(net, weighted=True),
        **local_values.cluster_roles(net, teams, weighted=True),
    }


def length_columns(case: Case) -> Columns:
    """Weights read as lengths; networkx counts distances towards a node."""
    net = case.net
    g, back = net.nx, turned(net)
    between = floats(networkx.betweenness_centrality(g, normalized=False, weight="weight"), g)
    again = net.ig.betweenness(weights="weight") if net.weights else between
    return {
        "betweenness": agreed("betweenness", between, again),
        "closeness": floats(networkx.closeness_centrality(back, distance="weight"), g),
        "in_closeness": floats(networkx.closeness_centrality(g, distance="weight"), g),
        "harmonic": floats(networkx.harmonic_centrality(back, distance="weight"), g),
        "in_harmonic": floats(networkx.harmonic_centrality(g, distance="weight"), g),
        "eccentricity": local_values.eccentricity(net, lengths=True),
    }


def normalized_columns(case: Case) -> Columns:
    net = case.net
    n = len(net.actors)
    if n < 3:
        return {}
    harmonic = networkx.harmonic_centrality(turned(net))
    return {
        "betweenness": floats(networkx.betweenness_centrality(net.nx), net.nx),
        "harmonic": [harmonic[v] / (n - 1) for v in range(n)],
        "in_degree": [
            d / (n - 1) for _, d in (net.nx.in_degree() if net.directed else net.nx.degree())
        ],
    }


def write_folder(folder: Path, case: Case) -> None:
    folder.mkdir()
    net = case.net
    ids = net.ids
    rows = [[ids[i], ids[j], "tie", repr(w)] for (i, j), w in net.weights.items()]
    tables = {
        "actors.csv": [["id", "team"], *([a["id"], a["team"]] for a in net.actors)],
        "ties.csv": [["source", "target", "relation", "weight"], *rows],
    }
    for name, content in tables.items():
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(content)


class Check:
    """One random graph, as the program and as the others see it."""

    def __init__(self, program: Program, case: Case, folder: Path, tally: Tally) -> None:
        self.program, self.case, self.folder, self.tally = program, case, folder, tally
        self.way = ["--directed" if case.net.directed else "--undirected"]
        self.teams = [actor["team"] for actor in case.net.actors]

    def run(self, command: str, *options: str) -> list[dict[str, str]]:
        return table(self.program.output([command, str(self.folder), *self.way, *options, "--csv"]))

    def all_of(self, answer: Answer | None, sna: Mapping[str, float]) -> None:
        steps = [self.centrality, self.ties, self.sets, lambda: self.structure(sna), self.cores]
        steps.append(self.small_world)
        if answer is not None:
            steps.append(lambda: self.brokers(answer))
        for step in steps:
            try:
                step()
            except (ProgramError, ValueError, KeyError) as error:
                self.tally.fail(self.case, "program", f"{type(error).__name__}: {error}")

    def scores(self, *options: str) -> Scores:
        return self.program.centrality(self.folder, [*self.way, *options], ["all"])

    def centrality(self) -> None:
        case = self.case
        found = self.scores("--partition", "team").columns
        expected = plain_columns(case, self.teams)
        self.tally.columns(case, found, expected)
        for name in found.keys() - expected.keys() - {"coreness"}:
            self.tally.fail(case, name, "nothing to compare with")
        if case.weighted:
            found = self.scores("--partition", "team", "--weighted").columns
            self.tally.columns(case, found, weighted_columns(case, self.teams), " weighted")
            found = self.scores("--lengths", "weight").columns
            self.tally.columns(case, found, length_columns(case), " by length")
        found = self.scores("--normalized").columns
        self.tally.columns(case, found, normalized_columns(case), " normalized")

    def ties(self) -> None:
        net = self.case.net
        rows = self.run("ties")
        ends = [(net.ids[i], net.ids[j]) for i, j in tie_values.ties(net)]
        if [(row["source"], row["target"]) for row in rows] != ends:
            self.tally.fail(self.case, "ties", "the rows are not the ties by source and target")
            return
        expected = tie_values.tie_values(net)
        found = {name: [number(row[name]) for row in rows] for name in expected} if rows else {}
        if rows:
            self.tally.columns(self.case, found, expected)
        if rows and self.case.weighted:
            rows = self.run("ties", "--lengths", "weight")
            found = {"edge_betweenness": [number(row["edge_betweenness"]) for row in rows]}
            expected = {"edge_betweenness": tie_values.edge_betweenness(net, lengths=True)}
            self.tally.columns(self.case, found, expected, " by length")

    def structure(self, sna: Mapping[str, float]) -> None:
        net = self.case.net
        rows = self.run("structure", "--group-by", "team", "--permutations", "9")
        found = {row["measure"]: number(row["value"]) for row in rows}
        expected = whole_values.whole_values(net, sna) | whole_values.groups(net, self.teams)
        for name, value in expected.items():
            kind = name.split("_of_")[0].split(":")[0]
            kind = "mixing" if kind.startswith("mixing_") else kind
            if name in found:
                self.tally.compare(self.case, kind, found[name], value, name)
            else:
                self.tally.fail(self.case, kind, f"no {name}")
        for name in found.keys() - expected.keys():
            p = found[name]
            if not name.startswith("ei_index_p"):
                self.tally.fail(self.case, name, "nothing to compare with")
            elif p is not None and not 0.1 <= p <= 1:
                self.tally.fail(self.case, "ei_index_p", f"{p} of 9 permutations")
        rows = self.run("structure", "--measures", "krackhardt_lub", "--reports-upward")
        upward = whole_values.least_upper_bounds(net, upward=True)
        self.tally.compare(self.case, "krackhardt_lub upward", number(rows[0]["value"]), upward)

    def cores(self) -> None:
        """The best cut of few nodes, and how well the coreness that is shown fits."""
        net = self.case.net
        n = len(net.actors)
        rows = self.run("structure", "--measures", "core_periphery", "--null-samples", "1")
        found = {row["measure"]: row["value"] for row in rows}
        scores = self.scores().columns["coreness"]
        fit = number(found["core_periphery_coreness_correlation"])
        if all(x is not None for x in scores):
            known_scores = [x for x in scores if x is not None]
            self.tally.compare(
                self.case, "coreness (norm)", math.fsum(x * x for x in known_scores), 1.0
            )
            theirs = local_values.coreness_fit(net, False, known_scores)
            self.tally.compare(self.case, "coreness (fit)", fit, theirs)
        if 4 <= n <= FEW:
            best = best_cut(walk_values.matrix(net, weighted=False))
            mine = number(found["core_periphery_correlation"])
            self.tally.compare(self.case, "core_periphery", mine, best)

    def small_world(self) -> None:
        """What the network itself has; the random networks beside it are the program's own."""
        net = self.case.net
        rows = self.run("structure", "--measures", "small_world", "--null-samples", "1")
        found = {row["measure"]: number(row["value"]) for row in rows}
        lengths = [
            d
            for _, reached in networkx.all_pairs_shortest_path_length(net.skeleton_nx)
            for d in reached.values()
            if d > 0
        ]
        expected: dict[str, Value] = {"clustering": None, "mean_distance": None}
        if lengths:
            expected["clustering"] = networkx.average_clustering(net.skeleton_nx)
            expected["mean_distance"] = math.fsum(lengths) / len(lengths)
        for name, value in expected.items():
            mine = found[f"small_world_{name}"]
            self.tally.compare(self.case, f"small_world_{name}", mine, value)

    def sets(self) -> None:
        net = self.case.net
        n = len(net.actors)
        if n > FEW:
            return
        place = {id: v for v, id in enumerate(net.ids)}
        for count in range(1, min(n, 3) + 1):
            rows = self.run("brokers", "--key-players", str(count))
            for goal, (value, best) in walk_values.best_players(net, count).items():
                mine = [row for row in rows if row["goal"] == goal]
                players = tuple(sorted(place[row["id"]] for row in mine))
                title = f"key players, {goal}"
                self.tally.compare(self.case, title, number(mine[0]["value"]), value)
                if players not in best:
                    self.tally.fail(self.case, title, f"{players} not in {best}")
        rows = self.run("brokers", "--suggest-ties", "1")
        best_tie = walk_values.best_gain(net)
        if (best_tie is None) != (not rows):
            self.tally.fail(self.case, "suggested ties", f"{rows}, expected {best_tie}")
        elif best_tie is not None:
            gain, ties = best_tie
            self.tally.compare(self.case, "suggested ties", number(rows[0]["gain"]), gain)
            tie = (place[rows[0]["source"]], place[rows[0]["target"]])
            if tie not in ties:
                self.tally.fail(self.case, "suggested ties", f"{tie} not in {ties}")

    def brokers(self, answer: Answer) -> None:
        rows = self.run("brokers", "--group-by", "team", "--permutations", "0")
        expected = answer.brokerage["team"]
        names = [measure + end for measure in MEASURES for end in ("", "_expected", "_z")]
        found = {name: [number(row[name]) for row in rows] for name in names}
        self.tally.columns(self.case, found, {name: expected[name] for name in names})


def best_cut(a: numpy.ndarray) -> Value:
    """The largest correlation of ties with 1 in the core and 0 in the periphery, over all cuts."""
    n = len(a)
    best: Value = None
    off = ~numpy.eye(n, dtype=bool)
    if a[off].std() == 0:
        return None
    for size in range(2, n - 1):
        for core in itertools.combinations(range(n), size):
            member = numpy.isin(numpy.arange(n), core)
            counts = (numpy.equal.outer(member, member)) & off
            ties, ideal = a[counts], numpy.outer(member, member)[counts].astype(float)
            if ties.std() == 0 or ideal.std() == 0:
                continue
            value = float(numpy.corrcoef(ties, ideal)[0, 1])
            best = value if best is None else max(best, value)
    return best


def number(text: str) -> Value:
    return float(text) if text else None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=Path, help="the built program")
    parser.add_argument("--graphs", type=int, default=200, help="how many (default: 200)")
    parser.add_argument("--seed", type=int, default=1, help="of all graphs (default: 1)")
    parser.add_argument("--only", type=int, metavar="N", help="graph number N alone")
    arguments = parser.parse_args()
    program = Program(arguments.program.resolve())
    numbers = range(arguments.graphs) if arguments.only is None else [arguments.only]
    cases = [random_case(number, arguments.seed) for number in numbers]
    tally = Tally()
    with tempfile.TemporaryDirectory() as scratch:
        workspace = Path(scratch)
        # sna stumbles over fewer than three nodes.
        large = [place for place, case in enumerate(cases) if len(case.net.actors) > 2]
        answers = dict(zip(large, ask([(cases[i].net, ["team"]) for i in large], workspace)))
        sna = dict(zip(large, dimensions(workspace, len(large))))
        for place, case in enumerate(cases):
            folder = workspace / f"graph-{case.number}"
            write_folder(folder, case)
            Check(program, case, folder, tally).all_of(answers.get(place), sna.get(place, {}))
    tally.summary()
    forgotten = tally.missing(table(program.output(["explain", "--csv"])))
    if arguments.only is None and forgotten:
        print(f"compared with nothing: {', '.join(forgotten)}")
        tally.failures["catalogue"] += len(forgotten)
    tools = ", ".join(f"{name} {version}" for name, version in versions().items())
    print(f"{len(cases)} graphs, seed {arguments.seed}; {tools}")
    return 1 if tally.failures else 0


if __name__ == "__main__":
    sys.exit(main())
