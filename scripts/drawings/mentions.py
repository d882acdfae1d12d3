"""Where drawings stand: the lines of Markdown that ask for one, and the sources that come with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scripts.content import Content, Page
from scripts.markdown import without_code

MENTION = re.compile(r"!\[[^\]\n]*\]\(drawing:(?P<key>[^)\n]*)\)")
LINE = re.compile(rf"^{MENTION.pattern}[ ]*$", re.MULTILINE)


@dataclass(frozen=True)
class Mention:
    """A drawing that a page asks for: its key, its line in the file, and whether it has that line to itself."""

    key: str
    line: int
    alone: bool


def mentions(page: Page) -> Iterator[Mention]:
    """Yield each drawing that `page` asks for, code samples left out."""
    text = without_code(page.body)
    alone = {found.start() for found in LINE.finditer(text)}
    for found in MENTION.finditer(text):
        yield Mention(found["key"], page.body_line + text.count("\n", 0, found.start()), found.start() in alone)


def replaced(text: str, draw: Callable[[str], str]) -> str:
    """Return the Markdown `text` with, for each line that asks for a drawing, the block of HTML that `draw` returns."""
    parts, end = [], 0
    for found in LINE.finditer(without_code(text)):
        parts += [text[end : found.start()], f"\n{draw(found['key'])}\n"]
        end = found.end()
    return "".join([*parts, text[end:]])


def sources(content: Content, key: str) -> list[str]:
    """Return the keys of the sources of drawing `key` and of its places, each once; none for an unknown drawing."""
    drawing = content.drawings.get(key)
    if not drawing:
        return []
    places = [content.places[name] for name in drawing.places if name in content.places]
    return list(dict.fromkeys([*drawing.sources, *(source for place in places for source in place.sources)]))
