"""What stands in the Markdown of a page, and where: headings, links, pictures, tags, and words told apart from code."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from markdown.extensions.toc import unique
from markdown_it.token import Token

from scripts.content.letters import anchor
from scripts.content.markdown_tokens import tokens, words

# Code, without what would be tried twice: it is told apart in time in proportion to the text.
CODE = re.compile(
    r"""
    ^[ ]*(?P<fence>(?P<mark>[`~])(?P=mark){2,})[^`\n]*$       # from a fence on a line of its own
    (?:\n(?![ ]*(?P=fence)(?P=mark)*[^\S\n]*$).*)*+(?:\n.*)?  # to one as long, or to the end of the text
    |
    (?<!`)(?P<ticks>`++)                                      # or from a run of backticks
    (?:
        [^`\n]++
        | (?!(?P=ticks)(?!`))`++
        | \n(?![ ]*(?:`{3,}|~{3,})[^`\n]*$ | [ \t]*$)         # to an equal one in the same paragraph
    )*+
    (?P=ticks)
    """,
    re.MULTILINE | re.VERBOSE,
)
PICTURE_LINE = re.compile(r"!\[[^\]]*\]\([^)]*\)[ ]*")
DRAWING = "drawing:"


class Place(NamedTuple):
    """A line and a column of a file, both from 1."""

    line: int
    column: int


class Heading(NamedTuple):
    """A heading: its level (1 to 6), words and id on the page, if its writer chose that, its marks, and its line."""

    level: int
    text: str
    id: str
    is_named: bool
    marks: str
    place: Place


class Link(NamedTuple):
    """A link: where it leads, as it was typed, its words, and where its address stands."""

    target: str
    text: str
    place: Place


class Picture(NamedTuple):
    """A picture: its file as it was typed, the words for who does not see it, its title, and where both stand."""

    source: str
    alt: str
    credit: str
    place: Place
    file: Place

    @property
    def drawing(self) -> str | None:
        """The key of the drawing of ours that it asks for; None for any other picture."""
        return self.source.removeprefix(DRAWING) if self.source.startswith(DRAWING) else None


class Tag(NamedTuple):
    """A tag of HTML: its name in small letters, the tag as it was typed, and its place."""

    name: str
    text: str
    place: Place


class Outline(NamedTuple):
    """What other pages need to know of a text: where it leads, what leads into it, and its parts in order."""

    links: list[Link]
    pictures: list[Picture]
    headings: list[Heading]
    anchors: frozenset[str]


@dataclass
class Marked:
    """The Markdown `text`, which begins on line `first_line` of its file."""

    text: str
    first_line: int = 1

    @cached_property
    def prose(self) -> str:
        """The text with code blanked out, every other character and every line where it was."""
        return without_code(self.text)

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

    def pieces(self, kind: str) -> Iterator[Token]:
        """Yield the pieces of lines of this `kind`, in order: `image`, `code_inline`, `html_inline`."""
        return (piece for token in self.tokens for piece in token.children or () if piece.type == kind)

    def where(self, token: Token) -> Place:
        """Return where in the file a block, or a piece of a line, begins."""
        return Place(self.first_line + token.map[0], 1) if token.map else self.place(token.meta.get("at", 0))

    @cached_property
    def outline(self) -> Outline:
        """The links, pictures, headings and anchors, in order."""
        ids = {value for name, value, _ in self.attributes if name == "id"}
        headings = list(self._headings(set(ids)))
        anchors = ids.union(heading.id for heading in headings)
        pictures = list(map(self._picture, self.pieces("image")))
        return Outline(list(self._links()), pictures, headings, frozenset(anchors))

    def _links(self) -> Iterator[Link]:
        for token in self.tokens:
            pieces, start = token.children or [], 0
            for number, piece in enumerate(pieces):
                if piece.type == "link_open":
                    start = number
                elif piece.type == "link_close":
                    yield Link(str(pieces[start].attrs["href"]), words(pieces[start:number]), self.where(piece))

    def _picture(self, piece: Token) -> Picture:
        source, credit = str(piece.attrs["src"]), str(piece.attrs.get("title", ""))
        file = self.place(max(0, piece.meta.get("end", 0) - len(source)))
        return Picture(source, words([piece]), credit, self.where(piece), file)

    def _headings(self, used: set[str]) -> Iterator[Heading]:
        for opened, token in pairwise(self.tokens):
            if opened.type == "heading_open":
                text = words(token.children or ())
                own = dict(token.meta.get("set", ())).get("id")
                name = own or unique(anchor(text, "-"), used)
                yield Heading(int(opened.tag[1]), text, name, bool(own), opened.markup, self.where(opened))

    @cached_property
    def tags(self) -> list[Tag]:
        """The tags of HTML, in order."""
        found = (piece for piece in self.pieces("html_inline") if piece.tag)
        return [Tag(piece.tag, piece.content, self.where(piece)) for piece in found]

    @cached_property
    def attributes(self) -> list[tuple[str, str, Place]]:
        """The name, the value and the place of everything that lists of attributes set, in order."""
        described = (piece for token in self.tokens for piece in (token, *(token.children or ())) if piece.meta)
        return [
            (name, value, self.place(piece.meta["list"]))
            for piece in described
            for name, value in piece.meta.get("set", ())
        ]


def without_code(text: str) -> str:
    """Return `text` with code blanked out, every other character and every line where it was."""
    return CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)


def apart(text: str) -> str:
    """Return the Markdown `text` with a blank line around every line that is a picture and nothing else."""
    lines = zip(text.split("\n"), without_code(text).split("\n"), strict=True)
    return "\n".join(f"\n{line}\n" if PICTURE_LINE.fullmatch(shown) else line for line, shown in lines)
