"""Lines over the years, bars, and parts of a whole, laid out in units of the view box."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from scripts.build.drawings.geometry import (
    LINE,
    SIZE,
    WIDTH,
    XY,
    nice_ticks,
    number,
    polyline,
    rows,
    scale,
    text_width,
    wrap,
)

TOP = 2 * SIZE
THICK = 14.0
# The line keeps clear of the numbers of the axis on the left, and of half a label on the right.
LEFT, RIGHT = 46.0, WIDTH - 18
CEILING, FLOOR = 58.0, 208.0


@dataclass(frozen=True)
class Datum:
    """A figure: its label and its value as people read them, the value itself, and whether it is the one to look at.

    `when` is its moment for a line: YYYY, YYYY-MM or YYYY-MM-DD.
    """

    label: str
    shown: str
    value: float
    mark: bool
    when: str = ""


@dataclass(frozen=True)
class Bar:
    """A bar from (0, y) of this length, the lines of its label above it as (y, text), and its value."""

    y: float
    length: float
    lines: tuple[tuple[float, str], ...]
    value: str
    mark: bool


@dataclass(frozen=True)
class Bars:
    """Bars below each other; with `whole`, each on a track as wide as all parts together."""

    height: float
    whole: bool
    bars: tuple[Bar, ...]
    width: float = WIDTH
    thick: float = THICK
    unit_y: float = SIZE


@dataclass(frozen=True)
class Dot:
    """A point of a line at (x, y): its value at (value_x, value_y) anchored as in SVG, and the lines of its moment."""

    x: float
    y: float
    value_x: float
    value_y: float
    anchor: str
    value: str
    lines: tuple[tuple[float, str], ...]
    mark: bool


@dataclass(frozen=True)
class Line:
    """A line over the years: the whole as a path, the part after its highest point once more, and the axes."""

    height: float
    path: str
    falling: str
    ticks: tuple[tuple[float, str], ...]
    dots: tuple[Dot, ...]
    width: float = WIDTH
    floor: float = FLOOR
    unit_y: float = SIZE


def bars(data: Sequence[Datum], unit: str, whole: float | None = None) -> Bars:
    """Return a bar for each of `data`, the highest value as wide as the drawing, or `whole` when that is given."""
    length = scale(0, whole or max(datum.value for datum in data), 0, WIDTH)
    y = TOP if unit else 0.0
    found = []
    for datum in data:
        lines = wrap(datum.label, WIDTH - text_width(datum.shown) - SIZE)
        places = tuple((y + LINE * (count + 1) - 4, line) for count, line in enumerate(lines))
        y += LINE * len(lines) + 2
        found.append(Bar(y, round(length(datum.value), 1), places, datum.shown, datum.mark))
        y += THICK + 12
    return Bars(y - 10, whole is not None, tuple(found))


def moment(when: str) -> float:
    """Return the start of a day, month or year (`2019-06`) as a number of years: 2019.41."""
    parts = [int(part) for part in when.split("-")]
    day = date(*[*parts, 1, 1][:3])
    return day.year + (day.timetuple().tm_yday - 1) / 366


def line(data: Sequence[Datum], locale: str) -> Line:
    """Return a line through at least two `data`, in the order of their moments, on an axis that begins at 0."""
    data = sorted(data, key=lambda datum: moment(datum.when))
    ticks = nice_ticks(max(datum.value for datum in data))
    across = scale(moment(data[0].when), moment(data[-1].when), LEFT, RIGHT)
    down = scale(0, ticks[-1], FLOOR, CEILING)
    places = [(across(moment(datum.when)), down(datum.value)) for datum in data]
    moments = _moments(data, places)
    highest = max(range(len(data)), key=lambda place: data[place].value)
    return Line(
        height=max(y for lines in moments for y, _ in lines) + 6,
        path=polyline(places),
        falling=polyline(places[highest:]) if highest < len(data) - 1 else "",
        ticks=tuple((down(tick), number(tick, locale)) for tick in ticks),
        dots=tuple(
            Dot(round(x, 1), round(y, 1), *_value_place(places, place), datum.shown, lines, datum.mark)
            for place, (datum, (x, y), lines) in enumerate(zip(data, places, moments, strict=True))
        ),
    )


def _moments(data: Sequence[Datum], places: Sequence[XY]) -> list[tuple[tuple[float, str], ...]]:
    # Labels that would touch stand lower, so that all can be read however close their moments are.
    texts = [datum.label.rsplit(" ", 1) for datum in data]
    halves = [max(map(text_width, text)) / 2 for text in texts]
    order = rows(((x - half, x + half) for (x, _), half in zip(places, halves, strict=True)), 2)
    deep = max(map(len, texts)) * LINE
    return [
        tuple((FLOOR + LINE * (count + 1) + 4 + row * deep, part) for count, part in enumerate(text))
        for text, row in zip(texts, order, strict=True)
    ]


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
