"""Every drawing has what its shape needs in every language, and every page asks for drawings that there are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from scripts.content import Content
from scripts.drawings.mentions import mentions
from scripts.report import Finding
from scripts.schema.data import Texts
from scripts.schema.drawings import Drawing, Place
from scripts.strict_yaml import Key
from scripts.words import finding

RULE = "drawings_are_sound"
WHOLE = 100
# What shares may be off together: the figures of a publication are rounded.
SLACK = 0.05
# In a title, where the parts of a drawing have years of their own.
YEAR = re.compile(r"\b(1\d|20)\d\d\b")
FEWEST = {"line": 2, "bars": 1, "share": 1}

# Where in a list something is wrong, the case of it, and the words to fill in.
Problem = tuple[Key, str, dict[str, object]]


def check(content: Content) -> Iterator[Finding]:
    """Yield an error for each thing amiss in `drawings.yml` and `places.yml`, and for each mention that cannot be."""
    for key, drawing in content.drawings.items():
        for problems in (_languages, _sources, _places, _points, _shares):
            yield from (_listed(content, "drawings", *problem) for problem in problems(content, key, drawing))
    for key, place in content.places.items():
        for problem in (*_missing(content, (key, "name"), place.name), *_sources(content, key, place)):
            yield _listed(content, "places", *problem)
    yield from _mentions(content)


def _listed(content: Content, name: str, key: Key, case: str, values: dict[str, Any]) -> Finding:
    path = content.settings.relative(content.settings.data / f"{name}.yml")
    return finding(RULE, case, path, content.documents[name].line(key), **values)


def _missing(content: Content, key: Key, texts: Texts) -> Iterator[Problem]:
    for locale in content.settings.locales:
        if locale not in texts:
            yield key, "language", {"word": key[-1], "locale": locale}


def _languages(content: Content, key: str, drawing: Drawing) -> Iterator[Problem]:
    yield from _missing(content, (key, "title"), drawing.title)
    yield from _missing(content, (key, "summary"), drawing.summary)
    if drawing.unit:
        yield from _missing(content, (key, "unit"), drawing.unit)
    for number, point in enumerate(drawing.points):
        if point.label or not point.when:
            yield from _missing(content, (key, "points", number, "label"), point.label)


def _sources(content: Content, key: str, item: Drawing | Place) -> Iterator[Problem]:
    for number, source in enumerate(item.sources):
        if source not in content.sources:
            yield (key, "sources", number), "source", _choice(source, content.sources, "docs/data/sources.yml")


def _places(content: Content, key: str, drawing: Drawing) -> Iterator[Problem]:
    for number, place in enumerate(drawing.places):
        if place not in content.places:
            yield (key, "places", number), "place", _choice(place, content.places, "docs/data/places.yml")
    for number, arc in enumerate(drawing.arcs):
        for place in arc:
            if place not in drawing.places:
                yield (key, "arcs", number), "arc", {"place": place}
    if drawing.shape == "globe" and not drawing.places:
        yield (key,), "no_places", {}


def _points(content: Content, key: str, drawing: Drawing) -> Iterator[Problem]:
    fewest = FEWEST.get(drawing.shape, 0)
    if len(drawing.points) < fewest:
        yield (key, "points"), "few_points", {"fewest": fewest}
    dated = drawing.year or all(map(YEAR.search, drawing.title.values()))
    if drawing.shape in ("bars", "share") and not dated:
        yield (key,), "year", {}
    for number, point in enumerate(drawing.points):
        if drawing.shape == "line" and not point.when:
            yield (key, "points", number), "moment", {}


def _shares(content: Content, key: str, drawing: Drawing) -> Iterator[Problem]:
    total = sum(point.value for point in drawing.points)
    if drawing.shape == "share" and drawing.points and abs(total - WHOLE) > SLACK:
        yield (key, "points"), "total", {"total": total}


def _choice(wrong: str, known: Iterable[str], path: str) -> dict[str, object]:
    close = get_close_matches(wrong, list(known), n=1)
    return {"wrong": wrong, "list": path, "close": f" ({close[0]}?)" if close else ""}


def _mentions(content: Content) -> Iterator[Finding]:
    for page in content.pages:
        count: Counter[str] = Counter()
        for mention in mentions(page):
            count[mention.key] += 1
            place = (page.path, mention.line)
            if mention.key not in content.drawings:
                values: dict[str, Any] = _choice(mention.key, content.drawings, "docs/data/drawings.yml")
                yield finding(RULE, "drawing", *place, **values)
            elif not mention.alone:
                yield finding(RULE, "crowded", *place, key=mention.key)
            elif count[mention.key] > 1:
                yield finding(RULE, "twice", *place)
