"""What every drawing needs: lengths in units of the view box, round numbers, lines of text, paths."""

import math
import textwrap
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby, pairwise
from typing import Any

# A drawing is this wide. On a phone a unit is about a pixel, so that text of SIZE units is more than 13 pixels high.
WIDTH = 360.0
SIZE = 14.0
LINE = 18.0
# The width of an average character, as a part of the height of the letter: on the wide side, so that text fits.
CHARACTER = 0.57
# Between the points of a rough outline: few different numbers are few bytes.
GRID = 2

XY = tuple[float, float]
# What the template of a shape is filled with, by the names that stand in it; `height` is that of the drawing.
Layout = dict[str, Any]


def scale(low: float, high: float, start: float, end: float) -> Callable[[float], float]:
    """Return a function that takes `low` to `start`, `high` to `end`, and all between in proportion."""
    span = high - low
    return lambda value: start + (value - low) / span * (end - start) if span else start


def nice_ticks(highest: float) -> list[float]:
    """Return round numbers from 0 up to the first that is not below `highest`, with at most three steps between."""
    raw = max(highest, 1e-9) / 3
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= raw * (1 - 1e-9))
    return [round(step * count, 9) for count in range(math.ceil(highest / step - 1e-9) + 1)]


def rounded(value: float) -> int:
    """Return `value` with as few figures as stay within one per cent of it: 7907 is 7900, 1162 is 1160."""
    size: int = 10 ** (len(str(abs(round(value)))) - 1)
    while size > 1 and abs(round(value / size) * size - value) > abs(value) / 100:
        size //= 10
    return round(value / size) * size


def text_width(text: str) -> float:
    """Return about how wide `text` is, in units."""
    return len(text) * CHARACTER * SIZE


def wrap(text: str, width: float) -> list[str]:
    """Return the words of `text` in lines of at most `width` units; a word that is wider has a line to itself."""
    letters = max(1, int(width / CHARACTER / SIZE))
    return textwrap.wrap(text, letters, break_long_words=False, break_on_hyphens=False)


def rows(spans: Iterable[XY], gap: float) -> list[int]:
    """Return for each (left, right) of `spans` the first row, from 0, where it keeps `gap` from those before it."""
    ends: list[float] = []
    found = []
    for left, right in spans:
        row = next((place for place, end in enumerate(ends) if end + gap <= left), len(ends))
        ends[row : row + 1] = [right]
        found.append(row)
    return found


def half(value: float) -> str:
    """Return `value` rounded to half units, as short as it can be written."""
    return f"{round(value * 2) / 2 + 0:g}"


def polyline(points: Iterable[XY]) -> str:
    """Return the path that runs through `points`, in half units, without a point that falls on the one before."""
    return "M" + "L".join(place for place, _ in groupby(f"{half(x)} {half(y)}" for x, y in points))


def on_grid(value: float) -> int:
    """Return `value` rounded to `GRID` units."""
    return GRID * round(value / GRID)


def outline(points: Iterable[XY]) -> str:
    """Return the path that runs through `points`, rounded to the grid, each written as the step from the one before.

    That takes half as many bytes as where they lie; nobody sees a unit of a shore.
    """
    places = [place for place, _ in groupby((on_grid(x), on_grid(y)) for x, y in points)]
    (x, y), *_ = places
    steps = "".join(f"{c - a:+d}{d - b:+d}" for (a, b), (c, d) in pairwise(places))
    return f"M{x} {y}" + (f"l{steps.replace('+', ' ').lstrip()}" if steps else "")


def simplified(points: Sequence[XY], slack: float) -> list[XY]:
    """Return those of `points` that must stay for a line within `slack` of all: the ends, and the bends.

    Douglas and Peucker (1973); a line that ends where it begins is a ring.
    """
    away = [_off(point, points[0], points[-1]) for point in points[1:-1]]
    if max(away, default=0) <= slack:
        return [points[0], points[-1]][: len(points)]
    # The farthest point stays, and then each half is looked at alike.
    far = away.index(max(away)) + 1
    return simplified(points[: far + 1], slack)[:-1] + simplified(points[far:], slack)


def _off(point: XY, start: XY, end: XY) -> float:
    """Return how far `point` lies from the straight line between `start` and `end`."""
    line, way = complex(*end) - complex(*start), complex(*point) - complex(*start)
    share = max(0.0, min(1.0, (way / line).real)) if line else 0.0
    return abs(way - share * line)
