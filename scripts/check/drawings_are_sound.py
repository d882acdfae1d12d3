"""Every drawing has what its shape needs, and every page asks for drawings that there are."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from scripts.content import Content, Page
from scripts.content.marked import PICTURE_LINE
from scripts.content.schema.data import Drawing
from scripts.content.strict_yaml import Key
from scripts.report import Finding
from scripts.words import finding

RULE = "drawings_are_sound"
WHOLE = 100
# What shares may be off together: the figures of a publication are rounded.
SLACK = 0.05
# In a title, where the parts of a drawing have years of their own.
YEAR = re.compile(r"\b(1\d|20)\d\d\b")
FEWEST = {"line": 2, "bars": 1, "share": 1}

# Where in a drawing something is wrong, the case of it, and the words to fill in.
Problem = tuple[Key, str, dict[str, Any]]


def check_content(content: Content) -> Iterator[Finding]:
    """Yield an error for each thing amiss in `drawings.yml`, and for each mention of a drawing that cannot be."""
    for key, drawing in content.drawings.items():
        for place, case, values in (*_places(content, drawing), *_points(drawing)):
            yield finding(RULE, case, *content.listed("drawings", key, *place), **values)
    for page in content.pages:
        yield from _mentions(content, page)


def _places(content: Content, drawing: Drawing) -> Iterator[Problem]:
    for number, place in enumerate(drawing.places):
        if place not in content.places:
            yield ("places", number), "place", _choice(place, content.places, "docs/data/places.yml")
    for number, arc in enumerate(drawing.arcs):
        for place in arc:
            if place not in drawing.places:
                yield ("arcs", number), "arc", {"place": place}
    if drawing.shape == "globe" and not drawing.places:
        yield (), "no_places", {}


def _points(drawing: Drawing) -> Iterator[Problem]:
    fewest = FEWEST.get(drawing.shape, 0)
    if len(drawing.points) < fewest:
        yield ("points",), "few_points", {"fewest": fewest}
    if drawing.shape in ("bars", "share") and not (drawing.year or all(map(YEAR.search, drawing.title.values()))):
        yield (), "year", {}
    for number, point in enumerate(drawing.points):
        if not point.when and (drawing.shape == "line" or not point.label):
            yield ("points", number), "moment" if drawing.shape == "line" else "label", {}
    total = sum(point.value for point in drawing.points)
    if drawing.shape == "share" and drawing.points and abs(total - WHOLE) > SLACK:
        yield ("points",), "total", {"total": total}


def _choice(wrong: str, known: Iterable[str], path: str) -> dict[str, Any]:
    close = get_close_matches(wrong, list(known), n=1)
    return {"wrong": wrong, "list": path, "close": f" ({close[0]}?)" if close else ""}


def _mentions(content: Content, page: Page) -> Iterator[Finding]:
    seen, lines = set[str](), page.body.split("\n")
    for picture in page.marked.outline.pictures:
        key, place = picture.drawing, (page.path, picture.place.line)
        if key is None:
            continue
        if key not in content.drawings:
            yield finding(RULE, "drawing", *place, **_choice(key, content.drawings, "docs/data/drawings.yml"))
        elif not PICTURE_LINE.fullmatch(lines[picture.place.line - page.body_line]):
            yield finding(RULE, "crowded", *place, key=key)
        elif key in seen:
            yield finding(RULE, "twice", *place)
        seen.add(key)
