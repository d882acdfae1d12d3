"""A page takes in no more text than its kind may: a phone far from a mast shows it at once, and the site can be built.

What the finished page weighs, `scripts/verify/weight.py` knows; here that is told from its text, before there is a page
and at the line to shorten. Of each kind, the finished page is its frame and 1.3 times the text it takes in;
`pages_stay_light.yml` leaves room for where that is not quite so.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import brotli

from scripts.check.rule import Content, Faults, Page, error, hint
from scripts.content import actions, citations, days, icons, lessons, navigation, news
from scripts.content.schema.front_matter import Event, Home, Section
from scripts.content.schema.meta import Part as Entry
from scripts.files import own_yaml
from scripts.report import Text
from scripts.words import phrase

LIMITS: dict[str, Any] = own_yaml(Path(__file__).with_suffix(".yml"))
# From this part of the limit on, a writer should know.
NEAR = 0.9
# A word of a text takes about three bytes; what is taken away weighs a little less than what is left.
BYTES_IN_WORD = 2
# A server sends what the slowest of Brotli's ways makes; a quick one makes it somewhat larger, never smaller.
BEST, QUICK = 11, 5
# What takes in the texts of all pages is looked at when those are read.
OF_ALL = "sources"


class Part(NamedTuple):
    """A part of what a page takes in: what it is called, the line where it begins, and its text or what it takes."""

    name: str | Text
    line: int
    text: str
    drawn: int = 0


def check_page(page: Page, content: Content) -> Faults:
    """Yield an error when `page` takes in more than its kind may, a hint when it nearly does: with what weighs most."""
    if page.meta.kind != OF_ALL:
        yield from _weighed(page, content)


def check_content(content: Content) -> Faults:
    """Yield the same of the list of sources."""
    for page in content.pages:
        if page.meta.kind == OF_ALL:
            yield from _weighed(page, content)


def _weighed(page: Page, content: Content) -> Faults:
    most, taken = LIMITS["kinds"][page.meta.kind], list(parts(page, content))
    if weight(taken, QUICK) <= most * NEAR:
        return
    size = weight(taken)
    if size > most * NEAR:
        heavy = max(taken, key=lambda part: weight([part], QUICK))
        about = {"kind": page.meta.kind, "part": heavy.name}
        if size > most:
            over, words = 100 + -(-100 * (size - most) // most), (size - most) // BYTES_IN_WORD + 1
            yield error("heavy", page.path, heavy.line, share=over, words=words, **about)
        else:
            yield hint("near", page.path, heavy.line, share=100 * size // most, **about)


def weight(taken: list[Part], quality: int = BEST) -> int:
    """Return how many bytes all of `taken` are as Brotli sends them (RFC 7932), with this `quality` from 0 to 11."""
    text = "\n".join(part.text for part in taken)
    return len(brotli.compress(text.encode(), quality=quality)) + sum(part.drawn for part in taken)


def parts(page: Page, content: Content) -> Iterator[Part]:
    """Yield all that `page` takes in: its block, its text by heading, drawings, a quiz, sources, and other pages."""
    words, lines, first = content.words[page.locale], page.body.split("\n"), page.body_line
    heads = [(page.meta.title, first), *((one.text, one.place.line) for one in page.marked.outline.headings)]
    yield Part(phrase("check.block"), 1, "\n".join(page.document.typed))
    for (name, line), (_, end) in pairwise([*heads, ("", first + len(lines))]):
        yield Part(name, line, icons.drawn("\n".join(lines[line - first : end - first]), icons.TYPED))
    yield from _drawings(page, content)
    lesson, quiz = lessons.lesson(content, page), content.quiz(page)
    if asked := lesson.exercises.quiz if lesson else quiz.quiz if quiz else []:
        yield Part(words["quiz"], 1, _said(content, page.locale, [*asked]))
    keys = citations.used(content) if page.meta.kind == OF_ALL else citations.on_page(content, page)
    known = [content.sources[key] for key in keys if key in content.sources]
    yield Part(words["sources"], 1, "\n".join(citations.reference(source, page.locale) for source in known))
    yield Part(words["all_pages"], 1, "\n".join(_others(page, content)))


def _said(content: Content, locale: str, *entries: object) -> str:
    """Return what readers of `locale` get of all texts in `entries` of lists, and in what these are made of."""
    found = list[str]()
    for entry in entries:
        if isinstance(entry, Mapping):
            found.append(content.said(entry, locale).text)
        elif isinstance(entry, list | Entry):
            found.append(_said(content, locale, *(entry if isinstance(entry, list) else dict(entry).values())))
    return "\n".join(filter(None, found))


def _drawings(page: Page, content: Content) -> Iterator[Part]:
    for picture in page.marked.outline.pictures:
        if drawing := content.drawings.get(picture.drawing or ""):
            signs = "".join(icons.icon(name) for name in (drawing.icon, *(step.icon for step in drawing.steps)) if name)
            name, takes = content.said(drawing.title, page.locale).text, LIMITS["drawings"][drawing.shape]
            yield Part(name, picture.place.line, signs + _said(content, page.locale, drawing), takes)


def _others(page: Page, content: Content) -> Iterator[str]:
    """Yield the words that `page` takes from other pages, from lists."""
    meta, kind, locale = page.meta, page.meta.kind, page.locale
    shown, named = list[Page](), navigation.related(content, page)
    if isinstance(meta, Section):
        shown = [one for one in navigation.children(content, locale, page) if not isinstance(one.meta, Event)]
    if isinstance(meta, Home):
        shown = [*navigation.named(content, locale, meta.doors), *news.items(content, locale)[: news.FEW]]
    if kind in ("search", "translations"):
        named += [one for one in content.pages if kind == "translations" or one.locale == locale]
    yield from (f"{one.meta.title}\n{one.meta.description}\n{one.address}" for one in shown)
    yield from (f"{one.meta.title}\n{one.address}" for one in named)
    events = [one for one in content.timeline if kind == "timeline" or (kind == "home" and one.highlight)]
    questions = [one.question for one in content.questions if kind == "questions" or one.page == page.key]
    few = [*actions.few(content, page), *actions.after_quiz(content, page)]
    those = list(content.actions.values()) if kind in (actions.KIND, "home") else few
    yield _said(content, locale, events, questions, those)
    if kind == days.KIND:
        for one in days.coming(content, locale):
            if isinstance(one.what, Event):
                yield f"{one.address}\n{one.what.title}\n{one.what.description}\n{one.what.place}\n{one.what.start}"
        yield from (f"{key}\n{_said(content, locale, day)}" for key, day in content.days.items())
    if kind == days.ARCHIVE:
        yield from (f"{one.address}\n{event.title}\n{event.start}" for one, event in days.events(content, locale))
    if kind == OF_ALL:
        for key, pages in citations.used(content).items():
            yield "\n".join([key, *(f"{one.address} {one.meta.title}" for one in pages if one.locale == locale)])
