"""A whole command of a peer: reads an edge list, computes betweenness, writes a table.

    python whole.py MODULE FILE OUT
"""

import importlib
import sys


def main():
    module, path, out = sys.argv[1:]
    tool = importlib.import_module(module).Tool()
    tool.graph = tool.read(path)
    work, translate = next(iter(tool.ways()["betweenness"].values()))
    values = translate(work())
    with open(out, "w", encoding="utf-8") as file:
        file.write("id,betweenness\n")
        file.writelines(f"{node},{value!r}\n" for node, value in enumerate(values))


main()
