"""Footnotes that cite a source by its key: which keys a page uses, and how a source reads."""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape

from markupsafe import Markup

from scripts.content import Content, Page, lessons
from scripts.content.marked import without_code
from scripts.content.schema.data import Source
from scripts.content.schema.front_matter import Number, Reading
from scripts.content.schema.lesson_page import Lesson

MARKER = re.compile(r"\[\^(?P<key>[^\]\s]{1,100})\](?P<definition>:?)")
MARKS = re.compile(r"[*_\[\]`~^\\{}|!#:]")
# What a title may end with that ends a line too.
ENDS = (".", "?", "!", "…")
# Before the number of a source, so that it is not that of a footnote of the page's own.
NUMBERED = "s"
# Python-Markdown's footnotes extension puts the list of notes where this stands.
PLACE = "///Footnotes Go Here///"


def cited(page: Page) -> Iterator[tuple[str, int]]:
    """Yield each source key that `page` cites and the line of the file it stands on, code samples left out.

    A footnote that the page defines itself is no citation.
    """
    markers = list(MARKER.finditer(page.marked.prose))
    own = {marker["key"] for marker in markers if marker["definition"]}
    for marker in markers:
        if marker["key"] not in own:
            yield marker["key"], page.marked.place(marker.start()).line


@lru_cache(maxsize=1)  # it takes all pages, and the check, the build and each language ask for it
def used(content: Content) -> dict[str, list[Page]]:
    """Return the key of every source the site cites, with the pages that cite it, each once, in order."""
    pages: dict[str, list[Page]] = {}
    for page in content.pages:
        for key in dict.fromkeys([*on_page(content, page), *_beside(content, page)]):
            pages.setdefault(key, []).append(page)
    return pages


def on_page(content: Content, page: Page) -> list[str]:
    """Return the keys of the sources named on `page`: of its text, numbers, drawings, events, days, quiz."""
    keys = [*(key for key, _ in cited(page)), *(one.source for one in numbers(page))]
    keys += [key for picture in page.marked.outline.pictures for key in of_drawing(content, picture.drawing)]
    if page.meta.kind == "timeline":
        keys += [key for event in content.timeline for key in event.sources]
    if page.meta.kind == "agenda":
        keys += [key for day in content.days.values() for key in day.sources]
    lesson, quiz = lessons.lesson(content, page), content.quiz(page)
    keys += [key for question in quiz.quiz for key in question.sources] if quiz else []
    return list(dict.fromkeys([*keys, *(lesson.exercises.sources("quiz") if lesson else ())]))


def numbers(page: Page) -> list[Number]:
    """Return the large numbers beside the text of `page`; none on a page of a kind that has no such numbers."""
    return page.meta.numbers if isinstance(page.meta, Reading) else []


def _beside(content: Content, page: Page) -> list[str]:
    """Return the keys of the sources of what goes with a lesson: the targets that it serves, and its worksheet."""
    codes, lesson = page.meta.curriculum if isinstance(page.meta, Lesson) else (), lessons.lesson(content, page)
    keys = [key for code in codes if (target := content.education.curriculum.get(code)) for key in target.sources]
    return [*keys, *(lesson.exercises.sources("worksheet") if lesson else ())]


def of_drawing(content: Content, key: str | None) -> list[str]:
    """Return the keys of the sources of drawing `key` and of its places, each once; none for an unknown drawing."""
    drawing = content.drawings.get(key or "")
    if not drawing:
        return []
    places = [content.places[name] for name in (*drawing.places, *drawing.areas) if name in content.places]
    return list(dict.fromkeys([*drawing.sources, *(source for place in places for source in place.sources)]))


def with_sources(page: Page, text: str, content: Content) -> str:
    """Return `text`, the Markdown of `page`, followed by a heading and the sources it cites, by first mention.

    They are numbered there: a page names them so often that their keys would weigh more than what they say.
    """
    found = list(MARKER.finditer(without_code(text)))
    keys = [key for key in dict.fromkeys(marker["key"] for marker in found) if key in content.sources]
    numbers = {key: f"{NUMBERED}{number}" for number, key in enumerate(keys, 1)}
    parts, end = list[str](), 0
    for marker in found:
        parts += [text[end : marker.start("key")], numbers.get(marker["key"], marker["key"])]
        end = marker.end("key")
    words = content.words[page.locale]
    heading = [f"## {words['sources']}", PLACE] if found else []
    notes = [f"[^{numbers[key]}]: {reference(content.sources[key], page.locale)}" for key in keys]
    return "\n\n".join(["".join([*parts, text[end:]]), *heading, *notes])


def literal(value: str) -> str:
    """Return `value` as HTML in which no character is a mark of Markdown's: those are written as numbers."""
    return MARKS.sub(lambda match: f"&#{ord(match[0])};", escape(value, quote=False))


def reference(source: Source, locale: str) -> Markup:
    """Return `source` as one line of HTML: publisher, linked title in its own language, year when it has one.

    The line can stand in Markdown too.
    """
    foreign = "" if source.language == locale else f' lang="{source.language}"'
    title = f"<cite{foreign}>{literal(source.title)}</cite>"
    if source.url:
        title = f'<a href="{escape(source.url)}" hreflang="{source.language}">{title}</a>'
    return Markup(f"{literal(source.publisher)}, {title}{ending(source)}")  # noqa: S704 every part is escaped above


def ending(source: Source) -> str:
    """Return what follows the title of `source`: its year, unless that is unknown or in the title, and a full stop."""
    year = f", {source.year}" if source.year and str(source.year) not in source.title else ""
    return f"{year}." if year or not source.title.endswith(ENDS) else ""
