"""The outline of the land, made from TopoJSON."""

from __future__ import annotations

import json
import math
from pathlib import Path

from scripts.drawings.land import area, read, simplified, write

SQUARE = {
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [[[0, 0], [0, 10], [10, 0]], [[0, 0], [5, 0], [5, 0], [0, 10]], [[50, 50], [0, 1], [1, 0], [-1, -1]]],
    "objects": {"land": {"geometries": [{"type": "MultiPolygon", "arcs": [[[0, -2]], [[2]]]}]}},
}


def test_arcs_are_joined_and_turned_round() -> None:
    assert list(read(SQUARE)) == [
        [(0, 0), (0, 10), (10, 10), (10, 0), (5, 0)],
        [(50, 50), (50, 51), (51, 51)],
    ]


def test_bends_stay_and_what_lies_between_goes() -> None:
    ring = [(0.0, 0.0), (0.0, 10.0), (10.0, 10.0), (10.0, 0.0), (5.0, 0.1)]
    assert simplified(ring) == ring[:4]


def test_area_is_of_the_sphere() -> None:
    ring = [(-1.0, -1.0), (-1.0, 1.0), (1.0, 1.0), (1.0, -1.0)]
    assert math.isclose(area(ring), math.radians(2) ** 2, rel_tol=0.01)


def test_islets_are_left_out_and_the_package_is_named(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"name": "world-atlas", "version": "9"}')
    (tmp_path / "land-110m.json").write_text(json.dumps(SQUARE))
    write(tmp_path, tmp_path / "land.json")
    made = json.loads((tmp_path / "land.json").read_text())
    assert (made["package"], made["version"]) == ("world-atlas", "9")
    assert made["rings"] == [[0, 0, 0, 100, 100, 100, 100, 0]]
