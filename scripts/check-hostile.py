#!/usr/bin/env python3
"""Gives every hostile file to the program: the verdict must be the expected one.

    python3 scripts/check-hostile.py PROGRAM [--set FOLDER] [--seconds 10] [--megabytes 1024]

The set is Tests/Fixtures/hostile (made by make-hostile.py there); what is no file (a directory, a
device, nothing at all) is tried besides. `info --json` must end with 0 and the right counts, with
something said on standard error where the verdict is warn, or with 2 and the file and line where it
is reject; never with a signal, nor beyond the time and the memory. One line per difference; the exit
status is 1 if there is any.
"""

import argparse
import csv
import json
import re
import resource
import subprocess
import sys
import time
from pathlib import Path


def limited(megabytes: int) -> None:
    # The address space also holds what is reserved and never used; half as much again is allowed.
    size = int(1.5 * megabytes) << 20
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def problems(program: Path, path: str, row: dict[str, str], options: argparse.Namespace) -> list[str]:
    command = [str(program), "info", path, "--json", "--threads", "1"]
    if row["format"]:
        command += ["--from", row["format"]]
    begun = time.monotonic()
    try:
        done = subprocess.run(
            command, capture_output=True, check=False, timeout=options.seconds + 5,
            preexec_fn=lambda: limited(options.megabytes),
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return [f"does not end within {options.seconds} s"]
    found = []
    if time.monotonic() - begun > options.seconds:
        found.append(f"takes {time.monotonic() - begun:.1f} s")
    if done.returncode < 0:
        return [*found, f"ends with signal {-done.returncode}"]
    said = done.stderr.decode("utf-8", "replace")
    if row["verdict"] == "reject":
        if done.returncode != 2:
            return [*found, f"status {done.returncode}, expected 2: {summary(done.stdout)}"]
        # Of two files that belong together it may be the other.
        name = re.escape(Path(path).name.replace(".##h", ".##"))
        if not re.search(name, said) and not re.search(r"^\S+\.(csv|yaml)", said, re.M):
            found.append(f"does not name the file: {said.splitlines()[:1]}")
        lines = {int(line) for line in re.findall(r"^.*?:(\d+)(?::\d+)?: error:", said, re.M)}
        # Of a cell (`book.xlsx:Sheet1!B7`) the row.
        lines |= {int(line) for line in re.findall(r"^.*?![A-Z]+(\d+): error:", said, re.M)}
        if row["line"] and int(row["line"]) not in lines:
            found.append(f"line {sorted(lines)[:5]}, expected {row['line']}: {said.splitlines()[:1]}")
        return found
    if done.returncode != 0:
        return [*found, f"status {done.returncode}, expected 0: {said.splitlines()[:1]}"]
    result = json.loads(done.stdout)["result"]
    counts = [str(result["actors"]), str(result["ties_read"])]
    if counts != [row["actors"], row["ties"]]:
        found.append(f"{counts} actors and ties, expected {[row['actors'], row['ties']]}")
    assumed = [entry for entry in result["assumed"] if "format" not in json.dumps(entry)]
    is_quiet = not assumed and "warning" not in said
    if is_quiet != (row["verdict"] == "accept"):
        found.append(f"expected {row['verdict']}: {said.splitlines()[:2]} {assumed}")
    return found


def summary(output: bytes) -> str:
    try:
        result = json.loads(output)["result"]
    except (ValueError, KeyError):
        return "no result"
    return f"{result['actors']} actors, {result['ties_read']} ties, {result['assumed']}"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("program", type=Path)
    parser.add_argument(
        "--set", type=Path,
        default=Path(__file__).resolve().parent.parent / "Tests" / "Fixtures" / "hostile",
    )  # fmt: skip
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--megabytes", type=int, default=1024)
    options = parser.parse_args()
    with (options.set / "expected.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    nothing = {"format": "", "verdict": "reject", "actors": "", "ties": "", "line": ""}
    tried = [(str(options.set / "set" / row["name"]), row) for row in rows]
    tried.append(("/dev/null", nothing))
    tried.append((str(options.set), nothing))
    different = 0
    for path, row in tried:
        for problem in problems(options.program.resolve(), path, row, options):
            different += 1
            print(f"{Path(path).name}: {problem}")
    print(f"{len(tried)} files, {different} differences")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
