"""A page takes in no more text than its kind may: a phone far from a mast shows it at once, and the site can be built.

What the finished page weighs, `scripts/verify/weight.py` knows; here that is told from its text, before there is a page
and at the line to shorten. Of each kind, the finished page is its frame and 1.3 times the text it takes in;
`pages_stay_light.yml` leaves room for where that is not quite so.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import brotli

from scripts.check.rule import Content, Faults, Page, error, hint
from scripts.content import actions, citations, days, icons, lessons, navigation, news
from scripts.content.schema.front_matter import Event, Home, Section
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

    @property
    def weight(self) -> int:
        """About how many bytes it is by itself."""
        return self.drawn + sent(self.text, QUICK)


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
        heavy = max(taken, key=lambda part: part.weight)
        about = {"kind": page.meta.kind, "part": heavy.name}
        if size > most:
            over, words = 100 + -(-100 * (size - most) // most), (size - most) // BYTES_IN_WORD + 1
            yield error("heavy", page.path, heavy.line, share=over, words=words, **about)
        else:
            yield hint("near", page.path, heavy.line, share=100 * size // most, **about)


def weight(taken: list[Part], quality: int = BEST) -> int:
    """Return how many bytes all of `taken` are together, as readers get them."""
    return sent("\n".join(part.text for part in taken), quality) + sum(part.drawn for part in taken)


def sent(text: str, quality: int) -> int:
    """Return how many bytes `text` is as Brotli sends it (RFC 7932), with this `quality` from 0 to 11."""
    return len(brotli.compress(text.encode(), quality=quality))


def parts(page: Page, content: Content) -> Iterator[Part]:
    """Yield all that `page` takes in: its block, its text by heading, drawings, a quiz, sources, and other pages."""
    words, lines, first = content.words[page.locale], page.body.split("\n"), page.body_line
    heads = [(page.meta.title, first), *((one.text, one.place.line) for one in page.marked.outline.headings)]
    yield Part(phrase("check.block"), 1, "\n".join(page.document.typed))
    for (name, line), (_, end) in pairwise([*heads, ("", first + len(lines))]):
        yield Part(name, line, icons.drawn("\n".join(lines[line - first : end - first]), icons.TYPED))
    yield from _drawings(page, content)
    lesson, asked = lessons.lesson(content, page), content.quiz(page)
    if quiz := lesson.exercises.quiz if lesson else asked.quiz if asked else []:
        answers = [one for question in quiz for one in question.answers]
        texts = [*(one.question for one in quiz), *(one.text for one in answers)]
        yield Part(words["quiz"], 1, _said(content, [*texts, *(one.feedback for one in answers)], page.locale))
    keys = citations.used(content) if page.meta.kind == OF_ALL else citations.on_page(content, page)
    known = [content.sources[key] for key in keys if key in content.sources]
    yield Part(words["sources"], 1, "\n".join(citations.reference(source, page.locale) for source in known))
    yield Part(words["all_pages"], 1, "\n".join(_others(page, content)))


def _said(content: Content, texts: Iterable[Mapping[str, str]], locale: str) -> str:
    return "\n".join(content.said(text, locale).text for text in texts)


def _drawings(page: Page, content: Content) -> Iterator[Part]:
    for picture in page.marked.outline.pictures:
        drawing = content.drawings.get(picture.drawing or "")
        if drawing:
            texts = [drawing.title, drawing.summary, drawing.unit, *(point.label for point in drawing.points)]
            texts += [step.text for step in drawing.steps]
            signs = "".join(icons.icon(name) for name in (drawing.icon, *(step.icon for step in drawing.steps)) if name)
            name, takes = content.said(drawing.title, page.locale).text, LIMITS["drawings"][drawing.shape]
            yield Part(name, picture.place.line, signs + _said(content, texts, page.locale), takes)


def _others(page: Page, content: Content) -> Iterator[str]:
    """Yield the words that `page` takes from other pages, from lists."""
    meta, locale = page.meta, page.locale
    if isinstance(meta, Section):
        shown = [one for one in navigation.children(content, locale, page) if not isinstance(one.meta, Event)]
    elif isinstance(meta, Home):
        shown = navigation.named(content, locale, meta.doors)
        shown += news.items(content, locale)[: news.FEW]
    else:
        shown = []
    for other in shown:
        yield f"{other.meta.title}\n{other.meta.description}\n{other.address}"
    for other in navigation.related(content, page):
        yield f"{other.meta.title}\n{other.address}"
    if meta.kind in ("timeline", "home"):
        events = (one for one in content.timeline if meta.kind == "timeline" or one.highlight)
        yield _said(content, (one.text for one in events), locale)
    those = (one.question for one in content.questions if meta.kind == "questions" or one.page == page.key)
    yield _said(content, those, locale)
    few = (*actions.few(content, page), *actions.after_quiz(content, page))
    for action in content.actions.values() if meta.kind in (actions.KIND, "home") else few:
        yield _said(content, (action.name, action.about), locale)
    if meta.kind == days.KIND:
        for one in days.coming(content, locale):
            if isinstance(one.what, Event):
                yield f"{one.address}\n{one.what.title}\n{one.what.description}\n{one.what.place}\n{one.what.start}"
        for key, day in content.days.items():
            yield f"{key}\n{_said(content, (day.name, day.about, day.do), locale)}"
    if meta.kind == days.ARCHIVE:
        yield from (f"{one.address}\n{event.title}\n{event.start}" for one, event in days.events(content, locale))
    if meta.kind == OF_ALL:
        for key, pages in citations.used(content).items():
            yield "\n".join([key, *(f"{one.address} {one.meta.title}" for one in pages if one.locale == locale)])
    if meta.kind in ("search", "translations"):
        every = [one for one in content.pages if meta.kind == "translations" or one.locale == locale]
        yield from (f"{one.address} {one.meta.title}" for one in every)
