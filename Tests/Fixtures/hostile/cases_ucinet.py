"""UCINET datasets: a header and values in one folder."""

import struct

from case import Case, accept, reject, warn


def header(
    dimensions: list[int], labels: list[list[str] | None], version: bytes = b"V6404", kind: int = 7
) -> bytes:
    start = b"\x05" + version + struct.pack("<5hBh", 26, 11, 23, 1, 3, kind, len(dimensions))
    start += b"".join(struct.pack("<I", count) for count in dimensions) + b"\x01T"
    start += bytes(0 if names is None else 1 for names in labels)
    for names in labels:
        for name in names or []:
            units = name.encode("utf-16-le", "surrogatepass")
            start += struct.pack("<H", len(units)) + units
    return start


def dataset(name: str, make: object, head: bytes, values: list[float] | bytes, *verdict: int) -> Case:
    data = values if isinstance(values, bytes) else struct.pack(f"<{len(values)}f", *values)
    # Read by the name of the header; both lie beside each other in the set.
    files = {f"{name}.##h": head, f"{name}.##d": data}
    return make(f"{name}.##h", files, *verdict)  # type: ignore[operator]


AB = ["å", "b"]
PLAIN = header([2, 2], [AB, AB])

CASES = [
    dataset("ucinet-plain", accept, PLAIN, [0, 1, 2.5, 0], 2, 2),
    dataset("ucinet-no-labels", accept, header([2, 2], [None, None]), [0, 1, 1, 0], 2, 2),
    dataset("ucinet-two-modes", accept, header([3, 2], [["x", "y", "z"], None]), [0, 1, 0, 0, 1, 1], 5, 3),
    dataset("ucinet-not-known", warn, header([3, 2], [["x", "y", "z"], None]), [0, 1, 1e38, 0, 1, 1], 5, 3),
    dataset("ucinet-reordered", reject, header([2, 2], [AB, AB[::-1]]), [0, 1, 1, 0]),
    dataset("ucinet-relation-twice", reject, header([1, 1, 2], [None, None, ["x", "x"]]), [0, 1]),
    dataset("ucinet-infinity", reject, PLAIN, [0, float("inf"), 0, 0]),
    dataset("ucinet-relations", accept, header([2, 2, 2], [AB, AB, ["trust", "advice"]]), [0, 1, 1, 0, 0, 0, 1, 0], 2, 3),
    dataset("ucinet-rest", warn, PLAIN + b"\x00\x00", [0, 1, 0, 0], 2, 1),
    dataset("ucinet-old-version", reject, header([2, 2], [AB, AB], b"V6403"), [0, 1, 1, 0]),
    dataset("ucinet-oldest-version", reject, header([2, 2], [AB, AB], b"DATE:"), [0, 1, 1, 0]),
    dataset("ucinet-integers", reject, header([2, 2], [AB, AB], kind=6), [0, 1, 1, 0]),
    dataset("ucinet-one-dimension", reject, header([2], [AB]), [0, 1]),
    dataset("ucinet-nine-dimensions", reject, header([2] * 9, [None] * 9), [0, 1]),
    dataset("ucinet-huge-dimensions", reject, header([2**32 - 1, 2**32 - 1, 2**32 - 1], [None] * 3), [0, 1]),
    dataset("ucinet-huge-and-empty", reject, header([0, 2**31], [None, None]), []),
    dataset("ucinet-huge-labels", reject, header([2**32 - 1, 1], [AB, None]), [0, 1]),
    dataset("ucinet-short-values", reject, PLAIN, [0, 1, 1]),
    dataset("ucinet-long-values", reject, PLAIN, [0, 1, 1, 0, 1]),
    dataset("ucinet-odd-values", reject, PLAIN, b"\x00" * 15),
    dataset("ucinet-nan", reject, PLAIN, [0, float("nan"), 0, 0]),
    dataset("ucinet-minus-infinity", reject, PLAIN, [0, float("-inf"), 0, 0]),
    dataset("ucinet-truncated", reject, PLAIN[:-3], [0, 1, 1, 0]),
    dataset("ucinet-cut-at-once", reject, PLAIN[:9], [0, 1, 1, 0]),
    dataset("ucinet-empty-header", reject, b"", [0, 1, 1, 0]),
    dataset("ucinet-label-twice", reject, header([2, 2], [["a", "a"], ["a", "a"]]), [0, 1, 1, 0]),
    dataset("ucinet-label-empty", reject, header([2, 2], [["a", ""], ["a", ""]]), [0, 1, 1, 0]),
    dataset("ucinet-label-half-a-character", reject, header([2, 2], [["a", "\ud800"], None]), [0, 1, 1, 0]),
]
