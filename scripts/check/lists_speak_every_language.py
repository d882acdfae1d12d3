"""Every text of a list that a page shows is there in the language of that page; otherwise readers get the nearest."""

import re
from collections.abc import Iterator

from scripts.check.rule import Content, Faults, Page, error, warning
from scripts.content import data, lessons, navigation
from scripts.content.schema.lesson_page import Lesson
from scripts.content.strict_yaml import Document, Key

CODE = re.compile("[a-z]{2}")


def check_content(content: Content) -> Faults:
    """Yield an error for each text that no reader can be shown, and a warning for each list that lacks a language.

    A text is a mapping of codes of languages in an entry of a list. The default language has all that its pages show.
    """
    borrowed = dict[tuple[str, str], dict[int, str]]()
    for name, key, value, locale in _absent(content):
        other = content.said(value, locale).locale
        path, line = content.listed(name, *key)
        if locale in (content.settings.default_locale, other):
            lines = {line, *(content.listed(name, *key, one)[1] for one in value)}
            yield error("missing" if len(lines) > 1 else "within", path, line, field=key[-1], locale=locale)  # braces
        else:
            borrowed.setdefault((name, locale), {})[line] = other
    for (name, locale), found in borrowed.items():
        there, others = (", ".join(map(str, sorted(some))) for some in (found, set(found.values())))
        about = {"locale": locale, "count": len(found), "others": others, "lines": there}
        yield warning("borrowed", content.listed(name)[0], min(found), **about)


def _absent(content: Content) -> Iterator[tuple[str, Key, dict[str, str], str]]:
    """Yield each text that a page shows and that its language lacks, once: its list, its place, what it has."""
    texts = {name: list(_texts(document)) for name, document in content.documents.items()}
    # Many pages show the same.
    shown = dict.fromkeys((page.locale, *one) for page in content.pages for one in _shown(content, page))
    for locale, name, entry in shown:
        for key, value in texts.get(name, ()):
            if key[: len(entry)] == entry and locale not in value:
                yield name, key, value, locale


def _texts(document: Document) -> Iterator[tuple[Key, dict[str, str]]]:
    for key, value in document.values():
        if len(key) > 1 and isinstance(value, dict) and all(map(CODE.fullmatch, value)):
            yield key, value


def _shown(content: Content, page: Page) -> Iterator[tuple[str, Key]]:
    """Yield the list and the entry of all that `page` shows of lists."""
    for picture in page.marked.outline.pictures:
        if drawing := content.drawings.get(picture.drawing or ""):
            yield "drawings", (str(picture.drawing),)
            yield from (("places", (place,)) for place in (*drawing.places, *drawing.areas))
    if page.meta.kind in data.OWN:
        yield f"{data.OWN[page.meta.kind][0]}/{page.path.stem}", ()
    if isinstance(page.meta, Lesson):
        for word, name in lessons.LABELS.items():
            yield from (("education", (name, key)) for key in getattr(page.meta, word))
    has_all = page.meta.kind == "timeline"
    has_some = page.meta.kind == "home" and navigation.first_of_kind(content, page.locale, "timeline")
    for number, event in enumerate(content.timeline):
        if has_all or (has_some and event.highlight):
            yield "timeline", (number,)
    for number, question in enumerate(content.questions):
        if page.meta.kind == "questions" or question.page == page.key:
            yield "questions", (number,)
    # Other pages show days and actions only where there is such a page.
    if page.meta.kind == "agenda":
        yield from (("days", (key,)) for key in content.days)
    if page.meta.kind == "actions":
        yield from (("actions", (key,)) for key in content.actions)
