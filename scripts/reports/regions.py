"""Regions that only a test would make."""

import csv
from pathlib import Path

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "\u202eexe.txt",
    "שלום עולם",
    "Å" * 300,
    'a" onmouseover="alert(1)',
    "plain",
]


def hostile(folder: Path) -> Path:
    """A region whose names mean harm."""
    region = folder / "hostile"
    region.mkdir()
    with (region / "actors.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "label", "type"])
        for place, label in enumerate(HOSTILE):
            writer.writerow([f"a{place}", label, "=type" if place % 2 else "</td><b>"])
    with (region / "ties.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["source", "target", "relation", "weight", "wave"])
        for place in range(len(HOSTILE)):
            other = (place + 1) % len(HOSTILE)
            writer.writerow([f"a{place}", f"a{other}", "<i>x</i>", place + 1, "w1"])
            writer.writerow([f"a{other}", f"a{place}", "'\"&", 1, "</option>"])
    return region


def secretive(folder: Path) -> Path:
    """A region of persons and organisations whose names nobody is to read."""
    region = folder / "secretive"
    region.mkdir()
    with (region / "actors.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "label", "type", "email"])
        for place in range(16):
            kind = "person" if place % 2 else "enterprise"
            writer.writerow([f"hush{place:02}", f"Quietly {kind} {place:02}", kind, f"q{place}@secret.example"])
    with (region / "ties.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["source", "target"])
        for place in range(16):
            for step in [1, 2]:
                writer.writerow([f"hush{place:02}", f"hush{(place + step) % 16:02}"])
    return region
