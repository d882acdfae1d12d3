"""The goals as a wheel: a ring of equal segments, clockwise from the top."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from scripts.build.drawings.geometry import SIZE, WIDTH, XY, half

MIDDLE = WIDTH / 2
OUTER, INNER = 176.0, 92.0


@dataclass(frozen=True)
class Spoke:
    """What a segment stands for: its number, its name for who cannot see it, its title, and where it leads.

    `language` is that of the page it leads to, empty when that is the language of the page it stands on.
    """

    number: int
    name: str
    title: str
    address: str
    language: str


@dataclass(frozen=True)
class Segment:
    """A segment of the ring as a path, and where its number stands."""

    spoke: Spoke
    path: str
    x: float
    y: float


@dataclass(frozen=True)
class Wheel:
    """A ring in units, with its middle at (middle, middle)."""

    segments: tuple[Segment, ...]
    width: float = WIDTH
    height: float = WIDTH
    middle: float = MIDDLE


def wheel(spokes: Sequence[Spoke]) -> Wheel:
    """Return a ring with a segment for each of `spokes`, in their order."""
    return Wheel(tuple(_segment(spoke, place, len(spokes)) for place, spoke in enumerate(spokes)))


def _segment(spoke: Spoke, place: int, count: int) -> Segment:
    start, end = place / count, (place + 1) / count
    (a, b), (c, d) = (_on_ring(OUTER, turn) for turn in (start, end))
    (e, f), (g, h) = (_on_ring(INNER, turn) for turn in (end, start))
    large = int(end - start > 0.5)
    path = (
        f"M{half(a)} {half(b)}A{OUTER:g} {OUTER:g} 0 {large} 1 {half(c)} {half(d)}"
        f"L{half(e)} {half(f)}A{INNER:g} {INNER:g} 0 {large} 0 {half(g)} {half(h)}Z"
    )
    x, y = _on_ring((OUTER + INNER) / 2 + SIZE / 2, (start + end) / 2)
    return Segment(spoke, path, round(x, 1), round(y + SIZE / 2, 1))


def _on_ring(radius: float, turn: float) -> XY:
    return MIDDLE + radius * math.sin(turn * math.tau), MIDDLE - radius * math.cos(turn * math.tau)
