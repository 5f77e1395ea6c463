"""What every peer's worker has in common: orders on standard input, a line of JSON for each.

    load PATH             reads an edge list (source target, no heading), keeps its graph
    read PATH             reads it and forgets it: reading is the kernel
    run KERNEL WAY [FILE] runs a kernel; writes its answer to FILE, a double per node
    quality FILE          modularity of the clusters in FILE
    quit

A tool has one or more ways for a kernel; a way is two functions, one that is timed and one that
brings its result into this project's definition, which is not.
"""

import json
import math
import sys
import time
from array import array


# Kernels on arcs: from the lower to the higher number, and back where their sum is divisible by 3.
DIRECTED = {"triad_census", "reciprocity"}


def length(i, j):
    """How long the tie of two nodes is: the rule of all tools."""
    return 1.0 + (i + j) % 7


def arcs(pairs):
    """The ties as arcs: the rule of all tools."""
    found = []
    for i, j in pairs:
        i, j = min(i, j), max(i, j)
        found.append((i, j))
        if (i + j) % 3 == 0:
            found.append((j, i))
    return found


def by_pair(pairs, values):
    """Values of ties in ascending order of their ends, the lower one first."""
    ordered = sorted(zip(((min(p), max(p)) for p in pairs), values))
    return [value for _, value in ordered]


def unit(values):
    """Of Euclidean norm 1, no entry below 0."""
    norm = math.sqrt(math.fsum(v * v for v in values)) or 1.0
    return [abs(v) / norm for v in values]


def shares(values):
    """Of sum 1, no entry below 0."""
    total = math.fsum(abs(v) for v in values) or 1.0
    return [abs(v) / total for v in values]


def marked(nodes, count):
    found = [0.0] * count
    for v in nodes:
        found[v] = 1.0
    return found


def serve(tool):
    ways = tool.ways()
    say({"tool": tool.name, "version": tool.version(), "kernels": {k: list(v) for k, v in ways.items()}})
    for line in sys.stdin:
        words = line.split()
        if not words:
            continue
        if words[0] == "quit":
            return
        try:
            result = answer(tool, ways, words)
        except Exception as error:  # noqa: BLE001 - a peer may fail in any way of its own
            result = {"error": f"{type(error).__name__}: {error}"}
        result["request"] = line.strip()
        say(result)


def say(result):
    print(json.dumps(result), flush=True)


def answer(tool, ways, words):
    order, rest = words[0], words[1:]
    if order == "load":
        before = reset_peak()
        tool.graph = tool.read(rest[0])
        tool.lengths_graph = tool.directed_graph = None
        tool.prepare()
        result = {"nodes": tool.nodes(), "ties": tool.ties()}
        if before is not None:
            result["resident_bytes"] = max(0, memory("VmRSS:") - before)
        return result
    if order == "read":
        return timed(lambda: tool.read(rest[0]))[1]
    if order == "quality":
        clusters = array("d")
        with open(rest[0], "rb") as file:
            clusters.frombytes(file.read())
        return {"quality": tool.quality([int(c) for c in clusters])}
    if order == "run":
        kernel, way = rest[0], rest[1]
        if kernel.endswith("_by_length"):
            tool.prepare_lengths()
        if kernel in DIRECTED:
            tool.prepare_directed()
        work, translate = ways[kernel][way]
        made, result = timed(work, getattr(tool, "forget", None))
        if len(rest) == 3:
            values = array("d", (math.nan if v is None else float(v) for v in translate(made)))
            with open(rest[2], "wb") as file:
                file.write(values.tobytes())
        return result
    raise ValueError(f"unknown order {order}")


def timed(work, forget=None):
    """Does the work; `forget` before, as what a tool remembers of the run before is no work done.

    What takes less than two milliseconds is done again for 20 ms, and the mean is the time: one
    look at the clock would say little. Ours does the same.
    """
    before = reset_peak()
    made, seconds = once(work, forget)
    if seconds < 0.002:
        times = []
        while sum(times) < 0.02:
            times.append(once(work, forget)[1])
        seconds = sum(times) / len(times)
    result = {"seconds": seconds}
    peak = memory("VmHWM:")
    if before is not None and peak is not None:
        result["peak_bytes"] = max(0, peak - before)
    return made, result


def once(work, forget):
    if forget:
        forget()
    start = time.perf_counter()
    made = work()
    return made, time.perf_counter() - start


def reset_peak():
    try:
        with open("/proc/self/clear_refs", "w") as file:
            file.write("5")
    except OSError:
        return None
    return memory("VmRSS:")


def memory(name):
    try:
        with open("/proc/self/status") as file:
            for line in file:
                if line.startswith(name):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    return None


def wasserman_faust(reciprocal_sums, sizes, nodes):
    """From 1/Σd within the component to (r−1)²/((n−1)·Σd)."""
    return [
        0.0 if size < 2 else (size - 1) ** 2 / (nodes - 1) * value
        for value, size in zip(reciprocal_sums, sizes)
    ]
