"""Every drawing has what its shape needs in every language, and every page asks for drawings that there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from scripts.content import Content
from scripts.drawings.mentions import mentions
from scripts.report import Finding, Text
from scripts.schema.drawings import Drawing, Place, Texts
from scripts.strict_yaml import Key

RULE = "drawings_are_sound"
WHOLE = 100
# What shares may be off together: the figures of a publication are rounded.
SLACK = 0.05
FEWEST = {"line": 2, "bars": 1, "share": 1}
_WHY = Text(
    "Een lezer moet kunnen zien, lezen en nagaan wat de tekening vertelt.",
    "A reader must be able to see, read and check what the drawing tells.",
)

# Where in a list something is wrong, what, and how to mend it.
Problem = tuple[Key, Text, Text]


def check(content: Content) -> Iterator[Finding]:
    """Yield an error for each thing amiss in `drawings.yml` and `places.yml`, and for each mention that cannot be."""
    for key, drawing in content.drawings.items():
        for problems in (_languages, _sources, _places, _points, _shares):
            yield from (_listed(content, "drawings", *problem) for problem in problems(content, key, drawing))
    for key, place in content.places.items():
        for problem in (*_missing(content, (key, "name"), place.name), *_sources(content, key, place)):
            yield _listed(content, "places", *problem)
    yield from _mentions(content)


def _listed(content: Content, name: str, key: Key, message: Text, fix: Text) -> Finding:
    path = content.settings.relative(content.settings.data / f"{name}.yml")
    return Finding(RULE, path, content.documents[name].line(key), message, _WHY, fix)


def _missing(content: Content, key: Key, texts: Texts) -> Iterator[Problem]:
    for locale in content.settings.locales:
        if locale not in texts:
            word = key[-1]
            yield (
                key,
                Text(f"«{word}» ontbreekt in de taal «{locale}».", f"'{word}' is missing in language '{locale}'."),
                Text(f"Voeg onder {word} een regel toe: {locale}: …", f"Add a line below {word}: {locale}: …"),
            )


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
            message = Text(f"De bron «{source}» staat niet in de lijst.", f"The source '{source}' is not in the list.")
            yield (key, "sources", number), message, _choose(source, content.sources, "docs/data/sources.yml")


def _places(content: Content, key: str, drawing: Drawing) -> Iterator[Problem]:
    for number, place in enumerate(drawing.places):
        if place not in content.places:
            message = Text(f"De plaats «{place}» staat niet in de lijst.", f"The place '{place}' is not in the list.")
            yield (key, "places", number), message, _choose(place, content.places, "docs/data/places.yml")
    for number, arc in enumerate(drawing.arcs):
        for place in arc:
            if place not in drawing.places:
                message = Text(f"«{place}» staat niet bij places.", f"'{place}' is not among the places.")
                fix = Text(f"Zet {place} erbij achter places:", f"Add {place} after places:")
                yield (key, "arcs", number), message, fix
    if drawing.shape == "globe" and not drawing.places:
        message = Text("Deze wereldbol heeft geen plaatsen.", "This globe has no places.")
        fix = Text("Voeg een regel toe: places: […]", "Add a line: places: […]")
        yield (key,), message, fix


def _points(content: Content, key: str, drawing: Drawing) -> Iterator[Problem]:
    fewest = FEWEST.get(drawing.shape, 0)
    if len(drawing.points) < fewest:
        message = Text(
            f"Deze tekening heeft minder dan {fewest} punten.", f"This drawing has less than {fewest} points."
        )
        fix = Text("Zet onder points: voor elk getal een regel.", "Put a line for each figure below points:")
        yield (key, "points"), message, fix
    if drawing.shape in ("bars", "share") and not drawing.year:
        message = Text("Het jaar van de cijfers ontbreekt.", "The year of the figures is missing.")
        yield (key,), message, Text("Voeg een regel toe: year: 2021", "Add a line: year: 2021")
    for number, point in enumerate(drawing.points):
        if drawing.shape == "line" and not point.when:
            message = Text("Een punt op een lijn heeft een moment nodig.", "A point on a line needs a moment.")
            yield (key, "points", number), message, Text("Voeg toe: when: 2021-06", "Add: when: 2021-06")


def _shares(content: Content, key: str, drawing: Drawing) -> Iterator[Problem]:
    total = sum(point.value for point in drawing.points)
    if drawing.shape == "share" and drawing.points and abs(total - WHOLE) > SLACK:
        message = Text(f"De delen zijn samen {total:g}, geen 100.", f"The parts add up to {total:g}, not 100.")
        fix = Text(
            "Verbeter de getallen, of kies shape: bars als het geen delen van één geheel zijn.",
            "Correct the figures, or choose shape: bars when they are not parts of one whole.",
        )
        yield (key, "points"), message, fix


def _choose(wrong: str, known: Iterable[str], path: str) -> Text:
    close = get_close_matches(wrong, list(known), n=1)
    if close:
        return Text(f"Typ in plaats daarvan: {close[0]}", f"Type this instead: {close[0]}")
    return Text(f"Gebruik een sleutel uit {path}, of voeg er een toe.", f"Use a key from {path}, or add one there.")


def _mentions(content: Content) -> Iterator[Finding]:
    for page in content.pages:
        count: Counter[str] = Counter()
        for mention in mentions(page):
            count[mention.key] += 1
            if mention.key not in content.drawings:
                message = Text(f"De tekening «{mention.key}» is er niet.", f"There is no drawing '{mention.key}'.")
                fix = _choose(mention.key, content.drawings, "docs/data/drawings.yml")
            elif not mention.alone:
                message = Text("Een tekening staat alleen op een regel.", "A drawing has a line to itself.")
                shown = f"![…](drawing:{mention.key})"
                fix = Text(f"Zet {shown} op een eigen regel, vooraan.", f"Put {shown} at the start of its own line.")
            elif count[mention.key] > 1:
                message = Text("Deze tekening staat al op de pagina.", "This drawing is on the page already.")
                fix = Text("Haal deze regel weg.", "Remove this line.")
            else:
                continue
            yield Finding(RULE, page.path, mention.line, message, _WHY, fix)
