"""What readers see holds no mark that Markdown should have taken: a star, a bar, a bracket that stayed as it was typed.

Looked at are the words of the text as CommonMark reads it, without code, and without what a `\\` before it makes a
plain character. Of boxes, `boxes_hold_their_text` speaks.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import quote

from markdown import Markdown
from markdown.blockprocessors import ReferenceProcessor
from markdown_it.token import Token

from scripts.check.boxes_hold_their_text import misread
from scripts.check.rule import Content, Faults, Page, error, warning
from scripts.content import icons

# In place of what is no plain text: code, a picture, a character after \.
HELD = "\ufffc"
MOST = 40
LETTER = r"(?:\(?[A-Za-z\d]{1,2}\)|[a-z]\.)[ ]+"
WORDS, TARGET = r"(!?)\[([^\[\]\n]{1,400})\]", r"[^()\s]*[./#][^()\s]*"
BULLET = r"[•·▪▫◦‣⁃●○■□➢►]|o(?=[ ]{2}|[ ]*\t)"  # Word's second one is a letter
PICTURE = r"[\u2190-\u21ff\u2460-\u24ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
PARAGRAPH, ITEM, TABLE = "paragraph_open", "list_item_open", "table_close"
# What Python-Markdown and its tables take a \\ away from.
ESCAPED = frozenset([*Markdown().ESCAPED_CHARS, "|"])
# What the site shows otherwise than meant, but as a whole.
LIGHT = frozenset({"address", "emoji", "tick"})


class Mark(NamedTuple):
    """Something that stayed behind: its case, what it looks like, what to type instead, and the block it must open."""

    case: str
    pattern: re.Pattern[str]
    better: str | Callable[[re.Match[str]], str]
    within: str = ""


def _spaced(found: re.Match[str]) -> str:
    before, mark, text, after = found.groups()
    return f"{before}{before and ' '}{mark}{text}{mark}{after and ' '}{after}"


def _finished(found: re.Match[str]) -> str:
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


def _source(found: re.Match[str]) -> str:
    key = re.sub(r"[^\w-]+", "-", next(filter(None, found.groups())))
    return f"[^{key.strip('-').lower()}]"


def _linked(found: re.Match[str]) -> str:
    address = found[0] if "://" in found[0] else f"https://{found[0]}"
    return f"<{address}>"


# What shows that someone took a plain text for Markdown.
IN_PLAIN = re.compile(
    r"\*\*[^*\n]*(?:\*\*)?|~~|`|!?\[[^\[\]\n]{0,400}\]\([^()\n]*\)?|\[\^[^\]\n]*\]?|\[\[[^\[\]\n]*\]\]"
    r"|</?[A-Za-z][^<>\n]*>|:material-[\w-]+:|&#?\w{2,9};|(?<![\w*])\*[^\W_][^*\n]*\*(?!\w)|(?<![\w/])_[^\W_][^_\n]*_(?!\w)"
)
# The first that fits is told of.
MARKS = (
    Mark("contents", re.compile(r"\A\[{1,2}_?toc_?\]{1,2}\Z", re.IGNORECASE), ""),
    Mark("task", re.compile(r"\A\[[ xX]?\][ ]+(\S[^\n]{0,40})"), r"- \1", ITEM),
    Mark("source", re.compile(r"\[\^([^\[\]\n]{1,100})\]|\(\^([\w-]{1,100})\)|\[\^([\w-]{1,100})(?![\w\]-])"), _source),
    Mark("note", re.compile(r"\^\[([^\[\]\n]{1,400})\]"), ""),
    Mark("link", re.compile(rf"{WORDS}[ ]*\n?[ ]*\(({TARGET}(?:[ ]+\"[^\"\n]*\")?)\)"), r"\1[\2](\3)"),
    Mark("link", re.compile(r"(!?)\(([^()\n]{1,400})\)[ ]*\[([^\[\]\s]*[./#][^\[\]\s]*)\]"), r"\1[\2](\3)"),
    Mark("link", re.compile(r"(!?)\[([^\[\]\n]{1,400})\]\[([^\[\]\s]*[./#][^\[\]\s]*)\]"), r"\1[\2](\3)"),
    Mark("wiki", re.compile(r"!?\[\[[^\[\]\n]{1,200}\]\]"), ""),
    Mark("reference", re.compile(r"\[([^\[\]\n]{1,400})\][ ]?\[[^\[\]\n]{0,200}\]"), r"[\1](…)"),
    Mark("unfinished", re.compile(r"!\(([^()\s]+\.(?:jpe?g|png|webp))\)"), r"![…](\1)"),
    Mark("unfinished", re.compile(r"(?<!!)()\[([^\[\]\n]{0,400})\]\(([^()\n]{0,400})\)?"), _finished),
    Mark("unfinished", re.compile(r"(!)\[([^\[\]\n]{0,400})\]\(([^()\n“”„]{0,400})(?:\)|$)", re.MULTILINE), _finished),
    Mark("address", re.compile(rf"(?:https?://|\bwww\.)[^\s<>{HELD}]*[^\s<>{HELD}.,;:!?()\[\]…'\"’”|]", re.I), _linked),
    Mark("template", re.compile(r"\{(?:[:#.]|[\w-]+=)[^{}\n]{1,200}\}"), ""),
    Mark("emphasis", re.compile(r"(\w?)(\*\*|\b__)[ ]*([^*_\n]{0,400}?[^*_\s])[ ]*\2(\w?)"), _spaced),
    Mark("emphasis", re.compile(r"(?<![\w*])()(\*|_)([^\W_][^*_\n]{0,400}?)[ ]+\2()(?![\w*])"), _spaced),
    Mark("html", re.compile(r"~~[ ]*([^~\n]{1,400}?)[ ]*~~"), r"<del>\1</del>"),
    Mark("html", re.compile(r"(?<![\w~])~(?![\s~])([^~\n]{1,400})(?<!\s)~(?![\w~])"), r"<del>\1</del>"),
    Mark("html", re.compile(r"(?<!=)==[ ]*([^=\n]{1,400}?)[ ]*==(?!=)"), r"<mark>\1</mark>"),
    Mark("html", re.compile(r"(?<=\w)~(\w{1,4})~"), r"<sub>\1</sub>"),
    Mark("html", re.compile(r"(?<=\w)\^(\w{1,4})\^"), r"<sup>\1</sup>"),
    Mark("stars", re.compile(r"\*{2,}"), lambda found: "\\*" * len(found[0])),
    Mark("left", re.compile(r"~{2,}|([<>=#])\1{3,}|\A={2,}\Z"), ""),
    Mark("icon", re.compile(r"(?i):material[-/_ ]([\w/-]{1,60}):"), lambda it: f":material-{icons.meant(it[1])}:"),
    Mark("emoji", re.compile(r"(?<![\w:/]):[a-z][a-z0-9_+-]*[a-z0-9]:(?![\w:])"), ""),
    Mark("bullet", re.compile(rf"^(?:{BULLET})[^\S\n]*(?=\S)([^\n]{{0,40}})", re.MULTILINE), r"- \1", PARAGRAPH),
    Mark("bullet", re.compile(rf"^({PICTURE}[^\n]{{0,40}})(?=[^\n]*\n{PICTURE})", re.MULTILINE), r"- \1", PARAGRAPH),
    Mark("bullet", re.compile(r"^[–—][^\S\n]*([^\n]{0,40})(?=[^\n]*\n[–—])", re.MULTILINE), r"- \1", PARAGRAPH),
    Mark("bullet", re.compile(r"(?:\A[–—][^\S\n]+|(?:^-|\A\+)(?=[^\W\d_]))([^\n]{0,40})", re.M), r"- \1", PARAGRAPH),
    Mark("letters", re.compile(rf"^{LETTER}([^\n]{{0,40}})(?=[^\n]*\n{LETTER})", re.MULTILINE), r"1. \1"),
    Mark("letters", re.compile(r"^\d{1,2}\.(?=[^\W\d_]{2})([^\n]{0,40})", re.MULTILINE), r"1. \1", PARAGRAPH),
    Mark("definition", re.compile(r"\n:[ ]+(?=\S)|^\*\[[^\[\]\n]{1,100}\]:", re.MULTILINE), ""),
    Mark("tick", re.compile(r"[`´]"), "’", PARAGRAPH),
)  # fmt: skip


def check_page(page: Page, content: Content) -> Faults:
    """Yield a finding for each mark in `page` that readers see and that was meant to do something."""
    yield from _lost(page)
    yield from _rows(page)
    boxes = {box.line for box in misread(page)}
    before = [Token("", "", 0)] * 3
    for token in page.marked.tokens:
        if token.type == "inline" and token.map and boxes.isdisjoint(range(*token.map)):
            text, places = _shown(token)
            # In a quotation a dash stands before who said it.
            is_quoted = page.body.split("\n")[token.map[0]].lstrip()[:1] == ">"
            left = [one for one in _left(text, before, content) if not is_quoted or text[one[1] :][:1] not in "–—"]
            for case, at, about in left:
                place = page.marked.place(places[min(at, len(places) - 1)])
                yield (warning if case in LIGHT else error)(case, page.path, *place, **about)
            yield from _slashes(page, token)
            yield from _sums(page, token)
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
    around = {token.type for token in before[-2:]} if before[-1].type == PARAGRAPH else ()
    for mark in MARKS:
        for match in mark.pattern.finditer(text) if not mark.within or mark.within in around else ():
            if told.isdisjoint(range(*match.span())):
                told.update(range(*match.span()))
                better = mark.better(match) if callable(mark.better) else match.expand(mark.better)
                known = [word for word in re.findall(r"[\w-]+", match[0]) if word in content.sources]
                better = f"[^{known[0]}]" if mark.case == "source" and known else better
                yield mark.case, match.start(), {"typed": _short(match[0]), "better": better}
    for match in re.finditer(r"[\[{(^][ ^*]*([\w-]{1,100})[ ^*]*[\]})^]", text):
        if match[1] in content.sources and match.start() not in told and ("-" in match[1] or match[0][0] != "("):
            yield "source", match.start(), {"typed": match[0], "better": f"[^{match[1]}]"}


def _table(text: str, before: list[Token]) -> tuple[str, int, dict[str, str]] | None:
    """Return what is wrong with rows of cells in `text` that became words of a paragraph."""
    rows = [line for line in text.split("\n") if line.count("|") > 1 or line.startswith("|")]
    if before[-1].type != PARAGRAPH or not (rows or len(re.findall(r"^[^\n]*\|[^\n]*$", text, re.MULTILINE)) > 1):
        return None
    row = rows[0] if rows else text.split("\n")[0]
    cells = ["---"] * len(row.strip().strip("|").split("|"))
    better = " | ".join(["", *cells, ""] if row.startswith("|") else cells).strip()
    case = "row" if before[-2].type == TABLE else "table"
    return case, max(0, text.find(row)), {"typed": _short(row), "better": better}


def _slashes(page: Page, token: Token) -> Faults:
    """Yield an error for each `\\` in `token` that CommonMark takes and Python-Markdown shows."""
    for piece, following in pairwise([*(token.children or ()), Token("", "", 0)]):
        if piece.type == "text_special" and piece.content not in {*ESCAPED, piece.markup} and piece.info == "escape":
            place = page.marked.place(piece.meta["at"])
            yield error("escape", page.path, *place, typed=piece.markup, better=piece.content)
        at = piece.meta.get("at", 0) + len(piece.content)
        if following.type == "hardbreak" and page.body[at : at + 1] == "\\":
            yield error("slash", page.path, *page.marked.place(at))


def _sums(page: Page, token: Token) -> Faults:
    """Yield an error for each sum in `token` of which Markdown takes the stars: `2*3*4` is shown as 234."""
    pieces = token.children or []
    for before, piece, after in zip(pieces, pieces[1:], pieces[2:], strict=False):
        if piece.type == "em_open" and before.content[-1:].isdigit() and after.content[:1].isdigit():
            typed = f"{before.content.split()[-1]}*{after.content}*"
            yield error("sum", page.path, *page.marked.where(piece), typed=_short(typed), better="×")


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
