"""The tokens of a Markdown text, each with its place: as markdown-it-py reads it, which is as GitHub's preview does.

Every block knows its lines; what stands inside a line is looked up there, and lists of attributes are taken apart from
the words. Nothing is rendered.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from markdown.extensions.attr_list import get_attrs_and_remainder
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.footnote import footnote_plugin

# An attribute list of Python-Markdown's, where a piece of a line begins or a line ends: {: lang=de } or { #old }.
ATTRIBUTES = re.compile(r"\{:?[ ]*(?P<list>[^}\n ][^}\n]*)\}")
TAG_NAME = re.compile(r"<(?P<closes>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)")
# What such a list can belong to, when it follows at once.
DESCRIBED = frozenset({"em_close", "strong_close", "link_close", "code_inline", "image"})


def tokens(text: str, starts: list[int]) -> list[Token]:
    """Return the blocks of `text` in order. `starts` holds where each of its lines begins.

    Each piece of a line has in its `meta` the offset `at` in the text where it begins. What a list of attributes sets
    is in the `meta` of what it is about: `set`, pairs of name and value, and `list`, the offset of the list. A tag of
    HTML is named in small letters, and opens or closes like any other piece.
    """
    found = _parser().parse(text)
    end = 0
    for token in found:
        if token.type == "inline" and token.map and token.children:
            first, last = (starts[min(line, len(starts) - 1)] for line in token.map)
            end = _locate(token.children, text, max(first, end) if end <= last else first, last)
            _attach(token)
            _name(token.children)
    return found


def words(pieces: Iterable[Token]) -> str:
    """Return the words that a reader sees of some pieces of a line, what pictures show among them."""
    parts = list[str]()
    for piece in pieces:
        if piece.type == "image":
            parts.append(words(piece.children or ()))
        elif piece.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif piece.type not in ("html_inline", "footnote_ref"):
            parts.append(piece.content)
    return "".join(parts).strip()


@cache
def _parser() -> MarkdownIt:
    """Return a reader that leaves every address as it was typed: whether it is a good one, a rule says."""
    parser = MarkdownIt("commonmark").enable("table").disable(["html_block", "text_join"])
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True).use(admon_plugin)
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


def _locate(pieces: list[Token], text: str, start: int, end: int) -> int:
    """Note for each of `pieces` where it stands in `text`, between `start` and `end`. Return the end of the last."""
    targets = list[str]()
    for piece in pieces:
        if piece.type == "link_open":
            targets.append(str(piece.attrs["href"]))
        piece.meta["at"] = start
        for before, needle in _typed(piece, targets.pop() if piece.type == "link_close" else ""):
            found = text.find(f"{before}{needle}", start, end)
            if found >= 0:
                piece.meta["at"] = found + len(before)
                start = piece.meta["at"] + len(needle)
                break
    return start


def _name(pieces: list[Token]) -> None:
    for piece in pieces:
        if piece.type == "html_inline" and (found := TAG_NAME.match(piece.content)):
            piece.tag = found["name"].lower()
            piece.nesting = 0 if piece.tag == "br" else -1 if found["closes"] else 1


def _typed(piece: Token, target: str) -> Iterator[tuple[str, str]]:
    """Yield what `piece` may look like in the text, the likeliest first, and what stands before it."""
    if piece.type == "image":
        yield from (("", f"![{piece.content}]({piece.attrs['src']}"), ("", f"![{piece.content}]"), ("", "!["))
    elif piece.type == "link_close" and not piece.info:
        yield from (("](", target), ("](<", target))
    elif piece.type == "footnote_ref":
        yield "", f"[^{piece.meta['label']}]"
    elif piece.type == "text_special":
        yield "", piece.markup
    elif piece.content:
        yield "", piece.content


def _attach(token: Token) -> None:
    """Take the lists of attributes out of the pieces of `token` and keep them with what they are about."""
    pieces, opened = token.children or [], list[Token]()
    for before, piece in pairwise(pieces):
        if before.nesting > 0:
            opened.append(before)
        about = opened.pop() if before.nesting < 0 and opened else before
        found = ATTRIBUTES.match(piece.content) if piece.type == "text" and before.type in DESCRIBED else None
        if found:
            _keep(found, about, piece)
            piece.content = piece.content[found.end() :]
            piece.meta["at"] += found.end()
    last = pieces[-1]
    found = ATTRIBUTES.search(last.content) if last.type == "text" else None
    if found and not last.content[found.end() :].strip() and _stands_alone(token, pieces, found):
        _keep(found, token, last)
        last.content = last.content[: found.start()].rstrip()


def _stands_alone(token: Token, pieces: list[Token], found: re.Match[str]) -> bool:
    """Tell whether a list at the end is about the whole block: a line of its own, or the end of a heading or cell."""
    has_own_line = len(pieces) > 1 and pieces[-2].type in ("softbreak", "hardbreak") and not found.start()
    is_apart = found.string[: found.start()].endswith(" ")  # as attr_list wants it of a heading or cell
    return has_own_line or (is_apart and token.map is not None and token.map[1] - token.map[0] == 1)


def _keep(found: re.Match[str], about: Token, piece: Token) -> None:
    pairs = get_attrs_and_remainder(found["list"])[0]
    about.meta["set"] = [("class" if name == "." else name, value or "") for name, value in pairs]
    about.meta["list"] = piece.meta["at"] + found.start()
