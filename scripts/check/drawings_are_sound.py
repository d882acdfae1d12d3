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
# How many of a thing a shape has at least, by the case that says so, and how many points at most.
FEWEST = {"line": ("few_points", 2), "bars": ("few_points", 1), "share": ("few_points", 1), "pair": ("few_points", 2),
          "drops": ("few_points", 1), "steps": ("few_steps", 2)}  # fmt: skip
MOST = {"pair": 2, "drops": 1}
MANY = 99
# What a shape cannot be without, by the case that says so, and the shapes of which one must know the year.
NEEDED = {"no_places": ("places", "globe region"), "no_rivers": ("rivers", "region"), "icon": ("icon", "drops")}
DATED = frozenset({"bars", "share", "pair", "drops"})


def check_content(content: Content) -> Faults:
    """Yield an error for each thing amiss in `drawings.yml`."""
    for key, drawing in content.drawings.items():
        for case, (name, shapes) in NEEDED.items():
            if drawing.shape in shapes.split() and not getattr(drawing, name):
                yield error(case, *content.listed("drawings", key))
        yield from _places(content, key, drawing)
        yield from _points(content, key, drawing)


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


def _points(content: Content, key: str, drawing: Drawing) -> Faults:
    line, most = partial(content.listed, "drawings", key), MOST.get(drawing.shape, MANY)
    few, fewest = FEWEST.get(drawing.shape, ("few_points", 0))
    name = few.removeprefix("few_")
    if len(getattr(drawing, name)) < fewest:
        yield error(few, *line(name), fewest=fewest)
    if len(drawing.points) > most:
        yield error("many_points", *line("points", most), most=most)
    if drawing.shape in DATED and not drawing.year and not all(map(YEAR.search, drawing.title.values())):
        yield error("year", *line())
    for number, point in enumerate(drawing.points):
        if not point.when and (drawing.shape == "line" or not point.label):
            yield error("moment" if drawing.shape == "line" else "label", *line("points", number))
        if drawing.of and point.value > drawing.of:
            yield error("more", *line("points", number, "value"), value=point.value, of=drawing.of)
        elif drawing.shape == "drops" and (point.value % 1 or not 1 <= point.value <= WHOLE):
            yield error("count", *line("points", number, "value"), value=point.value, most=WHOLE)
    total = sum(point.value for point in drawing.points)
    if drawing.shape == "share" and drawing.points and abs(total - WHOLE) > SLACK:
        yield error("total", *line("points"), total=total)


def _choice(wrong: str, known: Collection[str], name: str) -> dict[str, str]:
    close = closest(wrong, known)
    return {"wrong": wrong, "list": f"docs/data/{name}.yml", "close": f" ({close}?)" if close else ""}
