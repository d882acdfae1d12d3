"""What readers see holds no mark that Markdown should have taken: a star, a bar, a bracket that stayed as it was typed.

Looked at are the words of the text as CommonMark reads it, without code, and without what a `\\` before it makes a
plain character. Of boxes, `boxes_hold_their_text` speaks.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from markdown import Markdown
from markdown.blockprocessors import ReferenceProcessor
from markdown_it.token import Token

from scripts.check.boxes_hold_their_text import misread
from scripts.check.rule import Content, Faults, Page, error, warning
from scripts.content import icons
from scripts.files import own_yaml

# In place of what is no plain text: code, a picture, a character after \.
HELD = "\ufffc"
MOST = 40
PARAGRAPH, TABLE = "paragraph_open", "table_close"
BLANK = Token("", "", 0)
# What Python-Markdown and its tables take a \\ away from.
ESCAPED = frozenset([*Markdown().ESCAPED_CHARS, "|"])
# What the site shows otherwise than meant, but as a whole.
LIGHT = frozenset({"address", "emoji", "tick"})


class Mark(NamedTuple):
    """Something that stayed behind: its case, what it looks like, what to type instead, and the block it must open."""

    case: str
    pattern: re.Pattern[str]
    better: str = ""
    within: str = ""


def _source(found: re.Match[str], content: Content) -> str:
    known = [word for word in re.findall(r"[\w-]+", found[0]) if word in content.sources]
    key = re.sub(r"[^\w-]+", "-", next(filter(None, [*known, *found.groups()])))
    return f"[^{key.strip('-').lower()}]"


def _finished(found: re.Match[str], _content: Content) -> str:
    picture, words, target = found.groups()
    if "://" in words and "://" not in target:
        words, target = target, words
    words, target = words.strip(), re.sub(r"""\s+["'“”„‘’].*$""", "", target.strip())
    file = re.match(r"(\S+\.[a-z]{2,4})\s+(.*)", target, re.IGNORECASE)
    if file and "://" not in target:
        credit = f' "{file[2]}"' if picture and file[2][:1] != "=" else ""
        return f"{picture}[{words}]({file[1]}{credit})"
    if not re.search(r"[./#]", target):
        return f"{picture}[{words}](…)"
    return f"{picture}[{words}]({quote(target, safe=':/?#&=%@+,;~()!$*')})"


TABLES = own_yaml(Path(__file__).with_suffix(".yml"))
MARKS = [Mark(case, re.compile(pattern), *rest) for case, pattern, *rest in TABLES["marks"]]
IN_PLAIN = re.compile("|".join(TABLES["in_plain"]))
# What to type instead of a mark whose row does not say it, by case.
BETTER: dict[str, Callable[[re.Match[str], Content], str]] = {
    "source": _source,
    "unfinished": _finished,
    "stars": lambda found, _: "\\*" * len(found[0]),
    "icon": lambda found, _: f":material-{icons.meant(found[1])}:",
}


def check_page(page: Page, content: Content) -> Faults:
    """Yield a finding for each mark in `page` that readers see and that was meant to do something."""
    yield from _lost(page)
    yield from _rows(page)
    boxes = {box.line for box in misread(page)}
    before = [BLANK] * 3
    for token in page.marked.tokens:
        if token.type == "inline" and token.map and boxes.isdisjoint(range(*token.map)):
            text, places = _shown(token)
            # In a quotation a dash stands before who said it.
            is_quoted = page.body.split("\n")[token.map[0]].lstrip()[:1] == ">"
            left = [one for one in _left(text, before, content) if not is_quoted or text[one[1] :][:1] not in "–—"]
            for case, at, about in left:
                place = page.marked.place(places[min(at, len(places) - 1)])
                yield (warning if case in LIGHT else error)(case, page.path, *place, **about)
            yield from _taken(page, token)
            if before[-1].type == PARAGRAPH and not left:
                yield from _lines(page, token)
        before = [*before[1:], token]


def check_content(content: Content) -> Faults:
    """Yield an error for a mark of Markdown in front matter and lists, where text is plain, and a warning for HTML."""
    for path, document in content.every_document():
        for key, value in document.values():
            if isinstance(value, str) and (found := IN_PLAIN.search(value)):
                say = warning if found[0].startswith(("<", "&")) else error
                yield say("plain", path, document.line(key), typed=_short(found[0]))


def _lost(page: Page) -> Faults:
    """Yield an error for each line `[Jan]: Hallo` in `page`: an address for a link that is nowhere does not show."""
    for found in ReferenceProcessor.RE.finditer(page.marked.prose):
        if not found[1].startswith("^") and page.marked.prose.casefold().count(f"[{found[1]}]".casefold()) == 1:
            typed = found[0].strip()
            at = found.start() + found[0].index("[")
            yield error("lost", page.path, *page.marked.place(at), typed=_short(typed), better=f"\\{_short(typed)}")


