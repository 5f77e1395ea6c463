"""Tools that wait for orders, each in a process of its own with its graph in memory."""

import json
import os
import subprocess
from pathlib import Path

from .setup import HERE


class Worker:
    """One tool. `ways` are the ways it has for each kernel, ours one without a name."""

    def __init__(self, name: str, command: list[str], threads: int):
        self.name = name
        environment = dict(
            os.environ, OMP_NUM_THREADS=str(threads), RAYON_NUM_THREADS=str(threads)
        )
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
            cwd=HERE / "peers",
        )
        self.kernels: dict[str, list[str]] | None = None
        self.version = ""

    @classmethod
    def ours(cls, bench: Path, threads: int) -> "Worker":
        worker = cls("Samspill", [str(bench), "worker", str(threads)], threads)
        return worker

    @classmethod
    def peer(cls, name: str, start: list[str], threads: int) -> "Worker":
        python, module = start
        worker = cls(name, [python, f"{module}.py"], threads)
        hello = worker.answer()
        worker.kernels, worker.version = hello["kernels"], hello["version"]
        return worker

    def ways(self, kernel: str) -> list[str]:
        if self.kernels is None or kernel == "read":
            return [""]
        return self.kernels.get(kernel, [])

    def answer(self) -> dict:
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.name} ended without an answer")
        return json.loads(line)

    def ask(self, *words) -> dict:
        try:
            self.process.stdin.write(" ".join(str(w) for w in words if w != "") + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            status = self.process.wait()
            raise RuntimeError(f"{self.name} is gone, with status {status}") from None
        result = self.answer()
        if "error" in result:
            raise RuntimeError(f"{self.name}: {result['request']}: {result['error']}")
        return result

    def end(self) -> None:
        try:
            self.process.stdin.write("quit\n")
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        self.process.wait()
