"""Lines over the years, bars, shares, pairs, signs and a ring, laid out in units of the view box."""

import math
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from babel.numbers import format_decimal

from scripts.build.drawings import geometry
from scripts.build.drawings.geometry import LINE, SIZE, WIDTH, XY, Layout

TOP = 2 * SIZE
THICK = 14.0
# The line keeps clear of the numbers of the axis on the left, and of half a label on the right.
LEFT, RIGHT = 46.0, WIDTH - 18
CEILING, FLOOR = 58.0, 208.0
# A ring, around the middle of a drawing that is as high as it is wide.
MIDDLE = WIDTH / 2
OUTER, INNER = 176.0, 92.0
# An icon is drawn in a box this wide.
BOX = 24
# A sign for each of a number: so many beside each other, each at most so wide with the room around it.
FEWEST, MOST = 5, 10
WIDEST = 60.0
# The two columns of a pair: how wide and at most how high they are, and what a number and a word take above one.
COLUMN, TALL, NUMBER, WORD = 150.0, 170.0, 46.0, 20.0

# Lines of text below each other: the height of each, and its words.
Lines = tuple[tuple[float, str], ...]


class Datum(NamedTuple):
    """A figure: its label and its value as people read them, the value itself, and whether it is the one to look at.

    `when` is its moment for a line: YYYY, YYYY-MM or YYYY-MM-DD.
    """

    label: str
    shown: str
    value: float
    mark: bool
    when: str = ""


def bars(data: Sequence[Datum], unit: str, whole: float | None = None) -> Layout:
    """Return `bars` for `data`, below each other: each from (0, y) of a `length`, with its label in `lines` above it.

    The highest value is as wide as the drawing; with a `whole` that is, and each bar lies on a track of that width.
    """
    length = geometry.scale(0, whole or max(datum.value for datum in data), 0, WIDTH)
    y = TOP if unit else 0.0
    found = []
    for datum in data:
        texts = geometry.wrap(datum.label, WIDTH - geometry.text_width(datum.shown) - SIZE)
        lines = _below(y - 4, texts)
        y += LINE * len(lines) + 2
        found.append({"datum": datum, "y": y, "length": round(length(datum.value), 1), "lines": lines})
        y += THICK + 12
    return {"height": y - 10, "whole": whole is not None, "bars": found}


def pair(data: Sequence[Datum], unit: str, whole: float | None = None) -> Layout:
    """Return `pillars` for two `data`, the highest as high as can be; with a `whole`, that is as high.

    Each stands around x, from y down to the `floor`: its `number`, the word `about` before that, and its label in
    `lines` below it.
    """
    height = geometry.scale(0, whole or max(datum.value for datum in data), 0, TALL)
    highest = max(height(datum.value) + NUMBER + WORD * (" " in datum.shown) for datum in data)
    floor = (TOP if unit else 0.0) + max(highest, TALL if whole else 0.0)
    found = list[Layout]()
    for place, datum in enumerate(data):
        about, _, number = datum.shown.rpartition(" ")
        texts = geometry.wrap(datum.label, COLUMN + SIZE)
        x, y = WIDTH / 4 + place * WIDTH / 2, round(floor - height(datum.value), 1)
        pillar = {"datum": datum, "x": x, "y": y, "about": about, "number": number, "lines": _below(floor + 4, texts)}
        found.append(pillar)
    deepest = floor + 4 + LINE * max(len(pillar["lines"]) for pillar in found)
    return {"height": deepest + 6, "floor": floor, "whole": whole is not None, "pillars": found}


