"""The earth as seen from far away: land, places, and the shortest ways between them.

The land is Natural Earth at 1:110 million (public domain), simplified once; `land.json` says so too.
"""

import json
import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from scripts.build.drawings import geometry
from scripts.build.drawings.geometry import LINE, SIZE, WIDTH, XY, Layout

LAND = Path(__file__).with_name("land.json")
EARTH = 6371.009  # mean radius, km
RADIUS = 158.0
MIDDLE = WIDTH / 2, RADIUS + 2
# The eye is this many degrees west of the middle of the places, so that the ways between them are seen to bend.
ASIDE = 24.0
STEPS = 16
# A shore, in units: how far it may lie from where it is drawn, and the island too small to show. The globe is a sketch
# that phones fetch.
SLACK = 3.2
SPECK = 20.0
# How much wider the name of a place is than other text: larger and bold in `globe.css`.
NAME = 1.25

Vector = tuple[float, float, float]
Degrees = tuple[float, float]
Run = list[Vector]


class Spot(NamedTuple):
    """A place on the globe: its name as it is shown, and where it lies in degrees (longitude, latitude)."""

    name: str
    degrees: Degrees


class Label(NamedTuple):
    """A line of text at (x, y), beginning, centred or ending there as `anchor` says (as in SVG)."""

    x: float
    y: float
    anchor: str
    text: str


def rings() -> tuple[tuple[Degrees, ...], ...]:
    """Return the shores as closed rings of (longitude, latitude) in degrees, the land on the right hand."""
    found: list[list[int]] = json.loads(LAND.read_text(encoding="utf-8"))["rings"]
    return tuple(tuple((lon / 10, lat / 10) for lon, lat in zip(ring[::2], ring[1::2], strict=True)) for ring in found)


def vector(longitude: float, latitude: float) -> Vector:
    """Return the point of the unit sphere at these degrees: x to 0° east, y to 90° east, z to the north pole."""
    east, north = math.radians(longitude), math.radians(latitude)
    return math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)


def distance(a: Degrees, b: Degrees) -> float:
    """Return the shortest way over the earth between two points in degrees (longitude, latitude), in km."""
    return EARTH * _angle(vector(*a), vector(*b))


def _angle(a: Vector, b: Vector) -> float:
    return 2 * math.asin(min(1.0, math.dist(a, b) / 2))


def seen_from(longitude: float, latitude: float) -> Callable[[Degrees], Vector]:
    """Return a function from degrees to (right, up, towards the eye) for an eye above this point."""
    east, north = math.radians(longitude), math.radians(latitude)

    def turned(point: Degrees) -> Vector:
        x, y, z = vector(*point)
        front = x * math.cos(east) + y * math.sin(east)
        right = y * math.cos(east) - x * math.sin(east)
        return right, z * math.cos(north) - front * math.sin(north), front * math.cos(north) + z * math.sin(north)

    return turned


def way(a: Vector, b: Vector) -> Run:
    """Return the shortest way over the sphere from `a` to `b`, in `STEPS` equal steps."""
    angle = _angle(a, b)
    if angle == 0:
        return [a, b]
    shares = (
        (math.sin((1 - step / STEPS) * angle) / math.sin(angle), math.sin(step / STEPS * angle) / math.sin(angle))
        for step in range(STEPS + 1)
    )
    return [(s * a[0] + t * b[0], s * a[1] + t * b[1], s * a[2] + t * b[2]) for s, t in shares]


def arc(run: Run) -> str:
    """Return the path along `run`, a way over the side that faces the eye: a piece of the ellipse as which its great
    circle is seen (SVG 2, 9.3.8)."""
    (a, b, c), (p, q, r) = run[0], run[-1]
    pole = b * r - c * q, c * p - a * r, a * q - b * p
    narrow = RADIUS * abs(pole[2]) / (math.hypot(*pole) or 1)
    turned = math.degrees(math.atan2(-pole[1], pole[0]))
    (start, end) = (" ".join(map(geometry.half, flat(point))) for point in (run[0], run[-1]))
    return f"M{start}A{narrow:.1f} {RADIUS:g} {turned:.1f} 0 {int(pole[2] < 0)} {end}"


def runs(ring: Sequence[Vector]) -> list[Run]:
    """Return the parts of a closed ring that face the eye, each from where it rises over the rim to where it sets.

    The ring must have a point behind the rim.
    """
    hidden = next(place for place, point in enumerate(ring) if point[2] <= 0)
    ring = [*ring[hidden:], *ring[: hidden + 1]]
    crossings = [place for place, (a, b) in enumerate(pairwise(ring), 1) if (a[2] > 0) != (b[2] > 0)]
    return [
        [_rim(ring[rises - 1], ring[rises]), *ring[rises:sets], _rim(ring[sets - 1], ring[sets])]
        for rises, sets in zip(crossings[::2], crossings[1::2], strict=True)
    ]


