"""A wheel: a ring of equal segments, clockwise from the top, around the middle of the drawing."""

import math
from typing import NamedTuple

from scripts.build.drawings.geometry import SIZE, WIDTH, XY, half

MIDDLE = WIDTH / 2
OUTER, INNER = 176.0, 92.0


class Segment(NamedTuple):
    """A segment of the ring as a path, and where its number stands."""

    path: str
    x: float
    y: float


def segments(count: int) -> list[Segment]:
    """Return a ring of `count` segments."""
    return [_segment(place / count, (place + 1) / count) for place in range(count)]


def _segment(start: float, end: float) -> Segment:
    corners = (_on_ring(OUTER, start), _on_ring(OUTER, end), _on_ring(INNER, end), _on_ring(INNER, start))
    a, b, c, d = (f"{half(x)} {half(y)}" for x, y in corners)
    large = int(end - start > 0.5)
    path = f"M{a}A{OUTER:g} {OUTER:g} 0 {large} 1 {b}L{c}A{INNER:g} {INNER:g} 0 {large} 0 {d}Z"
    x, y = _on_ring((OUTER + INNER) / 2 + SIZE / 2, (start + end) / 2)
    return Segment(path, round(x, 1), round(y + SIZE / 2, 1))


def _on_ring(radius: float, turn: float) -> XY:
    return MIDDLE + radius * math.sin(turn * math.tau), MIDDLE - radius * math.cos(turn * math.tau)
