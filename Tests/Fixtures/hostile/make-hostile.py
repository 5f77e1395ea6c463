#!/usr/bin/env python3
"""Makes broken, odd and malicious network files, each with what must become of it.

    python3 Tests/Fixtures/hostile/make-hostile.py [FOLDER]

Writes files and region folders into FOLDER (default: set/ beside this script) and expected.csv with
a row for each: its name, the format to read it as (empty: as found out), and the verdict.

    accept   read, with so many actors and ties, and nothing had to be decided for it
    warn     read, with so many actors and ties, and what was decided or is strange is said
    reject   refused, with the number of the line where it is wrong (empty: the file as a whole); the line
             of a cell is its row

What is expected was written down from the formats' definitions. Files are named after what is wrong
with them; none is larger than 70 kB, so that the set can lie in the repository. `cases_*.py` hold the
cases, a module for each family of formats.
"""

import csv
import importlib
import shutil
import sys
from pathlib import Path

from case import Case

FAMILIES = [
    "text", "tables", "folders", "xml", "json_dialects", "languages", "ucinet", "workbooks", "packed",
]  # fmt: skip


def cases() -> list[Case]:
    found = [case for name in FAMILIES for case in importlib.import_module(f"cases_{name}").CASES]
    names = [case.name for case in found]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        sys.exit(f"two cases are called {', '.join(twice)}")
    return sorted(found, key=lambda case: case.name)


def main() -> int:
    here = Path(__file__).resolve().parent
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else here / "set"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    found = cases()
    for case in found:
        case.write(target)
    with (target.parent / "expected.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["name", "format", "verdict", "actors", "ties", "line"])
        rows.writerows(case.row() for case in found)
    print(f"{len(found)} cases in {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
