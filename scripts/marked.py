"""What stands in the Markdown of a page, and where: headings, links, pictures, tags."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from markdown.extensions.toc import slugify, unique
from markdown_it.token import Token

from scripts.markdown_tokens import tokens, words

TAG_NAME = re.compile(r"</?(?P<name>[A-Za-z][A-Za-z0-9-]*)")


class Place(NamedTuple):
    """A line and a column of a file, both from 1."""

    line: int
    column: int


class Heading(NamedTuple):
    """A heading: its level (1 to 6), its words, its id on the page, the marks that make it one, and its line."""

    level: int
    text: str
    id: str
    marks: str
    place: Place


class Link(NamedTuple):
    """A link: where it leads, as it was typed, its words, and where its address stands."""

    target: str
    text: str
    place: Place


class Picture(NamedTuple):
    """A picture: its file as it was typed, the words for who does not see it, its title, and where it stands."""

    source: str
    alt: str
    credit: str
    place: Place


class Tag(NamedTuple):
    """A tag of HTML: its name in small letters, the tag as it was typed, and its place."""

    name: str
    text: str
    place: Place


@dataclass(frozen=True)
class Outline:
    """What other pages need to know of a text: where it leads, what leads into it, and its parts in order."""

    links: tuple[Link, ...]
    pictures: tuple[Picture, ...]
    headings: tuple[Heading, ...]
    anchors: frozenset[str]


@dataclass
class Marked:
    """The Markdown `text`, which begins on line `first_line` of its file."""

    text: str
    first_line: int = 1

    @cached_property
    def tokens(self) -> list[Token]:
        """The blocks in order, as `markdown_tokens` has them."""
        return tokens(self.text, self._starts)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]

    def place(self, offset: int) -> Place:
        """Return the line and column of the file at which character `offset` of the text stands."""
        line = bisect_right(self._starts, offset)
        return Place(self.first_line + line - 1, offset - self._starts[line - 1] + 1)

    def _pieces(self) -> Iterator[tuple[Token, int]]:
        """Yield every piece of every line that was found in the text, with its offset."""
        for token in self.tokens:
            for piece in token.children or ():
                yield piece, piece.meta.get("at", 0)

    @cached_property
    def outline(self) -> Outline:
        """The links, pictures, headings and anchors, in order."""
        headings = tuple(self._headings())
        anchors = frozenset([*self._typed_ids, *(heading.id for heading in headings)])
        return Outline(tuple(self._links()), tuple(self._pictures()), headings, anchors)

    def _links(self) -> Iterator[Link]:
        for token in self.tokens:
            opened: list[int] = []
            pieces = token.children or []
            for number, piece in enumerate(pieces):
                if piece.type == "link_open":
                    opened.append(number)
                elif piece.type == "link_close" and opened:
                    start = opened.pop()
                    target = str(pieces[start].attrs.get("href", ""))
                    yield Link(target, words(pieces[start:number]), self.place(piece.meta.get("at", 0)))

    def _pictures(self) -> Iterator[Picture]:
        for piece, at in self._pieces():
            if piece.type == "image":
                source, credit = str(piece.attrs.get("src", "")), str(piece.attrs.get("title", ""))
                yield Picture(source, words([piece]), credit, self.place(at))

    @cached_property
    def tags(self) -> list[Tag]:
        """The tags of HTML, in order."""
        found = list[Tag]()
        for piece, at in self._pieces():
            name = TAG_NAME.match(piece.content) if piece.type == "html_inline" else None
            if name:
                found.append(Tag(name["name"].lower(), piece.content, self.place(at)))
        return found

    @cached_property
    def attributes(self) -> list[tuple[str, str, Place]]:
        """The name, the value and the place of everything that lists of attributes set, in order."""
        found = list[tuple[str, str, Place]]()
        for token in self.tokens:
            for piece in (token, *(token.children or ())):
                for name, value in piece.meta.get("set", ()):
                    found.append((name, value, self.place(piece.meta["list"])))
        return found

    @property
    def _typed_ids(self) -> list[str]:
        return [value for name, value, _ in self.attributes if name == "id"]

    def _headings(self) -> Iterator[Heading]:
        used = set(self._typed_ids)
        for opened, token in pairwise(self.tokens):
            if opened.type == "heading_open" and opened.map:
                text = words(token.children or ())
                own = dict(token.meta.get("set", ())).get("id")
                place = Place(self.first_line + opened.map[0], 1)
                yield Heading(int(opened.tag[1]), text, own or unique(slugify(text, "-"), used), opened.markup, place)
