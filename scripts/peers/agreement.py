"""When two numbers are the same, and how numbers are written."""

import math
from collections.abc import Sequence

Value = float | None

RELATIVE = 1e-9
# Below this, a difference is rounding around zero: a betweenness of 1e-15 is 0.
ABSOLUTE = 1e-12


def known(value: float) -> Value:
    """The value, or None where the tool says that it has none."""
    return None if math.isnan(value) else float(value)


def same(a: Value, b: Value) -> bool:
    if a is None or b is None:
        return a is None and b is None
    return math.isclose(a, b, rel_tol=RELATIVE, abs_tol=ABSOLUTE)


def agreed(what: str, first: Sequence[Value], second: Sequence[Value]) -> list[Value]:
    """`first`, once it is certain that both tools say the same."""
    if len(first) != len(second):
        raise AssertionError(f"{what}: {len(first)} values against {len(second)}")
    for i, (a, b) in enumerate(zip(first, second)):
        if not same(a, b):
            raise AssertionError(f"{what}, node {i}: {a!r} against {b!r}")
    return list(first)


def agreed_value(what: str, first: Value, second: Value) -> Value:
    return agreed(what, [first], [second])[0]


def written(value: Value) -> str:
    """Shortest text that reads back as the same number; whole numbers without a point."""
    if value is None:
        return ""
    if value == int(value) and abs(value) < 2**53:
        return str(int(value))
    return repr(float(value))
