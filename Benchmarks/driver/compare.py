"""Whether two tools found the same."""

import math
from array import array
from pathlib import Path


def read(path: Path) -> array:
    values = array("d")
    values.frombytes(path.read_bytes())
    return values


def largest_difference(ours: array, theirs: array) -> float:
    """Relative to the larger of two values; a value that only one of them has is infinitely far."""
    if len(ours) != len(theirs):
        return math.inf
    largest = 0.0
    for a, b in zip(ours, theirs):
        if a == b or (math.isnan(a) and math.isnan(b)):
            continue
        difference = abs(a - b) / max(abs(a), abs(b))
        if math.isnan(difference):
            return math.inf
        largest = max(largest, difference)
    return largest


def against_largest(ours: array, theirs: array) -> float:
    """As far as two vectors differ, in units of the largest entry: for what iteration finds."""
    if len(ours) != len(theirs):
        return math.inf
    unit = max((abs(a) for a in ours), default=0.0) or 1.0
    largest = max((abs(a - b) for a, b in zip(ours, theirs)), default=0.0)
    return math.inf if math.isnan(largest) else largest / unit


def in_all(ours: array, theirs: array) -> float:
    """What two distributions differ by, summed over everybody: what a residual limits."""
    if len(ours) != len(theirs):
        return math.inf
    gap = sum(abs(a - b) for a, b in zip(ours, theirs))
    return math.inf if math.isnan(gap) else gap / (sum(map(abs, ours)) or 1.0)


def same_partition(ours: array, theirs: array) -> bool:
    """Whether there is a renumbering that turns one into the other."""
    if len(ours) != len(theirs):
        return False
    forth: dict[float, float] = {}
    back: dict[float, float] = {}
    return all(
        forth.setdefault(a, b) == b and back.setdefault(b, a) == a for a, b in zip(ours, theirs)
    )
