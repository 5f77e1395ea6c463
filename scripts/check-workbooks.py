#!/usr/bin/env python3
"""Holds workbooks against LibreOffice, and reads large ones within their bounds.

    python3 scripts/check-workbooks.py PROGRAM [--rows 100000]

1. Every bundled data set is written as a workbook, LibreOffice opens it and saves each sheet as CSV: all cells must be
   those of the region folder.
2. LibreOffice, set up for Norway, saves the same workbook anew, and a table of ties with decimal commas and semicolons:
   what the program reads from both must be the region.
3. A sheet of many rows with shared strings (LibreOffice), with strings in their cells and with shared strings (openpyxl)
   must be read in 10 seconds and 1 GB.

One line per difference, then the counts; the exit status is 1 if anything differs. Needs openpyxl and soffice.
"""

import argparse
import csv
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import openpyxl

DATASETS = Path(__file__).resolve().parent.parent / "Datasets"
LOCALE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>LOCALE</value></prop></item></oor:items>
"""
# Comma, quotes, UTF-8, from line 1, as in the file and not as shown, every sheet (-1).
EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
# Semicolon, quotes, UTF-8, Norwegian: what a table saved in Norway looks like.
NORWEGIAN = "CSV:59,34,76,1,,1044,false,true,false"
SECONDS, MEGABYTES = 10, 1000


class Check:
    def __init__(self, program: Path, folder: Path) -> None:
        self.program, self.folder = program, folder
        self.cells = self.failed = 0
        for locale in ("nb-NO", "en-US"):
            profile = folder / locale / "user"
            profile.mkdir(parents=True)
            (profile / "registrymodifications.xcu").write_text(LOCALE.replace("LOCALE", locale), "utf-8")

    def convert(self, source: Path, target: Path, to: str) -> Path:
        self.run(str(self.program), "convert", str(source), "-o", str(target), "--to", to, "--force")
        return target

    def office(
        self, source: Path, how: str, into: str, locale: str = "nb-NO", reading: str | None = None
    ) -> Path:
        """The folder with what LibreOffice makes of a file."""
        out = self.folder / into / source.stem
        out.mkdir(parents=True)
        profile = f"-env:UserInstallation=file://{self.folder}/{locale}"
        options = [f"--infilter={reading}"] if reading else []
        self.run("soffice", profile, "--headless", *options, "--convert-to", how,
                 "--outdir", str(out), str(source))  # fmt: skip
        return out

    @staticmethod
    def run(*command: str) -> None:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        if done.returncode != 0:
            raise RuntimeError(f"{' '.join(command)}: status {done.returncode}: {done.stderr}")

    def compare(self, what: str, wanted: list[list[str]], got: list[list[str]]) -> None:
        if len(wanted) != len(got):
            self.fail(f"{what}: {len(got)} rows, expected {len(wanted)}")
        for number, (one, other) in enumerate(zip(wanted, got, strict=False), start=1):
            for left, right in zip(one, other + [""] * (len(one) - len(other)), strict=False):
                self.cells += 1
                if plain(left) != plain(right):
                    self.fail(f"{what}: row {number}: {right!r}, expected {left!r}")

    def fail(self, message: str) -> None:
        self.failed += 1
        if self.failed <= 20:
            print(message)


def plain(text: str) -> str:
    """Numbers alike however they are written."""
    try:
        return repr(float(text))
    except ValueError:
        return text


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def tables(folder: Path) -> dict[str, list[list[str]]]:
    return {path.stem: rows(path) for path in sorted(folder.glob("*.csv"))}


def dataset(check: Check, name: str) -> None:
    folder = check.convert(DATASETS / name, check.folder / "regions" / name, "folder")
    book = check.convert(DATASETS / name, check.folder / f"{name}.xlsx", "xlsx")
    sheets = check.office(book, EVERY_SHEET, "sheets", "en-US")
    for title, table in tables(folder).items():
        path = sheets / f"{name}-{title}.csv"
        check.compare(f"{name}: sheet {title}", table, rows(path) if path.exists() else [])
    again = check.office(book, "xlsx", "again") / book.name
    back = check.convert(again, check.folder / "back" / name, "folder")
    for title, table in tables(folder).items():
        path = back / f"{title}.csv"
        check.compare(f"{name}: saved anew, {title}", table, rows(path) if path.exists() else [])


def many_rows(count: int) -> list[list[str | float | int]]:
    draw = random.Random(1)
    names = [f"Organisasjon {number} ÆØÅ" for number in range(20_000)]
    kinds = ["tillit", "råd", "samarbeid"]
    return [
        [*draw.sample(names, 2), draw.choice(kinds), draw.randint(1, 99_999) / 100, f'merknad "{n}"; x', n]
        for n in range(count)
    ]


HEAD = ["source", "target", "relation", "weight", "note", "number"]


def large(check: Check, count: int) -> None:
    table = many_rows(count)
    inline, shared = openpyxl.Workbook(write_only=True), openpyxl.Workbook()
    for name, book in (("inline", inline), ("shared", shared)):
        sheet = book.create_sheet("ties", 0)
        for row in [HEAD, *table]:
            sheet.append(row)
        book.save(check.folder / f"{name}.xlsx")
    source = check.folder / "norwegian.csv"
    with source.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEAD)
        writer.writerows([*row[:3], str(row[3]).replace(".", ","), *row[4:]] for row in table)
    office = check.office(source, "xlsx", "large", reading=NORWEGIAN) / "norwegian.xlsx"
    wanted = [HEAD, *([str(cell) for cell in row] for row in table)]
    for path in (check.folder / "inline.xlsx", check.folder / "shared.xlsx", office, source):
        out = check.folder / f"{path.name}.edges.csv"
        start = time.monotonic()
        check.convert(path, out, "edges")
        seconds = time.monotonic() - start
        megabytes = peak(check, path)
        print(f"{path.name}: {count} rows in {seconds:.1f} s, {megabytes:.0f} MB")
        if seconds > SECONDS or megabytes > MEGABYTES:
            check.fail(f"{path.name}: more than {SECONDS} s or {MEGABYTES} MB")
        check.compare(path.name, wanted, rows(out))


def peak(check: Check, path: Path) -> float:
    """The memory of the program for this file alone, in megabytes."""
    measure = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, capture_output=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    command = [sys.executable, "-c", measure, str(check.program), "info", str(path)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return int(printed) / 1024


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("program", type=Path)
    parser.add_argument("--rows", type=int, default=100_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        check = Check(arguments.program.resolve(), Path(name))
        (check.folder / "regions").mkdir()
        (check.folder / "back").mkdir()
        for path in sorted(DATASETS.glob("*/ties.csv")):
            dataset(check, path.parent.name)
        large(check, arguments.rows)
        print(f"{check.cells} cells compared, {check.failed} differences")
    return 1 if check.failed else 0


if __name__ == "__main__":
    sys.exit(main())