def _rim(a: Vector, b: Vector) -> Vector:
    share = a[2] / (a[2] - b[2])
    x, y = a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])
    return x / math.hypot(x, y), y / math.hypot(x, y), 0.0


def land_path(shores: Iterable[Sequence[Vector]]) -> str:
    """Return the path of the land that faces the eye, every piece closed and within the disc."""
    whole, cut = "", list[Run]()
    for ring in shores:
        if all(point[2] > 0 for point in ring):
            shore = [flat(point) for point in ring]
            if math.hypot(*(max(along) - min(along) for along in zip(*shore, strict=True))) >= SPECK:
                whole += geometry.outline(geometry.simplified([*shore, shore[0]], SLACK)[:-1]) + "Z"
        elif any(point[2] > 0 for point in ring):
            cut += runs(ring)
    return whole + _closed(cut)


def _closed(waiting: list[Run]) -> str:
    """Return the path of the shores `waiting`: from where one sets, the rim is followed clockwise to the next.

    With the land on the right hand, what lies clockwise along the rim is land too. Going straight from rim to rim would
    cut the land off or smear it over the sea.
    """
    path = ""
    while waiting:
        part = first = waiting[-1]
        letter = "M"
        while part in waiting:
            waiting.remove(part)
            path += letter + geometry.outline(geometry.simplified([flat(point) for point in part], SLACK))[1:]
            angles = [(_clockwise(part[-1], other[0]), other) for other in (*waiting, first)]
            angle, part = min(angles, key=itemgetter(0))
            x, y = flat(part[0])
            path += f"A{RADIUS:g} {RADIUS:g} 0 {int(angle > math.pi)} 1 {geometry.on_grid(x)} {geometry.on_grid(y)}"
            letter = "L"
        path += "Z"
    return path


def _clockwise(a: Vector, b: Vector) -> float:
    # Up is positive here, so clockwise is the angle going down.
    return (math.atan2(a[1], a[0]) - math.atan2(b[1], b[0])) % math.tau


def flat(point: Vector) -> XY:
    """Return where `point` is drawn: right and down from the corner, in units."""
    return MIDDLE[0] + RADIUS * point[0], MIDDLE[1] - RADIUS * point[1]


def globe(spots: Sequence[Spot], ways: Sequence[tuple[int, int, str]]) -> Layout:
    """Return the globe with `spots`, and `ways` between them: the positions of two spots, and the text beside it.

    Those are the `land` and the `ways` as paths, the `dots` of places, their `names`, and the `distances`.
    """
    # The eye hangs beside the middle of the spots.
    x, y, z = (sum(parts) for parts in zip(*(vector(*spot.degrees) for spot in spots), strict=True))
    turned = seen_from(math.degrees(math.atan2(y, x)) - ASIDE, math.degrees(math.atan2(z, math.hypot(x, y))))
    places = [turned(spot.degrees) for spot in spots]
    seen = [([point for point in way(places[a], places[b]) if point[2] > 0], text) for a, b, text in ways]
    return {
        "height": 2 * MIDDLE[1],
        "land": land_path([[turned(point) for point in ring] for ring in rings()]),
        "ways": [arc(run) for run, _ in seen if run],
        "dots": [flat(place) for place in places if place[2] > 0],
        "names": [
            _name(spot.name, flat(place), [flat(other) for other in places if other is not place])
            for spot, place in zip(spots, places, strict=True)
            if place[2] > 0
        ],
        "distances": [_beside([flat(point) for point in run], text) for run, text in seen if run],
    }


def _name(text: str, place: XY, others: list[XY]) -> Label:
    # On the side away from the nearest other place, unless more of it stays within the rim on the other side.
    nearest = min(others, key=lambda other: math.dist(other, place), default=place)
    away = 1 if place[0] > nearest[0] else -1
    rim = math.sqrt(max(0.0, RADIUS**2 - (place[1] - MIDDLE[1]) ** 2))
    width = 10 + geometry.text_width(text) * NAME

    def lost(side: int) -> float:
        if any(0 < side * (x - place[0]) < width and abs(y - place[1]) < LINE for x, y in others):
            return width
        return max(0.0, width - rim + side * (place[0] - MIDDLE[0]))

    side = min((away, -away), key=lost)
    return Label(place[0] + 10 * side, place[1] + SIZE / 3, "start" if side > 0 else "end", text)


def _beside(line: list[XY], text: str) -> Label:
    x, y = line[len(line) // 2]
    room = geometry.text_width(text)
    if math.dist(line[0], line[-1]) < room:
        return Label(min(max(x, room / 2), WIDTH - room / 2), y - LINE, "middle", text)
    left = x - room - 10 > MIDDLE[0] - RADIUS
    return Label(x + (-10 if left else 10), y, "end" if left else "start", text)
