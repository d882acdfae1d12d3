"""The outline of the land, made once from Natural Earth (public domain) and kept in `land.json`.

To make it anew, unpack the npm package world-atlas and name its folder:
`python -m scripts.drawings.land /path/to/package`.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from scripts.drawings.geometry import bends

LAND = Path(__file__).parent / "land.json"
# Both on a sphere of radius 1: a bend smaller than this (about 50 km) is left out, and so is an island smaller than
# this (about 20,000 km²).
BEND = 0.0085
ISLET = 0.0005

Vector = tuple[float, float, float]
Degrees = tuple[float, float]


@cache
def rings() -> tuple[tuple[Degrees, ...], ...]:
    """Return the shores as closed rings of (longitude, latitude) in degrees, the land on the right hand."""
    flat: list[list[int]] = json.loads(LAND.read_text(encoding="utf-8"))["rings"]
    return tuple(tuple((lon / 10, lat / 10) for lon, lat in zip(ring[::2], ring[1::2], strict=True)) for ring in flat)


def vector(longitude: float, latitude: float) -> Vector:
    """Return the point of the unit sphere at these degrees: x to 0° east, y to 90° east, z to the north pole."""
    east, north = math.radians(longitude), math.radians(latitude)
    return math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)


def read(topology: dict[str, Any]) -> Iterator[list[Degrees]]:
    """Yield each ring of the land in a TopoJSON `topology`, in degrees, its last point left out as it is the first."""
    scales, offsets = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        longitudes, latitudes = (
            [total * scales[axis] + offsets[axis] for total in accumulate(step[axis] for step in arc)]
            for axis in (0, 1)
        )
        arcs.append(list(zip(longitudes, latitudes, strict=True)))
    for shape in topology["objects"]["land"]["geometries"]:
        for ring in (ring for polygon in shape["arcs"] for ring in polygon):
            # A negative number means the arc whose complement it is, from end to start; arcs meet in a shared point.
            yield [point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])[:-1]]


def simplified(ring: list[Degrees]) -> list[Degrees]:
    """Return `ring` without the points that lie within `BEND` of the line between those that stay."""
    places = [vector(*point) for point in ring]
    *kept, _ = bends([*places, places[0]], BEND)
    return [ring[place] for place in kept]


def area(ring: list[Degrees]) -> float:
    """Return about how much of the unit sphere `ring` encloses, for rings much smaller than the sphere."""
    places = [vector(*point) for point in ring]
    total = [0.0, 0.0, 0.0]
    for (ax, ay, az), (bx, by, bz) in zip(places, [*places[1:], places[0]], strict=True):
        total = [total[0] + ay * bz - az * by, total[1] + az * bx - ax * bz, total[2] + ax * by - ay * bx]
    return math.hypot(*total) / 2


def write(package: Path, target: Path) -> None:
    """Write to `target` the outline made from the unpacked npm `package`, in tenths of a degree."""
    about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    topology = json.loads((package / "land-110m.json").read_text(encoding="utf-8"))
    shores = [simplified(ring) for ring in read(topology) if area(ring) >= ISLET]
    outline = {
        "package": about["name"],
        "version": about["version"],
        "data": "Natural Earth 1:110m, public domain",
        "unit": "tenths of a degree: longitude, latitude, and so on",
        "rings": [[round(part * 10) for point in ring for part in point] for ring in shores if len(ring) > 2],
    }
    target.write_text(json.dumps(outline, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), LAND)
