"""A map of a region: everything on it, in proportion, and a bar that tells how far it is."""

import re

import pytest

from scripts.build.drawings.geometry import LINE, WIDTH
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


@pytest.mark.parametrize(
    ("river", "anchor", "below"),
    [
        ([(0, 0), (9, 0)], "middle", False),  # the river passes below: the name is above
        ([(2, 3.8), (6, 3.8)], "start", False),  # it passes above: to the right
        ([(2, 3.8), (6.2, 3.8), (6.2, 0)], "end", False),  # and to the right: to the left
        ([(1.8, 0), (1.8, 3.8), (6.2, 3.8), (6.2, 0)], "middle", True),  # and to the left: below
    ],
)
def test_a_name_stands_where_it_covers_least(river: list[tuple[float, float]], anchor: str, below: bool) -> None:
    corners = [[(-9, -4), (-9, -4.1)], [(17, 8), (17, 8.1)]]
    found = region([Spot("Stad", (4, 2))], [], [river, *corners])
    (name,), ((_, dot),) = found["names"], found["dots"]
    assert (name.anchor, name.y > dot + LINE / 2) == (anchor, below)


def test_a_name_keeps_off_other_names_and_the_edge() -> None:
    corners = [[(-9, -4), (-9, -4.1)], [(17, 8), (17, 8.1)]]
    found = region([Spot("Stad", (-9, 2)), Spot("Dorp", (-8, 2))], [Spot("Land", (-8.5, 2.9))], corners)
    assert [name.anchor for name in found["names"]] == ["middle", "start"]
    assert all(name.x > 0 for name in found["names"])
    assert found["names"][0].y > found["dots"][0][1]
