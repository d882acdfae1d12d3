"""The outline of the land: Natural Earth at 1:110 million (public domain), simplified once; `land.json` says so too."""

from __future__ import annotations

import json
import math
from functools import cache
from pathlib import Path

LAND = Path(__file__).with_suffix(".json")

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
