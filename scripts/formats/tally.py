"""Counts what is the same and tells what is not."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from formats.nets import Net


class Tally:
    def __init__(self) -> None:
        self.compared: Counter[str] = Counter()
        self.failed: Counter[str] = Counter()

    def compare(
        self, what: str, where: str, wanted: Net, columns: set[str], got: Callable[[], Net]
    ) -> None:
        self.compared[what] += 1
        try:
            found = got()
        except Exception as error:
            # A peer may fail in any way, and that is a difference.
            return self.fail(what, where, f"{type(error).__name__}: {error}")
        if found.directed != wanted.directed and wanted.ties:
            return self.fail(what, where, f"directed is {found.directed}")
        nodes, ties = found.table(columns)
        wanted_nodes, wanted_ties = wanted.table(columns)
        for name, one, other in (("nodes", nodes, wanted_nodes), ("ties", ties, wanted_ties)):
            if one != other:
                extra, missing = besides(one, other), besides(other, one)
                return self.fail(what, where, f"{name}: {extra}, expected {missing}")

    def fail(self, what: str, where: str, message: str) -> None:
        self.failed[what] += 1
        if self.failed[what] <= 5:
            print(f"{what}: {where}: {message}")


def besides(one: Any, other: Any) -> list[str]:
    """The first entries of one table that the other has not."""
    mine, theirs = (Counter(map(str, table.items())) for table in (one, other))
    return list((mine - theirs).elements())[:2]
