"""A map of a region: everything on it, in proportion, and a bar that tells how far it is."""

import re

import pytest

from scripts.build.drawings.geometry import WIDTH
from scripts.build.drawings.globe import Spot, distance
from scripts.build.drawings.region import region

RIVER = [(17.7, -16.2), (19.8, -17.9), (21.5, -18.1), (23.6, -19.7)]


def test_the_map_holds_all_and_keeps_proportions() -> None:
    ends = [Spot("Boven", RIVER[0]), Spot("Beneden", RIVER[-1])]
    found = region(ends, [Spot("Land", (20, -19))], [RIVER])
    places = [tuple(map(float, pair)) for pair in re.findall(r"([\d.]+) ([\d.]+)", found["rivers"])]
    assert found["rivers"].count("M") == 1
    assert all(0 < x < WIDTH and 0 < y < found["height"] for x, y in [*places, *found["dots"]])
    assert [label.text for label in (*found["names"], *found["areas"])] == ["Boven", "Beneden", "Land"]
    (left, top), (right, bottom) = found["dots"]
    drawn = ((right - left) ** 2 + (bottom - top) ** 2) ** 0.5 * found["kilometres"] / found["bar"]
    assert drawn == pytest.approx(distance(RIVER[0], RIVER[-1]), rel=0.01)
    assert WIDTH / 40 < found["bar"] < WIDTH / 2
