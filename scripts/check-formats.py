#!/usr/bin/env python3
"""Holds reading and writing of network files against networkx, igraph and R.

    python3 scripts/check-formats.py PROGRAM [--regions 50] [--seed 1]

Over the bundled data sets and random regions whose names have letters of Norwegian, Sámi and Greek,
emoji, quotes, commas and line ends: what networkx, igraph, R's igraph and openpyxl write, and files as
Gephi writes them, are read by the program, and what the program writes is read by the first two and
openpyxl.
Nodes, ties, weights, directions and attributes must be the same.
Where a tool cannot write or read a name (quotes and line ends in Pajek, quotes in GML of older versions of
R's igraph), networks with such names are left out.
One line per difference, then a count per format; the exit status is 1 if anything differs.
Needs networkx 3, igraph and openpyxl; R is left out, and that is said, where it has no igraph.
"""

import argparse
import csv
import sys
import tempfile
import warnings
from pathlib import Path

import igraph
import networkx

from formats.nets import Net, dataset, random_net
from formats.program import Program
from formats.readers import READINGS
from formats.tally import Tally
from formats.writers import R_WRITINGS, WRITINGS, has_r, write_by_r


def networks(first: int, count: int, plain: bool) -> list[tuple[str, Net]]:
    """Random regions, and the first relations of every data set."""
    nets = [(f"region {seed}", random_net(seed, plain)) for seed in range(first, first + count)]
    root = Path(__file__).resolve().parent.parent / "Datasets"
    for folder in sorted(path.parent for path in root.glob("*/ties.csv")):
        with (folder / "ties.csv").open(encoding="utf-8") as file:
            names = {row.get("relation") for row in csv.DictReader(file)}
        for relation in sorted(names, key=str)[:3]:
            net = dataset(folder, relation)
            if net is not None:
                nets.append((f"{folder.name} {relation or ''}".strip(), net))
    return nets


def compare(tally: Tally, program: Program, folder: Path, where: str, net: Net, plain: bool, r: bool) -> None:
    writings = [writing for writing in WRITINGS if writing.is_plain == plain]
    if r and net.nodes:
        write_by_r(net, folder)
        writings += [writing for writing in R_WRITINGS if writing.is_plain == plain]
    for writing in writings:
        if writing.ties_only and not net.ties:
            continue
        if writing.is_directed and not net.directed:
            continue
        if not writing.takes_quotes and net.has_quotes():
            continue
        path = folder / writing.file
        writing.write(net, str(path))
        wanted = net.without_nodes() if writing.ties_only else net
        tally.compare(writing.name, where, wanted, writing.columns, lambda: program.read(path))
    for reading in READINGS:
        if reading.is_plain != plain or (reading.ties_only and not net.ties):
            continue
        # A list of ties has no word for direction.
        if reading.format == "edges" and not net.directed:
            continue
        wanted = net.without_nodes() if reading.ties_only else net
        tally.compare(
            reading.name, where, wanted, reading.columns,
            lambda: reading.read(program.write(net, reading.file, reading.format)),
        )  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("program", type=Path)
    parser.add_argument("--regions", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    # igraph tells of every reference in GML that it leaves as it is.
    warnings.filterwarnings("ignore", category=RuntimeWarning)
    tally = Tally()
    r = has_r()
    with tempfile.TemporaryDirectory() as name:
        program = Program(arguments.program.resolve(), Path(name))
        for plain in (False, True):
            for where, net in networks(arguments.seed, arguments.regions, plain):
                compare(tally, program, Path(name), where, net, plain, r)
    for what, count in tally.compared.items():
        print(f"{what}: {count - tally.failed[what]} of {count} the same")
    print(f"networkx {networkx.__version__}, igraph {igraph.__version__}, R {'with' if r else 'without'} igraph")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
