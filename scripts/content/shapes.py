"""The shape of a text, as GitHub shows it and as the site does: its lists, tables, code, headings, quotes and boxes."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown_it.token import Token

from scripts.content import Content
from scripts.content.marked import Marked

# What is a part, by its element, and its name; the rest is seen through.
ELEMENTS = {
    "ul": "list",
    "ol": "numbers",
    "li": "item",
    "blockquote": "quote",
    **dict.fromkeys(("div", "details"), "box"),
    "table": "table",
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("pre", "code"), "code"),
    "hr": "rule",
}
NOTE = "footnote_reference_open"
# A paragraph that is not the first of its item may fall outside it.
ITEM, TEXT = "list_item_open", "text"
# Where Python-Markdown keeps a block of code for later.
KEPT = re.compile("\x02wzxhzdk:\\d+\x03")


class Part(NamedTuple):
    """A part of a text: its kind, what tells it from its kind (a level, a first number), and how many it stands in."""

    kind: str
    detail: str
    depth: int


class Found(NamedTuple):
    """A part, its first line from 0, and the line after the outermost part that it stands in."""

    part: Part
    line: int
    end: int


def on_github(marked: Marked) -> Iterator[Found]:
    """Yield the parts of `marked` as CommonMark has them, with tables and boxes, notes left out."""
    opened, end = list[Token](), 0
    for before, token in pairwise([Token("", "", 0), *marked.tokens]):
        kind = ELEMENTS.get(token.tag) if token.nesting >= 0 else None
        if token.type == "paragraph_open" and opened and opened[-1].type == ITEM and before.type != ITEM:
            kind = TEXT
        if kind and token.map and not any(outer.type == NOTE for outer in opened):
            depth = sum(outer.tag in ELEMENTS for outer in opened)
            end = end if depth else token.map[1]
            yield Found(_part(kind, token.tag, token.attrs.get("start", 1), depth), token.map[0], end)
        if token.nesting > 0:
            opened.append(token)
        elif token.nesting < 0:
            opened.pop()


def _part(kind: str, tag: str, start: object, depth: int) -> Part:
    return Part(kind, tag if kind == "heading" else str(start) if kind == "numbers" else "", depth)


def on_the_site(text: str, content: Content) -> Iterator[tuple[Part, str]]:
    """Yield the parts of `text` as Python-Markdown has them, with its extensions, and the words of each.

    Raises `RecursionError` for parts in parts without end.
    """
    root = tree(text, content)
    if root is not None:
        yield from _parts(root, 0)


def tree(text: str, content: Content) -> Element | None:
    """Return the blocks of `text` as Python-Markdown has them, the words in them as they were typed.

    Raises `RecursionError` for parts in parts without end.
    """
    converter = _converter(content)
    converter.reset()
    lines = text.split("\n")
    for preprocessor in converter.preprocessors:
        lines = preprocessor.run(lines)
    try:
        return converter.parser.parseDocument(lines).getroot()
    except RecursionError:
        _converter.cache_clear()  # it would read the next text as if that stood in this one
        raise


def _parts(element: Element, depth: int) -> Iterator[tuple[Part, str]]:
    kind = ELEMENTS.get(element.tag) if element.tag != "div" or element.get("class") else None
    if kind:
        yield _part(kind, element.tag, element.get("start", 1), depth), (element.text or "").strip()
        depth += 1
    if kind in ("table", "code"):
        return
    for _ in KEPT.finditer(element.text or ""):
        yield Part("code", "", depth), ""
    for number, child in enumerate(element):
        words = KEPT.sub("", child.text or "").strip()
        if child.tag == "p" and kind == "item" and words and (number or (element.text or "").strip()):
            yield Part(TEXT, "", depth), words
        yield from _parts(child, depth)
        for _ in KEPT.finditer(child.tail or ""):
            yield Part("code", "", depth), ""


@lru_cache(maxsize=1)
def _converter(content: Content) -> Markdown:
    settings = content.settings
    # Colours in samples of code take time, and nobody looks at them here.
    configs = {**settings.markdown_configs, "pymdownx.highlight": {"use_pygments": False}}
    return Markdown(extensions=list(settings.markdown_extensions), extension_configs=configs)
