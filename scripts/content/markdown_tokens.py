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
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.footnote import footnote_plugin

from scripts.content import icons

# An attribute list of Python-Markdown's, where a piece of a line begins or a line ends: {: lang=de } or { #old }.
ATTRIBUTES = re.compile(r"\{:?[ ]*(?P<list>[^}\n ][^}\n]*)\}")
TAG_NAME = re.compile(r"<(?P<closes>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)")
# Blocks that are one line.
LINES = frozenset({"heading_open", "td_open", "th_open"})
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
    for before, token in pairwise(found):
        if token.type == "inline" and token.map and token.children:
            first, last = (starts[min(line, len(starts) - 1)] for line in token.map)
            end = _locate(token.children, text, max(first, end) if end <= last else first, last)
            _attach(token, is_line=before.type in LINES)
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
        elif piece.type not in ("html_inline", "footnote_ref", "icon"):
            parts.append(piece.content)
    return "".join(parts).strip()


@cache
def _parser() -> MarkdownIt:
    """Return a reader that leaves every address as it was typed: whether it is a good one, a rule says."""
    parser = MarkdownIt("commonmark").enable("table").disable(["html_block", "text_join"])
    parser.inline.ruler.after("text", "icon", _icon)
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True).use(admon_plugin)
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


def _icon(state: StateInline, silent: bool) -> bool:
    """Take an icon as a piece of its own: it is no word."""
    found = icons.TYPED.match(state.src, state.pos)
    if not found or found["name"] not in icons.names():
        return False
    if not silent:
        state.push("icon", "", 0).content = found[0]
    state.pos = found.end()
    return True


def _locate(pieces: list[Token], text: str, start: int, end: int) -> int:
    """Note for each of `pieces` where it stands in `text`, between `start` and `end`. Return the end of the last."""
    targets = list[str]()
    for piece in pieces:
        if piece.type == "link_open":
            targets.append(str(piece.attrs["href"]))
        piece.meta["at"] = start
        ways = _typed(piece, targets.pop() if piece.type == "link_close" else "")
        places = [(text.find(f"{before}{needle}", start, end), before, needle) for before, needle in ways]
        # The first place is the right one: the same words may come again. Of two ways to type it the longest says most.
        found = min((one for one in places if one[0] >= 0), key=lambda one: (one[0], -len(one[2])), default=None)
        if found:
            piece.meta["at"] = found[0] + len(found[1])
            piece.meta["end"] = start = piece.meta["at"] + len(found[2])
    return start


def _name(pieces: list[Token]) -> None:
    for piece in pieces:
        if piece.type == "html_inline" and (found := TAG_NAME.match(piece.content)):
            piece.tag = found["name"].lower()
            piece.nesting = 0 if piece.tag == "br" else -1 if found["closes"] else 1


def _typed(piece: Token, target: str) -> Iterator[tuple[str, str]]:
    """Yield what may stand before `piece` in the text, and what it may look like."""
    if piece.type == "image":
        yield from (("", f"![{piece.content}]({piece.attrs['src']}"), ("", f"![{piece.content}]"), ("", "!["))
    elif piece.type == "link_close" and not piece.info:
        yield from ((before, target) for before in ("](", "](<", "]( ", "]( <", "](\n"))
    elif piece.type == "footnote_ref":
        yield "", f"[^{piece.meta['label']}]"
    elif piece.type == "text_special":
        yield "", piece.markup
    elif piece.content:
        yield "", piece.content


def _attach(token: Token, is_line: bool) -> None:
    """Take the lists of attributes out of the pieces of `token` and keep them with what they are about.

    One about the whole block is a line of its own, or, in what is one line, stands after a space at its end.
    """
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
    is_own = len(pieces) > 1 and pieces[-2].type in ("softbreak", "hardbreak") and not found.start() if found else False
    is_last = is_line and found and last.content[: found.start()].endswith(" ")
    if found and not last.content[found.end() :].strip() and (is_last if is_line else is_own):
        _keep(found, token, last)
        last.content = last.content[: found.start()].rstrip()


def _keep(found: re.Match[str], about: Token, piece: Token) -> None:
    pairs = get_attrs_and_remainder(found["list"])[0]
    about.meta["set"] = [("class" if name == "." else name, value or "") for name, value in pairs]
    about.meta["list"] = piece.meta["at"] + found.start()