def _rows(page: Page) -> Faults:
    """Yield an error for each line of a table in `page` with more cells than its head, or with no sign of a cell."""
    lines, head = page.marked.prose.split("\n"), 0
    for token in page.marked.tokens:
        if token.type == "tr_open" and token.map:
            row = re.sub(r"\\\|", "", lines[token.map[0]]).strip()
            cells = row.removeprefix("|").removesuffix("|").count("|") + 1
            head = head or cells
            if cells > head or (head > 1 and "|" not in row):
                case = "cells" if "|" in row else "below"
                yield error(case, page.path, page.body_line + token.map[0], typed=_short(row), cells=cells, head=head)
        head *= token.type != TABLE


def _shown(token: Token) -> tuple[str, list[int]]:
    """Return the plain words of `token`, and where in the text of the page each of their characters stands."""
    parts, places = list[str](), list[int]()
    is_link = False
    for piece in token.children or ():
        is_link = piece.type == "link_open" or (is_link and piece.type != "link_close")
        text = piece.content if piece.type == "text" and not is_link else ""
        if not text and not piece.type.startswith(("em_", "strong_")):
            text = "\n" if piece.type.endswith("break") else HELD if piece.type != "text" else ""
        at = piece.meta.get("at", 0)
        parts.append(text)
        places += range(at, at + len(text))
    return "".join(parts), places or [0]


def _left(text: str, before: list[Token], content: Content) -> Iterator[tuple[str, int, dict[str, str]]]:
    """Yield the case of each mark in `text`, where it begins, and what was typed and should be."""
    if found := _table(text, before):
        yield found
        return
    told = set[int]()
    around = {"", *(token.type for token in before[-2:])} if before[-1].type == PARAGRAPH else {""}
    for mark in MARKS:
        for match in mark.pattern.finditer(text) if mark.within in around else ():
            if told.isdisjoint(range(*match.span())):
                told.update(range(*match.span()))
                is_said = mark.better or mark.case not in BETTER
                better = match.expand(mark.better).strip() if is_said else BETTER[mark.case](match, content)
                yield mark.case, match.start(), {"typed": _short(match[0]), "better": better}
    for match in re.finditer(r"[\[{(^][ ^*]*([\w-]{1,100})[ ^*]*[\]})^]", text):
        if match[1] in content.sources and match.start() not in told and ("-" in match[1] or match[0][0] != "("):
            yield "source", match.start(), {"typed": match[0], "better": f"[^{match[1]}]"}


def _table(text: str, before: list[Token]) -> tuple[str, int, dict[str, str]] | None:
    """Return what is wrong with rows of cells in `text` that became words of a paragraph."""
    lines = text.split("\n")
    rows = [line for line in lines if line.count("|") > 1 or line.startswith("|")]
    if before[-1].type != PARAGRAPH or not (rows or sum("|" in line for line in lines) > 1):
        return None
    row = [*rows, *lines][0]
    cells = ["---"] * len(row.strip().strip("|").split("|"))
    better = " | ".join(["", *cells, ""] if row.startswith("|") else cells).strip()
    case = "row" if before[-2].type == TABLE else "table"
    return case, max(0, text.find(row)), {"typed": _short(row), "better": better}


def _taken(page: Page, token: Token) -> Faults:
    """Yield an error for each mark in `token` that Markdown takes and should not have: a `\\` that only CommonMark
    takes and the site shows, and the stars of a sum, of which `2*3*4` is shown as 234."""
    pieces = [BLANK, *(token.children or ()), BLANK]
    for before, piece, after in zip(pieces, pieces[1:], pieces[2:], strict=False):
        at = piece.meta.get("at", 0)
        end = at + len(piece.content)
        if piece.type == "text_special" and piece.content not in {*ESCAPED, piece.markup} and piece.info == "escape":
            yield error("escape", page.path, *page.marked.place(at), typed=piece.markup, better=piece.content)
        elif after.type == "hardbreak" and page.body[end : end + 1] == "\\":
            yield error("slash", page.path, *page.marked.place(end))
        elif piece.type == "em_open" and before.content[-1:].isdigit() and after.content[:1].isdigit():
            typed = _short(f"{before.content.split()[-1]}*{after.content}*")
            yield error("sum", page.path, *page.marked.place(at), typed=typed, better="×")


def _lines(page: Page, token: Token) -> Faults:
    """Yield a warning for three or more short lines in `token`, such as an address: they are shown as one."""
    lines = token.content.split("\n")
    breaks = [before.type for before, piece in pairwise(token.children or ()) if piece.type == "softbreak"]
    are_short = max(map(len, lines)) <= MOST and {"html_inline", "image"}.isdisjoint(breaks)
    if are_short and len(breaks) == len(lines) - 1 > 1:
        yield warning("lines", page.path, *page.marked.where(token), better=f"{lines[0].strip()}<br>")


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= MOST else f"{text[: MOST - 1]}…"
