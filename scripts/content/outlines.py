"""Outlines of icons in fewer bytes: every point on a grid of a tenth, of which a box of 24 by 24 has enough.

The grammar is that of SVG 2, 9.3. What is relative is counted from where the pen is drawn, so that nothing adds up: no
point is farther than half a tenth from where it was, in either direction.
"""

import math
import re
from collections.abc import Iterator

NUMBER = r"[\s,]*(-?(?:\d+\.?\d*|\.\d+))"
FLAG = r"[\s,]*([01])"
COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")
# What a command is given each time; `z` is given nothing. In an arc the flags need no space after them.
GIVEN = {
    letter: re.compile(given)
    for letter, given in {
        **dict.fromkeys("mlt", NUMBER * 2),
        **dict.fromkeys("hv", NUMBER),
        **dict.fromkeys("sq", NUMBER * 4),
        "c": NUMBER * 6,
        "a": NUMBER * 3 + FLAG * 2 + NUMBER * 2,
    }.items()
}
# What of that is no place: the radii of an arc, how far it is turned, and its flags.
SHAPE = {"a": 5}
AXES = {"h": (0,), "v": (1,)}
# An arc is nearly half a circle when its ends are farther apart than so many radii; two would be half.
NEARLY_HALF = 1.8


def coarser(outline: str) -> str:
    """Return the `outline` of an icon, the `d` of a path in SVG, with its points on the grid, as short as it can be."""
    written = ""
    # The pen as it was and as it is drawn, in tenths; both go back to where a part began when that is closed.
    pen, drawn, began = (0.0, 0.0), (0, 0), ((0.0, 0.0), (0, 0))
    for letter, rest in COMMAND.findall(outline):
        kind, numbers = letter.lower(), list[str]()
        if kind == "z":
            pen, drawn = began
        for given in GIVEN[kind].finditer(rest) if kind in GIVEN else ():
            values = [float(value) * 10 for value in given.groups()]
            shape, places = values[: SHAPE.get(kind, 0)], values[SHAPE.get(kind, 0) :]
            origin, ground = (pen, drawn) if letter == kind else ((0.0, 0.0), (0, 0))
            ends, news, placed = list(pen), list(drawn), list[float]()
            for axis, value in _along(kind, places):
                ends[axis] = origin[axis] + value
                news[axis] = round(ends[axis])
                placed.append(news[axis] - ground[axis])
            numbers += map(_tenths, [*_shaped(shape, math.dist(pen, ends), math.dist(drawn, news)), *placed])
            pen, drawn = (ends[0], ends[1]), (news[0], news[1])
            began = (pen, drawn) if kind == "m" and given.start() == 0 else began
        written += letter + _joined(numbers)
    return written


def _along(kind: str, places: list[float]) -> Iterator[tuple[int, float]]:
    """Yield each of `places` with its axis: 0 across, 1 down."""
    axes = AXES.get(kind, (0, 1))
    yield from ((axes[number % len(axes)], value) for number, value in enumerate(places))


def _shaped(shape: list[float], chord: float, drawn: float) -> list[float]:
    """Return the `shape` of an arc whose ends are `drawn` so far apart, no longer the length of its `chord`.

    Of nearly half a circle the radii go with the ends, or it would be seen to move; the last is never too large.
    """
    if shape and chord > NEARLY_HALF * min(shape[:2]):
        return [*(math.floor(radius * drawn / chord * 10 + 1e-6) / 10 for radius in shape[:2]), *shape[2:]]
    return [float(round(value)) for value in shape]


def _tenths(count: float) -> str:
    return re.sub(r"\b0\.", ".", f"{count / 10:g}")


def _joined(numbers: list[str]) -> str:
    """Return `numbers` with a space only where two would be read as one."""
    written, before = "", ""
    for number in numbers:
        apart = before and not number.startswith("-") and not (number.startswith(".") and "." in before)
        written += f" {number}" if apart else number
        before = number
    return written
