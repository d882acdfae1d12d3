"""Where bars, points, segments and their texts stand; scales, round numbers, text in lines and rows, paths."""

from pathlib import Path

import pytest
import yaml

from scripts.build.drawings import geometry
from scripts.build.drawings.charts import MIDDLE, Datum, bars, line, moment, pair, segments, signs
from scripts.build.drawings.geometry import WIDTH

COUNT = [("2011-10", 17), ("2013-10", 36), ("2016-01", 65), ("2019-06-21", 89), ("2020-12-31", 85), ("2023-12-31", 66)]
GEOMETRY = yaml.safe_load(Path(__file__).with_name("geometry.yml").read_text())


@pytest.mark.parametrize(("name", "asked", "made"), [(name, *row) for name, rows in GEOMETRY.items() for row in rows])
def test_geometry(name: str, asked: list[object], made: object) -> None:
    assert getattr(geometry, name)(*asked) == made


def test_a_scale_takes_ends_to_ends() -> None:
    assert [geometry.scale(0, 100, 200, 50)(value) for value in (0, 50, 100)] == [200, 125, 50]
    assert geometry.scale(7, 7, 40, 340)(7) == 40


def data(*values: float) -> list[Datum]:
    return [Datum(f"Deel {value:g}", f"{value:g}", value, mark=False) for value in values]


def test_the_longest_bar_is_as_wide_as_the_drawing_and_shares_are_parts_of_it() -> None:
    assert [bar["length"] for bar in bars(data(50, 25, 0), "liter")["bars"]] == [WIDTH, WIDTH / 2, 0]
    assert [bar["length"] for bar in bars(data(75, 25), "", whole=100)["bars"]] == [WIDTH * 0.75, WIDTH * 0.25]


def test_a_pair_is_as_high_as_its_values_say() -> None:
    for whole, higher in ((None, 170), (100, 85)):
        found = pair(data(50, 25), "", whole)
        assert [found["floor"] - pillar["y"] for pillar in found["pillars"]] == [higher, higher / 2]
    (one,) = pair([Datum("A", "ongeveer 8", 8, mark=False)], "")["pillars"]
    assert (one["about"], one["number"]) == ("ongeveer", "8")


@pytest.mark.parametrize(("count", "of", "columns"), [(21, 21, 7), (9, 10, 5), (17, 17, 9), (3, 3, 3), (42, 100, 10)])
def test_signs_stand_in_rows_as_even_as_can_be(count: int, of: int, columns: int) -> None:
    found = signs(count, of, "")
    places = [*found["full"], *found["rest"]]
    assert (len(found["full"]), len(places)) == (count, of)
    assert len({x for x, _ in places}) == columns
    assert max(x for x, _ in places) + 24 * found["scale"] <= WIDTH
    assert max(y for _, y in places) + 24 * found["scale"] <= found["height"]


def test_a_long_label_takes_lines_and_pushes_the_next_bar_down() -> None:
    short, long = (bars([Datum(label, "38%", 38, mark=True)], "") for label in ("Winkel", "Een lang verhaal " * 5))
    assert len(long["bars"][0]["lines"]) > 1
    assert long["height"] > short["height"]
    assert long["bars"][0]["y"] > long["bars"][0]["lines"][-1][0]


@pytest.mark.parametrize(
    ("when", "years"), [("2011", 2011), ("2011-10", 2011.75), ("2019-06-21", 2019.47), ("2020-12-31", 2021)]
)
def test_moments_are_years_with_a_part(when: str, years: float) -> None:
    assert moment(when) == pytest.approx(years, abs=0.01)


def test_a_line_is_in_order_of_time_and_falls_after_its_highest_point() -> None:
    points = [Datum("eind 2020", str(value), value, mark=False, when=when) for when, value in reversed(COUNT)]
    drawn = line(points, "nl")
    assert [dot["datum"].shown for dot in drawn["dots"]] == [str(value) for _, value in COUNT]
    assert [dot["x"] for dot in drawn["dots"]] == sorted(dot["x"] for dot in drawn["dots"])
    assert drawn["falling"].count("L") == 2
    assert drawn["path"].endswith(drawn["falling"][1:])
    assert [text for _, text in drawn["ticks"]] == ["0", "50", "100"]
    assert line(points[3:], "nl")["falling"] == "", "it only rises"


def test_labels_of_moments_close_together_stand_lower() -> None:
    points = [Datum("september 2020", "1", 1, mark=False, when=f"2020-0{month}") for month in (1, 2, 9)]
    tops = [dot["lines"][0][0] for dot in line([*points, Datum("2040", "2", 2, mark=False, when="2040")], "nl")["dots"]]
    assert len(set(tops[:3])) == 3


def test_every_segment_is_closed_and_has_a_place_for_its_number() -> None:
    drawn = segments(17)
    assert all(path.startswith("M") and path.endswith("Z") for path, _, _ in drawn)
    assert len({(x, y) for _, x, y in drawn}) == 17
    assert drawn[0][1] > MIDDLE > drawn[-1][1]
    assert segments(0) == []