def signs(count: int, of: int, unit: str) -> Layout:
    """Return the places of `of` signs, of which `count` are full: in rows that are as wide and as even as can be."""
    columns = min(range(FEWEST, MOST + 1), key=lambda columns: (-of % columns, abs(columns - 2 * math.sqrt(of))))
    room = min(WIDTH / columns, WIDEST)
    top = TOP + 6 if unit else 0.0
    places = [(round(room * (sign % columns), 1), round(top + room * (sign // columns), 1)) for sign in range(of)]
    height, scale = round(places[-1][1] + room), round(room * 0.9 / BOX, 2)
    return {"height": height, "scale": scale, "full": places[:count], "rest": places[count:]}


def moment(when: str) -> float:
    """Return the start of a day, month or year (`2019-06`) as a number of years: 2019.41."""
    parts = [int(part) for part in when.split("-")]
    day = date(*[*parts, 1, 1][:3])
    return day.year + (day.timetuple().tm_yday - 1) / 366


def line(data: Sequence[Datum], locale: str) -> Layout:
    """Return a line through at least two `data`, in the order of their moments, on an axis that begins at 0.

    It is the whole `path`, the part `falling` after its highest point once more, the `ticks` of the axis, and `dots`:
    each at (x, y), with the place of its `value` (x, y, and an anchor as in SVG), and its moment in `lines` below it.
    """
    data = sorted(data, key=lambda datum: moment(datum.when))
    ticks = geometry.nice_ticks(max(datum.value for datum in data))
    across = geometry.scale(moment(data[0].when), moment(data[-1].when), LEFT, RIGHT)
    down = geometry.scale(0, ticks[-1], FLOOR, CEILING)
    places = [(across(moment(datum.when)), down(datum.value)) for datum in data]
    moments = _moments(data, places)
    highest = max(range(len(data)), key=lambda place: data[place].value)
    return {
        "height": max(y for lines in moments for y, _ in lines) + 6,
        "path": geometry.polyline(places),
        "falling": geometry.polyline(places[highest:]) if highest < len(data) - 1 else "",
        "ticks": [(down(tick), format_decimal(tick, locale=locale)) for tick in ticks],
        "dots": [
            {"datum": datum, "x": round(x, 1), "y": round(y, 1), "value": _value_place(places, place), "lines": lines}
            for place, (datum, (x, y), lines) in enumerate(zip(data, places, moments, strict=True))
        ],
    }


def _moments(data: Sequence[Datum], places: Sequence[XY]) -> list[Lines]:
    # Labels that would touch stand lower, so that all can be read however close their moments are.
    texts = [datum.label.rsplit(" ", 1) for datum in data]
    halves = [max(map(geometry.text_width, text)) / 2 for text in texts]
    order = geometry.rows(((x - half, x + half) for (x, _), half in zip(places, halves, strict=True)), 2)
    deep = max(map(len, texts)) * LINE
    return [_below(FLOOR + 4 + row * deep, text) for text, row in zip(texts, order, strict=True)]


def _below(top: float, texts: Sequence[str]) -> Lines:
    return tuple((top + LINE * count, text) for count, text in enumerate(texts, 1))


def _value_place(places: Sequence[XY], place: int) -> tuple[float, float, str]:
    # Where the line is not: above it, on the side that it comes from or goes to lower down, and below a valley.
    steps = [before[1] - after[1] for before, after in pairwise(places[max(place - 1, 0) : place + 2])]
    before, after = (steps[0] if place else 0.0), (steps[-1] if place < len(places) - 1 else 0.0)
    right, down, anchor = 0.0, -11.0, "middle"
    if before < 0 <= after:
        down = SIZE + 8
    elif before > 0 and after > 0:
        right, down, anchor = -3.0, -9.0, "end"
    elif before < 0 and after < 0:
        right, down, anchor = 3.0, -9.0, "start"
    x, y = places[place]
    return round(x + right, 1), round(y + down, 1), anchor


def segments(count: int) -> list[tuple[str, float, float]]:
    """Return a ring of `count` equal segments, clockwise from the top: a path, and where the number of it stands."""
    return [_segment(place / count, (place + 1) / count) for place in range(count)]


def _segment(start: float, end: float) -> tuple[str, float, float]:
    corners = (_on_ring(OUTER, start), _on_ring(OUTER, end), _on_ring(INNER, end), _on_ring(INNER, start))
    a, b, c, d = (f"{geometry.half(x)} {geometry.half(y)}" for x, y in corners)
    large = int(end - start > 0.5)
    path = f"M{a}A{OUTER:g} {OUTER:g} 0 {large} 1 {b}L{c}A{INNER:g} {INNER:g} 0 {large} 0 {d}Z"
    x, y = _on_ring((OUTER + INNER) / 2 + SIZE / 2, (start + end) / 2)
    return path, round(x, 1), round(y + SIZE / 2, 1)


def _on_ring(radius: float, turn: float) -> XY:
    return MIDDLE + radius * math.sin(turn * math.tau), MIDDLE - radius * math.cos(turn * math.tau)
