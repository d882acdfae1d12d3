"""A part of the earth from above: rivers, places, names of areas, and a bar that says how far it is.

The projection is the plainest: degrees as they are, narrowed by the cosine of the middle latitude. Over a few hundred
kilometres no reader sees the difference from a better one.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from scripts.build.drawings import geometry
from scripts.build.drawings.geometry import LINE, SIZE, WIDTH, XY, Layout
from scripts.build.drawings.globe import EARTH, Degrees, Label, Spot

MARGIN = 26.0
# How far a river may lie from where it is drawn, in units.
SLACK = 0.8
# How much larger the name of a place is than other text: `region.css`.
NAME = 16 / SIZE
# What a name must stay clear of is looked at in points so far apart, in units.
STEP = 4.0


def region(spots: Sequence[Spot], areas: Sequence[Spot], rivers: Sequence[Sequence[Degrees]]) -> Layout:
    """Return a map that is as wide as the drawing and holds all of this.

    Those are the `rivers` as one path, the `dots` of the spots, their `names` where they cover least, those of `areas`,
    and a `bar` of so many units for so many `kilometres`, a power of ten.
    """
    points = [*(spot.degrees for spot in (*spots, *areas)), *(point for river in rivers for point in river)]
    (west, east), (south, north) = ((min(along), max(along)) for along in zip(*points, strict=True))
    narrow = math.cos(math.radians((south + north) / 2))
    degree = (WIDTH - 2 * MARGIN) / (east - west) / narrow

    def flat(point: Degrees) -> XY:
        return MARGIN + (point[0] - west) * narrow * degree, MARGIN + LINE + (north - point[1]) * degree

    unit = math.radians(EARTH) / degree
    kilometres = 10 ** math.floor(math.log10(WIDTH * unit / 3))
    lines = [geometry.simplified([flat(point) for point in river], SLACK) for river in rivers]
    dots = [flat(spot.degrees) for spot in spots]
    names = [_middle(area.name, flat(area.degrees)) for area in areas]
    taken = [*(point for line in lines for point in _along(line)), *(point for name in names for point in _under(name))]
    return {
        "height": round((north - south) * degree + 2 * MARGIN + 2 * LINE),
        "rivers": "".join(map(geometry.polyline, lines)),
        "dots": dots,
        "names": _names([spot.name for spot in spots], dots, taken),
        "areas": names,
        "bar": kilometres / unit,
        "kilometres": kilometres,
    }


def _names(texts: Sequence[str], dots: Sequence[XY], taken: Sequence[XY]) -> list[Label]:
    """Return the name of each dot on the side where it covers least of what is `taken`, other dots and names."""
    names = list[Label]()
    for text, dot in zip(texts, dots, strict=True):
        others = [*taken, *(one for one in dots if one != dot), *(point for name in names for point in _under(name))]
        names.append(min(_sides(text, dot), key=lambda side: sum(_covers(side, point) for point in others)))
    return names


def _sides(text: str, dot: XY) -> Iterator[Label]:
    """Yield where a name can stand, the best first: above the dot, beside it where there is room, below."""
    (x, y), width = dot, geometry.text_width(text) * NAME
    yield _middle(text, (x, y - SIZE), NAME)
    if x + SIZE + width < WIDTH:
        yield Label(x + SIZE, y + SIZE / 3, "start", text)
    if x - SIZE - width > 0:
        yield Label(x - SIZE, y + SIZE / 3, "end", text)
    yield _middle(text, (x, y + LINE + SIZE / 3), NAME)


def _middle(text: str, place: XY, size: float = 1.0) -> Label:
    half = geometry.text_width(text) * size / 2
    return Label(min(max(place[0], half), WIDTH - half), place[1], "middle", text)


def _span(label: Label) -> XY:
    width = geometry.text_width(label.text)
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return left, left + width


def _covers(label: Label, point: XY) -> bool:
    left, right = _span(label)
    return left - STEP < point[0] < right + STEP and -STEP < label.y - point[1] < LINE


def _under(label: Label) -> list[XY]:
    """Return points through the middle of the text of `label`."""
    left, right = _span(label)
    return _along([(left, label.y - SIZE / 3), (right, label.y - SIZE / 3)])


def _along(line: Sequence[XY]) -> list[XY]:
    """Return the points of `line`, and as many between them that none is farther than `STEP` from the next."""
    found = [*line[:1]]
    for (a, b), (c, d) in pairwise(line):
        parts = max(1, math.ceil(math.dist((a, b), (c, d)) / STEP))
        found += [(a + (c - a) * part / parts, b + (d - b) * part / parts) for part in range(1, parts + 1)]
    return found
