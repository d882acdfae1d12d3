"""What is meant as a box is one, and its text is inside it.

A box that is nearly one shows its text to all: in a lesson, the answers to pupils. So every line that begins like a
box, here or in another program, is one that Python-Markdown takes (`!!! kind "title"`, and `???` for a closed one), of
a kind that the site knows, followed by lines that begin with four spaces more.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from markdown.extensions.admonition import AdmonitionProcessor
from pymdownx.details import DetailsProcessor

from scripts.check.rule import Content, Faults, Page, error
from scripts.files import own_yaml

TABLE = own_yaml(Path(__file__).with_suffix(".yml"))
KINDS = {name: kind for kind, names in TABLE["kinds"].items() for name in names}
ELSEWHERE = [re.compile(pattern, re.IGNORECASE) for pattern in TABLE["elsewhere"]]
ENDS = [re.compile(pattern) for pattern in TABLE["ends"]]
# A line that begins with the marks of a box; those of a picture are others.
BEGUN = re.compile(r"(?P<mark>[!?]+(?:[ ]*[+-])?)(?![\[(])[ ]*(?P<name>.*)")
SURE = 3
# What the first line of any box begins with, and of none too.
SIGNS = tuple("!?:.[{/`~=")
OPEN = re.compile(r"!|\?+\+")
# A title between any quotation marks; an apostrophe within a word is no such mark.
OPENS, CLOSES = "[\"“”„‟«»‹›`]|(?<!\\w)['’‘‚]", "[\"“”„‟«»‹›`'’‘]"
TITLED = re.compile(rf"(?P<words>.*?)[\s:=|.-]*(?:{OPENS})(?P<title>.*?)(?:(?:{CLOSES})(?:\W*|\s.*))?")
INSIDE = 4
DEFAULT, TEACHER = "fact", "teacher"


class Misread(NamedTuple):
    """A box that is none, or does not hold its text: the case, its line and the line after it (from 0), and words."""

    case: str
    line: int
    end: int
    about: dict[str, str]


def check_page(page: Page, _content: Content) -> Faults:
    """Yield an error for each line of `page` that is meant to begin a box and does not, or whose text falls outside."""
    for case, line, _, about in misread(page):
        yield error(case, page.path, page.body_line + line, **about)


@lru_cache(maxsize=1)  # several rules ask, one after the other
def misread(page: Page) -> list[Misread]:
    """Return what is wrong with the boxes of `page`, in order; what stands in a fence is code."""
    lines = page.body.split("\n")
    fences, around = _lines(page, "fence"), [*_lines(page, "list_item_open"), *_lines(page, "admonition_open")]
    found, end = list[Misread](), -1
    for number, line in enumerate(lines):
        shown = normalize("NFKC", line).strip(" \t>")
        if number < end or shown[:1] not in SIGNS or any(number in fence[1:] for fence in fences):
            continue
        if any(pattern.fullmatch(shown) for pattern in ENDS):
            one: Misread | None = Misread("end", number, number + 1, {"typed": shown})
        else:
            one = _misread(lines, number, sum(number in inside[1:] for inside in around), page.meta.kind == "lesson")
        if one:
            found.append(one)
            end = one.end
    return found


def _lines(page: Page, kind: str) -> list[range]:
    """Return the lines of each block of `kind` in `page`."""
    return [range(*token.map) for token in page.marked.tokens if token.type == kind and token.map]


def _misread(lines: list[str], number: int, depth: int, is_lesson: bool) -> Misread | None:
    """Return what is wrong with the box on line `number`, which stands in `depth` lists and boxes; None for nothing."""
    typed = lines[number].expandtabs(INSIDE)
    line, indent = typed.strip(" "), len(typed) - len(typed.lstrip(" "))
    read = _as_typed(normalize("NFKC", typed).strip(" >"), is_lesson)
    if not read:
        return None
    (case, mark, kind, better), before = read, " " * INSIDE * depth
    is_in_place = indent == len(before)
    if is_in_place and (line == better or _is_taken(line, mark, kind)):
        return _outside(lines, number, indent)
    if is_in_place and case == "near" and _becomes_one(line):
        case = "open" if kind == TEACHER and OPEN.match(line) else "kind"
    about = {"typed": line.strip(), "better": before + better, "kinds": ", ".join(TABLE["kinds"])}
    return Misread(case, number, _end(lines, number, indent), about)


def _becomes_one(line: str) -> bool:
    """Tell whether Python-Markdown makes a box of `line`, of whatever kind."""
    return bool(AdmonitionProcessor.RE.fullmatch(line) or DetailsProcessor.START.fullmatch(line))


def _is_taken(line: str, mark: str, kind: str) -> bool:
    """Tell whether `line` is a box of `kind` as it is, if with other spaces and capitals than we would type."""
    begins = re.match(rf"{re.escape(mark)} ?{kind}(?: +\".{{{int(mark != '!!!')},}}\"| *$)", line, re.IGNORECASE)
    is_plain = mark == "???" and re.match(r'\?{3}\+? +".+"', line)
    return bool(begins or is_plain) and kind not in TABLE["untitled"] and _becomes_one(line)


def _as_typed(line: str, is_lesson: bool) -> tuple[str, str, str, str] | None:
    """Return what `line` was meant to begin: its case, the mark and the kind of the box, and the line as it should be.

    None when it is a plain line.
    """
    found = next(filter(None, (pattern.fullmatch(line) for pattern in (*ELSEWHERE, BEGUN))), None)
    if not found:
        return None
    parts = {"mark": "", "name": "", "title": "", **found.groupdict("")}
    mark, (kind, title) = parts["mark"], _named(parts["name"], parts["title"])
    if mark and not kind and len(mark.rstrip(" +-")) < SURE and not re.match(OPENS, parts["name"]):
        return None
    kind = kind or (TEACHER if "?" in mark and is_lesson else DEFAULT)
    opens = "???" if "?" in mark or kind == TEACHER else "!!!"
    opens += "+" if mark.endswith("+") and "?" in mark and kind != TEACHER else ""
    shown = ' ""' if kind in TABLE["untitled"] else f' "{title}"' if title else ""
    return "near" if mark else "elsewhere", opens, kind, f"{opens} {kind}{shown}"


def _named(name: str, title: str) -> tuple[str, str]:
    """Return the kind that `name` begins with, if any, and the title: what is quoted, or else what follows."""
    quoted = TITLED.fullmatch(name)
    words = quoted["words"] if quoted else name
    kind, rest = _kind(words.strip(" :=|.,-{}\"'"))
    chosen = quoted["title"] if quoted else title or rest
    return kind, re.sub(r"""^[\s"“”„'’‘«»:|–-]+|[\s"“”„«»{}]+$""", "", chosen)


def _kind(words: str) -> tuple[str, str]:
    """Return the kind of box that `words` begin with, or nearly do, and the rest; `inline` does nothing here."""
    parts = [part for part in words.split() if part.casefold() not in ("inline", "end")]
    for number in range(len(parts), 0, -1):
        kind = KINDS.get(" ".join(parts[:number]).casefold().strip(":.,!?"))
        if kind:
            return kind, " ".join(parts[number:])
    near = get_close_matches(parts[0].casefold(), KINDS, n=1, cutoff=0.8) if parts else []
    return (KINDS[near[0]], " ".join(parts[1:])) if near else ("", " ".join(parts))


def _outside(lines: list[str], number: int, indent: int) -> Misread | None:
    """Return what is wrong when text of the box on line `number` falls outside it; None when all of it is inside."""
    inside, is_empty = " " * (indent + INSIDE), True
    for at, line in _filled(lines, number + 1):
        if not line.startswith(inside):
            own = len(line) - len(line.lstrip())
            if not is_empty and (own < indent or (own == indent and not lines[at - 1].strip())):
                return None
            case = "strange" if line[:own].strip(" ") else "empty" if is_empty else "outside"
            better = {"better": inside + line.strip()[:40]}
            return Misread(case, number if is_empty else at, _end(lines, at - 1, indent), better)
        is_empty = False
    return Misread("empty", number, number + 1, {"better": f"{inside}…"}) if is_empty else None


def _filled(lines: list[str], first: int) -> Iterator[tuple[int, str]]:
    return ((at, lines[at].expandtabs(INSIDE)) for at in range(first, len(lines)) if lines[at].strip())


def _end(lines: list[str], number: int, indent: int) -> int:
    """Return the line after what was meant for the box on line `number`: all further in, up to the next box."""
    for at, line in _filled(lines, number + 1):
        text = line.lstrip(" \u00a0\u202f\u2003")
        own = len(line) - len(text)
        if own <= indent or (own < indent + INSIDE and BEGUN.match(text)):
            return at
    return len(lines)
