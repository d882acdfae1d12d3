"""Scales, round numbers, text in lines and rows, paths."""

import pytest

from scripts.build.drawings.geometry import (
    half,
    nice_ticks,
    number,
    outline,
    percentage,
    polyline,
    rounded,
    rows,
    scale,
    simplified,
    text_width,
    wrap,
)


def test_a_scale_takes_ends_to_ends_and_the_middle_to_the_middle() -> None:
    down = scale(0, 100, 200, 50)
    assert [down(0), down(50), down(100)] == [200, 125, 50]


def test_a_scale_without_length_is_its_start() -> None:
    assert scale(7, 7, 40, 340)(7) == 40


@pytest.mark.parametrize(
    ("highest", "ticks"),
    [
        (89, [0, 50, 100]),
        (100, [0, 50, 100]),
        (3, [0, 1, 2, 3]),
        (0.5, [0, 0.2, 0.4, 0.6]),
        (118600, [0, 50000, 1e5, 1.5e5]),
    ],
)
def test_ticks_are_round_and_reach_the_highest(highest: float, ticks: list[float]) -> None:
    assert nice_ticks(highest) == ticks


@pytest.mark.parametrize(
    ("value", "shown"), [(7907, 7900), (1162, 1160), (7713, 7700), (0.4, 0), (95, 95), (1000, 1000)]
)
def test_a_number_keeps_the_figures_that_matter(value: float, shown: int) -> None:
    assert rounded(value) == shown


def test_numbers_are_written_as_in_the_language() -> None:
    assert [number(36964, "nl"), number(36964, "en"), number(46.2, "nl")] == ["36.964", "36,964", "46,2"]
    assert [percentage(9.5, "nl"), percentage(9.5, "en"), percentage(3, "nl")] == ["9,5%", "9.5%", "3%"]


def test_text_is_wrapped_between_words_and_nothing_is_lost() -> None:
    text = "Eigenaar van de plantage en exporteur"
    lines = wrap(text, 130)
    assert len(lines) > 1
    assert " ".join(lines) == text
    assert all(text_width(line) <= 130 for line in lines)
    assert wrap("Onafbreekbaar woord", 10) == ["Onafbreekbaar", "woord"]


def test_spans_that_would_touch_go_a_row_down() -> None:
    assert rows([(0, 30), (31, 60), (50, 80), (70, 90), (95, 120)], 2) == [0, 1, 0, 1, 0]


def test_a_path_is_in_half_units_without_a_step_to_nowhere() -> None:
    assert [half(0.24), half(-0.1), half(12.3), half(12.0)] == ["0", "0", "12.5", "12"]
    assert polyline([(0.1, 0), (0.2, 0), (10.26, 5), (0, 0)]) == "M0 0L10.5 5L0 0"


def test_an_outline_goes_from_place_to_place_on_the_grid() -> None:
    assert outline([(0.1, 0), (0.2, 0.9), (10.26, 5.1), (7.6, 4.6), (0, 7)]) == "M0 0l10 6-2-2-8 4"
    assert outline([(2.4, 4.6)]) == "M2 4"


def test_a_line_keeps_its_ends_and_its_bends() -> None:
    line = [(0.0, 0.0), (2.0, 0.5), (4.0, 0.0), (4.0, 5.0), (9.0, 5.0)]
    assert simplified(line, 1) == [line[0], line[2], line[3], line[4]]
    assert simplified(line, 0.1) == line
    assert simplified(line[:1], 1) == line[:1]


def test_a_ring_keeps_its_corners() -> None:
    ring = [(0.0, 0.0), (5.0, 0.1), (9.0, 0.0), (9.0, 9.0), (0.0, 0.0)]
    assert simplified(ring, 1) == [ring[0], *ring[2:]]
