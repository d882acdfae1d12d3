"""A text has the same shape on the site as in GitHub's preview, where its writer looked at it.

GitHub reads CommonMark, the site Python-Markdown. Where they take a list, a table or code for something else, this says
what each shows and what to type. Boxes are the site's own: there it says that a box is none.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from markdown_it.token import Token

from scripts.check.boxes_hold_their_text import misread
from scripts.check.rule import Content, Faults, Page, error
from scripts.content.marked import apart
from scripts.content.shapes import Found, Part, on_github, on_the_site

DEEPEST = 20
# What nobody means: a kind of token, and its mark or the kind that follows.
UNMEANT = {
    ("code_block", ""): "indented",
    ("ordered_list_open", ")"): "bracket",
    ("list_item_open", "list_item_close"): "hollow",
}


def check_page(page: Page, content: Content) -> Faults:
    """Yield an error for each part of `page` that the site shows otherwise than GitHub does, the outermost once."""
    mine = list(on_github(page.marked))
    try:
        shown = list(on_the_site(apart(page.body), content))
    except RecursionError:
        shown = [(Part("item", "", DEEPEST), "")]
    if max((part.depth for part, _ in shown), default=0) >= DEEPEST:
        yield error("deep", page.path, page.body_line, most=DEEPEST)
        return
    told = {line for box in misread(page) for line in range(box.line, box.end)}
    for case, line, end in _unmeant(page):
        if line not in told:
            told.update(range(line - 1, end))  # of the line above a - the site may make a heading
            yield error(case, page.path, page.body_line + line)
    ends = {token.map[1] for token in page.marked.tokens if token.type.endswith("list_open") and token.map}
    for github, site, line, end in _differences(page, mine, shown):
        if line not in told:
            told.update(range(line, end + 1))
            detail = github.detail if github else ""
            is_apart = not page.body.split("\n")[line - 1].strip() or line in ends
            is_inside = page.body.split("\n")[line].startswith(">") and github and github.kind != "quote"
            case = "quoted" if is_inside else _case(github, site, is_apart)
            yield error(case, page.path, page.body_line + line, number=detail)


def _unmeant(page: Page) -> Iterator[tuple[str, int, int]]:
    """Yield what nobody means, whatever the two make of it: its case, and its lines from 0."""
    for token, following in pairwise([*page.marked.tokens, Token("", "", 0)]):
        case = UNMEANT.get((token.type, token.markup)) or UNMEANT.get((token.type, following.type))
        if case and token.map:
            yield case, token.map[0], token.map[1]


def _differences(
    page: Page, mine: list[Found], shown: list[tuple[Part, str]]
) -> Iterator[tuple[Part | None, Part | None, int, int]]:
    """Yield what GitHub shows, what the site shows, and the lines from 0, wherever the two differ."""
    matcher = SequenceMatcher(None, [found.part for found in mine], [part for part, _ in shown])
    for kind, begin, stop, first, last in matcher.get_opcodes():
        if begin < stop and kind != "equal":
            yield mine[begin].part, shown[first][0] if first < last else None, mine[begin].line, mine[begin].end - 1
        elif kind == "insert":
            part, words = shown[first]
            line = page.body.count("\n", 0, max(0, page.body.find(words.split("\n")[0])))
            yield None, part, line, line


def _case(github: Part | None, site: Part | None, is_apart: bool) -> str:
    """Return the name of what is the matter, given what GitHub and the site show, and whether a blank line is above."""
    if github is None:
        return "more" if site is None or site.kind != "code" else "more_code"
    if github.kind == "box" or (site and site.kind == "box"):
        return "box"
    if github.kind == "numbers" and site and site.kind == "numbers" and github.depth == site.depth:
        return "number"
    if github.kind == "quote" and is_apart:
        return "quotes"
    if github.kind in ("list", "numbers", "item", "text"):
        return "nested" if github.depth else "merged" if is_apart else "list"
    return github.kind
