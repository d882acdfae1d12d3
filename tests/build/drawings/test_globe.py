"""Ways over the globe, and land that stays on its side of the rim."""

import math
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from scripts.build.drawings import globe
from scripts.build.drawings.geometry import GRID
from scripts.build.drawings.globe import MIDDLE, RADIUS, Spot, flat, rings, seen_from

TOWN, SOUTH, EAST = (5.0833, 52.0333), (19.7667, -17.9167), (21.9667, 51.4167)
PART = re.compile(r"([MLl]|A[\d.]+ [\d.]+ 0 [01] 1 )([-\d ]+)")
NUMBER = re.compile(r"-?\d+")


def places(path: str) -> Iterator[tuple[int, int]]:
    """Yield each place that `path` names, also where it says how far that is from the one before."""
    x = y = 0
    for command, numbers in PART.findall(path):
        every = [int(one) for one in NUMBER.findall(numbers)]
        for right, down in zip(every[::2], every[1::2], strict=True):
            x, y = (x + right, y + down) if command == "l" else (right, down)
            yield x, y


def test_the_eye_sees_what_is_below_it_in_the_middle() -> None:
    right, up, near = seen_from(*TOWN)(TOWN)
    assert (right, up, near) == pytest.approx((0, 0, 1))
    assert seen_from(0, 0)((90, 0)) == pytest.approx((1, 0, 0), abs=1e-9)
    assert seen_from(0, 0)((0, 90)) == pytest.approx((0, 1, 0), abs=1e-9)


def test_a_ring_is_cut_at_the_rim() -> None:
    turned = seen_from(0, 0)
    (run,) = globe.runs([turned(point) for point in [(60, 40), (120, 40), (120, -40), (60, -40)]])
    assert run[0][2] == run[-1][2] == 0
    assert all(point[2] > 0 for point in run[1:-1])


@pytest.mark.parametrize("there", [SOUTH, EAST, (-60.0, -30.0), (5.1, -20.0), (80.0, 52.0)])
def test_an_arc_is_the_ellipse_on_which_every_point_of_the_way_lies(there: tuple[float, float]) -> None:
    turned = seen_from(-10, 20)
    run = globe.way(turned(TOWN), turned(there))
    found = re.fullmatch(r"M(\S+) (\S+)A(\S+) (\S+) (\S+) 0 ([01]) (\S+) (\S+)", globe.arc(run))
    assert found
    narrow, wide, angle = (float(found[group]) for group in (3, 4, 5))
    across = math.radians(angle)
    for point in run:
        right, down = (one - middle for one, middle in zip(flat(point), MIDDLE, strict=True))
        x, y = right * math.cos(across) + down * math.sin(across), down * math.cos(across) - right * math.sin(across)
        assert math.isclose(math.hypot(x, y * narrow / wide), narrow, abs_tol=0.3)
    ends = (float(found[1]), float(found[2])), (float(found[7]), float(found[8]))
    # Clockwise on the screen is sweep 1: the cross product of the ends as seen from the middle is positive then.
    (ax, ay), (bx, by) = ((x - MIDDLE[0], y - MIDDLE[1]) for x, y in ends)
    assert (ax * by - ay * bx > 0) == (found[6] == "1")


@pytest.mark.parametrize(
    ("longitude", "latitude"), [(0, 0), (10, 28), (-60, 45), (96, -45), (-180, 75), (168, 28), (0, 80), (24, -80)]
)
def test_land_is_closed_and_within_the_disc_from_wherever_one_looks(longitude: float, latitude: float) -> None:
    turned = seen_from(longitude, latitude)
    path = globe.land_path([[turned(point) for point in ring] for ring in rings()])
    assert path.count("M") == path.count("Z") > 0
    assert all(piece.startswith("M") for piece in path.split("Z")[:-1])
    for place in places(path):
        # Half the grid to each side is lost in rounding.
        assert math.dist(place, MIDDLE) <= RADIUS + math.hypot(GRID / 2, GRID / 2)
    bends = re.findall(r"A[\d.]+ [\d.]+ 0 ([01]) ", path)
    # Only from above a pole does land hold more than half the rim, and then it is round that pole.
    assert "1" not in bends or abs(latitude) == 80


def test_the_land_is_light_and_says_where_it_is_from() -> None:
    assert globe.LAND.stat().st_size <= 12_000
    assert '"package":"world-atlas","version":"2.0.2"' in globe.LAND.read_text()
    assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for ring in rings() for lon, lat in ring)


def test_names_and_distances_keep_apart_and_inside() -> None:
    spots = [Spot("Voorbeeldstad", TOWN), Spot("Zuiderland", SOUTH), Spot("Oosterland", EAST)]
    drawn = globe.globe(spots, [(0, 1, "ongeveer 7.900 km"), (0, 2, "ongeveer 1.160 km")])
    # The second would run over the rim on the right, the third over the first on the left.
    assert [label.anchor for label in drawn["names"]] == ["end", "end", "start"]
    assert (len(drawn["dots"]), len(drawn["ways"])) == (3, 2)
    heights = sorted(label.y for label in [*drawn["names"][:1], *drawn["distances"]])
    assert all(after - before > 16 for before, after in pairwise(heights))
