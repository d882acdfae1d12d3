"""A part of the earth from above: rivers, places, names of areas, and a bar that says how far it is.

The projection is the plainest: degrees as they are, narrowed by the cosine of the middle latitude. Over a few hundred
kilometres no reader sees the difference from a better one.
"""

import math
from collections.abc import Sequence

from scripts.build.drawings import geometry
from scripts.build.drawings.geometry import LINE, SIZE, WIDTH, XY, Layout
from scripts.build.drawings.globe import EARTH, Degrees, Label, Spot

MARGIN = 26.0
# How far a river may lie from where it is drawn, in units.
SLACK = 0.8


def region(spots: Sequence[Spot], areas: Sequence[Spot], rivers: Sequence[Sequence[Degrees]]) -> Layout:
    """Return a map that is as wide as the drawing and holds all of this.

    Those are the `rivers` as one path, the `dots` of the spots, the `names` above them and those of `areas`, and a
    `bar` of so many units for so many `kilometres`, a power of ten.
    """
    points = [*(spot.degrees for spot in (*spots, *areas)), *(point for river in rivers for point in river)]
    (west, east), (south, north) = ((min(along), max(along)) for along in zip(*points, strict=True))
    narrow = math.cos(math.radians((south + north) / 2))
    degree = (WIDTH - 2 * MARGIN) / (east - west) / narrow

    def flat(point: Degrees) -> XY:
        return MARGIN + (point[0] - west) * narrow * degree, MARGIN + LINE + (north - point[1]) * degree

    unit = math.radians(EARTH) / degree
    kilometres = 10 ** math.floor(math.log10(WIDTH * unit / 3))
    lines = (geometry.simplified([flat(point) for point in river], SLACK) for river in rivers)
    return {
        "height": round((north - south) * degree + 2 * MARGIN + 2 * LINE),
        "rivers": "".join(map(geometry.polyline, lines)),
        "dots": [flat(spot.degrees) for spot in spots],
        "names": [_label(spot.name, flat(spot.degrees), SIZE) for spot in spots],
        "areas": [_label(area.name, flat(area.degrees), 0) for area in areas],
        "bar": kilometres / unit,
        "kilometres": kilometres,
    }


def _label(text: str, place: XY, above: float) -> Label:
    half = geometry.text_width(text) / 2
    return Label(min(max(place[0], half), WIDTH - half), place[1] - above, "middle", text)
