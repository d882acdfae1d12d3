"""The text of a page once it is HTML: as a browser would see it for the checks, and made harmless for readers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import unescape
from typing import NamedTuple

import nh3
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts import allowed, citations, plain_html, shown_pictures, timeline
from scripts.content import Content, Page
from scripts.drawings import figure
from scripts.language import Prose, Sentence
from scripts.markdown import TooHeavy, render, without_code

DRAWING = re.compile(r'<p>\s*<img [^>]*\bsrc="drawing:(?P<key>[^"]*)"[^>]*>\s*</p>')
PICTURE_LINE = re.compile(r"^!\[[^\]\n]*\]\([^)\n]*\)[ ]*$", re.MULTILINE)
ALIGNED = re.compile(r'(<t[dh]\b[^>]*?) align="(left|center|right)"')
TOP_HEADING = re.compile(r"(</?)h1\b")


class Place(NamedTuple):
    """A line and a column of a file, both from 1."""

    line: int
    column: int


class Heading(NamedTuple):
    """A heading of a text: its level (1 to 6), its words, its id."""

    level: int
    text: str
    id: str


@dataclass(frozen=True)
class Outline:
    """What other pages need to know of a text: where it leads, what leads into it, and its parts in order."""

    links: tuple[str, ...]
    pictures: tuple[str, ...]
    headings: tuple[Heading, ...]
    anchors: frozenset[str]


@dataclass(frozen=True)
class Article:
    """The text of `page` as HTML, without the list of its sources, and the tags in it as they were typed."""

    content: Content
    page: Page
    html: str
    tags: tuple[plain_html.Tag, ...]

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """The text as a browser reads it (HTML Standard, parsing)."""
        return LexborHTMLParser(f"<!doctype html><body>{self.html}")

    @cached_property
    def body(self) -> LexborNode:
        """The element that holds the text."""
        body = self.tree.body
        if body is None:  # the parser makes one for every document
            raise LookupError(self.page.path)
        return body

    @cached_property
    def prose(self) -> Prose:
        """The sentences of the text."""
        return Prose(self.html, self.page.body, self.page.locale)

    @cached_property
    def outline(self) -> Outline:
        """The links, pictures, headings and anchors of the text, in order."""
        return Outline(
            tuple(node.attributes["href"] or "" for node in self.body.css("a[href]")),
            tuple(node.attributes["src"] or "" for node in self.body.css("img[src]")),
            tuple(
                Heading(int((node.tag or "h1")[1]), node.text(strip=True), node.attributes.get("id") or "")
                for node in self.body.css("h1, h2, h3, h4, h5, h6")
            ),
            frozenset(node.attributes["id"] or "" for node in self.body.css("[id]")),
        )

    def place(self, *needles: str) -> Place:
        """Return where the first of `needles` that the source holds stands, a link before a mention; else its start."""
        for needle in needles:
            for shape in (f"({needle}", needle):
                found = self.page.body.find(shape) if needle else -1
                if found >= 0:
                    return self.at(found + len(shape) - len(needle))
        # Some write characters as entities: the line is certain then, the column is not.
        lines = [unescape(line) for line in self.page.body.split("\n")] if "&" in self.page.body else []
        for needle in filter(None, needles):
            for number, line in enumerate(lines):
                if needle in line:
                    return Place(self.page.body_line + number, 1)
        return Place(self.page.body_line, 1)

    def place_of(self, sentence: Sentence, word: int = 0) -> Place | None:
        """Return where a word of `sentence` stands, by its number; None when the text has the sentence from a list."""
        offset = self.prose.offset(sentence, word)
        return None if offset is None else self.at(offset)

    def at(self, offset: int) -> Place:
        """Return the line and column of the file at which character `offset` of the body stands."""
        before = self.page.body[:offset]
        return Place(self.page.body_line + before.count("\n"), offset - before.rfind("\n"))


def reader(content: Content) -> Callable[[Page], Article]:
    """Return a function that renders a page for the checks. It raises `TooHeavy` for text that is made to be slow."""
    converter, plain = _converter(content)

    def read(page: Page) -> Article:
        nonlocal converter, plain
        try:
            html = render(converter, citations.without(written(page, content), content))
        except TooHeavy:
            # Stopped half-way, it remembers what it was doing, and would read the next page in that light.
            converter, plain = _converter(content)
            raise
        return Article(content, page, html, tuple(plain.tags))

    return read


def _converter(content: Content) -> tuple[Markdown, plain_html.PlainHtml]:
    settings = content.settings
    # Colours in samples of code and a place for a table of contents take time, and no check looks at them.
    configs = {**settings.markdown_configs, "pymdownx.highlight": {"use_pygments": False}, "toc": {"marker": ""}}
    converter = Markdown(extensions=list(settings.markdown_extensions), extension_configs=configs)
    plain = next(part for part in converter.registeredExtensions if isinstance(part, plain_html.PlainHtml))
    return converter, plain


def line_of(needle: str, text: str, first_line: int) -> int:
    """Return the line of the first link to `needle` in `text`, else its first mention, else `first_line`."""
    for found in (text.find(f"({needle}"), text.find(needle)):
        if found >= 0:
            return first_line + text.count("\n", 0, found)
    return first_line


def written(page: Page, content: Content) -> str:
    """Return the Markdown of `page`: what its author wrote, and what its kind adds.

    A picture on a line of its own is a paragraph of its own; without blank lines it would be a word of the next one.
    """
    body = apart(page.body)
    if page.meta.kind == "timeline":
        return f"{body}\n\n{timeline.as_markdown(content, page)}"
    return body


def apart(text: str) -> str:
    """Return the Markdown `text` with a blank line around every line that is a picture and nothing else."""
    if "![" not in text:
        return text
    parts, end = [], 0
    for found in PICTURE_LINE.finditer(without_code(text)):
        parts += [text[end : found.start()], f"\n{text[found.start() : found.end()]}\n"]
        end = found.end()
    return "".join([*parts, text[end:]])


def finished(html: str, page: Page, content: Content) -> str:
    """Return the rendered text of `page` as readers get it: nothing that is not on the list, pictures in place."""
    html = harmless(html)
    html = ALIGNED.sub(r'\1 class="align-\2"', html)
    html = TOP_HEADING.sub(r"\1h2", html)  # the title is the one h1 of a page
    html = shown_pictures.placed(html, page, content)
    return DRAWING.sub(lambda found: _drawing(content, found["key"], page), html)


def _drawing(content: Content, key: str, page: Page) -> str:
    return figure.figure(content, key, page) if key in content.drawings else ""


def harmless(html: str) -> str:
    """Return `html` without the elements, attributes and addresses that a text cannot hold, every tag closed."""
    return _cleaner().clean(html)


@lru_cache(maxsize=1)
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(allowed.ELEMENTS),
        attributes={"*": set(allowed.EVERYWHERE)} | {tag: set(names) for tag, names in allowed.ATTRIBUTES.items()},
        attribute_filter=allowed.attribute,
        url_schemes=set(allowed.SCHEMES),
        link_rel=None,
    )
