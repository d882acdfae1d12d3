"""Where drawings stand: the lines of Markdown that ask for one, and the sources that come with them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.content import Content, Page

# With a limit to every repetition, so that it takes time in proportion to the text.
MENTION = re.compile(r"!\[[^\]\n]{0,500}\]\(drawing:(?P<key>[^)\n]{0,100})\)")


@dataclass(frozen=True)
class Mention:
    """A drawing that a page asks for: its key, its line in the file, and whether it has that line to itself."""

    key: str
    line: int
    alone: bool


def mentions(page: Page) -> Iterator[Mention]:
    """Yield each drawing that `page` asks for, code samples left out."""
    lines = page.prose.split("\n")
    for found in MENTION.finditer(page.prose):
        line = page.marked.place(found.start()).line
        yield Mention(found["key"], line, lines[line - page.body_line].rstrip(" ") == found[0])


def sources(content: Content, key: str) -> list[str]:
    """Return the keys of the sources of drawing `key` and of its places, each once; none for an unknown drawing."""
    drawing = content.drawings.get(key)
    if not drawing:
        return []
    places = [content.places[name] for name in drawing.places if name in content.places]
    return list(dict.fromkeys([*drawing.sources, *(source for place in places for source in place.sources)]))
