"""Where bars, points and their texts stand."""

import pytest

from scripts.build.drawings.charts import Datum, bars, line, moment
from scripts.build.drawings.geometry import WIDTH

COUNT = [("2011-10", 17), ("2013-10", 36), ("2016-01", 65), ("2019-06-21", 89), ("2020-12-31", 85), ("2023-12-31", 66)]


def data(*values: float) -> list[Datum]:
    return [Datum(f"Deel {value:g}", f"{value:g}", value, mark=False) for value in values]


def test_the_longest_bar_is_as_wide_as_the_drawing() -> None:
    assert [bar.length for bar in bars(data(50, 25, 0), "liter").bars] == [WIDTH, WIDTH / 2, 0]


def test_shares_are_parts_of_the_width() -> None:
    drawn = bars(data(75, 25), "", whole=100)
    assert drawn.whole
    assert [bar.length for bar in drawn.bars] == [WIDTH * 0.75, WIDTH * 0.25]


def test_a_long_label_takes_lines_and_pushes_the_next_bar_down() -> None:
    short, long = (bars([Datum(label, "38%", 38, mark=True)], "") for label in ("Winkel", "Een lang verhaal " * 5))
    assert len(long.bars[0].lines) > 1
    assert long.height > short.height
    assert long.bars[0].y > long.bars[0].lines[-1][0]


@pytest.mark.parametrize(
    ("when", "years"), [("2011", 2011), ("2011-10", 2011.75), ("2019-06-21", 2019.47), ("2020-12-31", 2021)]
)
def test_moments_are_years_with_a_part(when: str, years: float) -> None:
    assert moment(when) == pytest.approx(years, abs=0.01)


def test_a_line_is_in_order_of_time_and_falls_after_its_highest_point() -> None:
    points = [Datum("eind 2020", str(value), value, mark=False, when=when) for when, value in reversed(COUNT)]
    drawn = line(points, "nl")
    assert [dot.value for dot in drawn.dots] == [str(value) for _, value in COUNT]
    assert [dot.x for dot in drawn.dots] == sorted(dot.x for dot in drawn.dots)
    assert drawn.falling == drawn.path[drawn.path.index(drawn.falling[1:].split("L")[0]) - 1 :].replace("L", "M", 1)
    assert [text for _, text in drawn.ticks] == ["0", "50", "100"]


def test_a_line_that_only_rises_does_not_fall() -> None:
    points = [Datum(when, str(value), value, mark=False, when=when) for when, value in COUNT[:4]]
    assert line(points, "nl").falling == ""


def test_labels_of_moments_close_together_stand_lower() -> None:
    points = [Datum("september 2020", "1", 1, mark=False, when=f"2020-0{month}") for month in (1, 2, 9)]
    tops = [dot.lines[0][0] for dot in line([*points, Datum("2040", "2", 2, mark=False, when="2040")], "nl").dots]
    assert len(set(tops[:3])) == 3
