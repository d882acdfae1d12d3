"""Every drawing has what its shape needs, and every page asks for drawings that there are."""

import re
from collections.abc import Collection
from functools import partial

from scripts.check.rule import Content, Faults, Page, closest, error
from scripts.content.marked import PICTURE_LINE
from scripts.content.schema.data import Drawing

WHOLE = 100
# What shares may be off together: the figures of a publication are rounded.
SLACK = 0.05
# In a title, where the parts of a drawing have years of their own.
YEAR = re.compile(r"\b(1\d|20)\d\d\b")
FEWEST_STEPS, MANY = 2, 99
# How many points a shape has, at least and at most.
POINTS = {"line": (2, MANY), "bars": (1, MANY), "share": (1, MANY), "pair": (2, 2), "drops": (1, 1)}


def check_content(content: Content) -> Faults:
    """Yield an error for each thing amiss in `drawings.yml`."""
    for key, drawing in content.drawings.items():
        yield from _places(content, key, drawing)
        yield from _points(content, key, drawing)
        yield from _signs(content, key, drawing)


def check_page(page: Page, content: Content) -> Faults:
    """Yield an error for each mention of a drawing that cannot be."""
    seen, lines = set[str](), page.body.split("\n")
    for picture in page.marked.outline.pictures:
        key, line = picture.drawing, picture.place.line
        if key is None:
            continue
        if key not in content.drawings:
            yield error("drawing", page.path, line, **_choice(key, content.drawings, "drawings"))
        elif not PICTURE_LINE.fullmatch(lines[line - page.body_line]):
            yield error("crowded", page.path, line, key=key)
        elif key in seen:
            yield error("twice", page.path, line)
        seen.add(key)


def _places(content: Content, key: str, drawing: Drawing) -> Faults:
    line = partial(content.listed, "drawings", key)
    named = [(name, *one) for name in ("places", "areas") for one in enumerate(getattr(drawing, name))]
    for name, number, place in named:
        if place not in content.places:
            yield error("place", *line(name, number), **_choice(place, content.places, "places"))
    for number, arc in enumerate(drawing.arcs):
        for place in arc:
            if place not in drawing.places:
                yield error("arc", *line("arcs", number), place=place)
    if drawing.shape in ("globe", "region") and not drawing.places:
        yield error("no_places", *line())
    if drawing.shape == "region" and not drawing.rivers:
        yield error("no_rivers", *line())


def _points(content: Content, key: str, drawing: Drawing) -> Faults:
    line, (fewest, most) = partial(content.listed, "drawings", key), POINTS.get(drawing.shape, (0, MANY))
    if len(drawing.points) < fewest:
        yield error("few_points", *line("points"), fewest=fewest)
    if len(drawing.points) > most:
        yield error("many_points", *line("points", most), most=most)
    if drawing.shape in POINTS.keys() - {"line"} and not (
        drawing.year or all(map(YEAR.search, drawing.title.values()))
    ):
        yield error("year", *line())
    for number, point in enumerate(drawing.points):
        if not point.when and (drawing.shape == "line" or not point.label):
            yield error("moment" if drawing.shape == "line" else "label", *line("points", number))
    total = sum(point.value for point in drawing.points)
    if drawing.shape == "share" and drawing.points and abs(total - WHOLE) > SLACK:
        yield error("total", *line("points"), total=total)


def _signs(content: Content, key: str, drawing: Drawing) -> Faults:
    line = partial(content.listed, "drawings", key)
    if drawing.shape == "steps" and len(drawing.steps) < FEWEST_STEPS:
        yield error("few_steps", *line("steps"), fewest=FEWEST_STEPS)
    if drawing.shape == "drops" and not drawing.icon:
        yield error("icon", *line())
    for number, point in enumerate(drawing.points):
        if drawing.of and point.value > drawing.of:
            yield error("more", *line("points", number, "value"), value=point.value, of=drawing.of)
        elif drawing.shape == "drops" and (point.value % 1 or not 1 <= point.value <= WHOLE):
            yield error("count", *line("points", number, "value"), value=point.value, most=WHOLE)


def _choice(wrong: str, known: Collection[str], name: str) -> dict[str, str]:
    close = closest(wrong, known)
    return {"wrong": wrong, "list": f"docs/data/{name}.yml", "close": f" ({close}?)" if close else ""}
