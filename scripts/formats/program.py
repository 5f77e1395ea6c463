"""Samspill as a program that reads and writes."""

import json
import subprocess
from pathlib import Path

import networkx

from formats.libraries import as_networkx
from formats.nets import Net


class Program:
    def __init__(self, path: Path, folder: Path) -> None:
        self.path = path
        self.folder = folder

    def convert(self, source: Path, target: str, format_name: str) -> Path:
        out = self.folder / target
        done = subprocess.run(
            [str(self.path), "convert", str(source), "-o", str(out), "--to", format_name, "--lossy",
             "--force"],
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        if done.returncode != 0:
            raise RuntimeError(f"status {done.returncode}: {done.stderr.strip()}")
        return out

    def read(self, source: Path) -> Net:
        document = json.loads(self.convert(source, "read.json", "node-link").read_text("utf-8"))
        net = Net(directed=document["directed"])
        for node in document["nodes"]:
            net.nodes[node.pop("id")] = node
        for edge in document["edges"]:
            net.ties.append((edge.pop("source"), edge.pop("target"), edge))
        return net

    def write(self, net: Net, target: str, format_name: str) -> Path:
        """Through a file that says everything and that was checked when it was read."""
        given = self.folder / "given.json"
        document = networkx.node_link_data(as_networkx(net), edges="edges")
        given.write_text(json.dumps(document), encoding="utf-8")
        return self.convert(given, target, format_name)
