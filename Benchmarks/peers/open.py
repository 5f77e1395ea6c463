"""Reads one file into a network with networkx or igraph and says how long it took.

    python open.py TOOL FORMAT FILE
"""

import importlib
import json
import sys
import time


def main():
    tool, kind, path = sys.argv[1:]
    library = importlib.import_module(tool)
    if tool == "igraph":
        read = library.Graph.Read_GraphML
    else:
        read = {"graphml": library.read_graphml, "gexf": library.read_gexf}[kind]
    start = time.perf_counter()
    network = read(path)
    seconds = time.perf_counter() - start
    ties = network.ecount() if tool == "igraph" else network.number_of_edges()
    print(json.dumps({"seconds": seconds, "ties": ties}))


main()
