"""A text has the same shape on the site as in GitHub's preview, where its writer looked at it.

GitHub reads CommonMark, the site Python-Markdown. Where they take a list, a table or code for something else, this says
what each shows and what to type. Boxes are the site's own: there it says that a box is none.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from scripts.check.rule import Content, Faults, Page, error
from scripts.content.marked import apart
from scripts.content.shapes import Found, Part, on_github, on_the_site

# What git leaves where two people changed the same lines.
CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7}) .*$", re.MULTILINE)
DEEPEST = 20


def check_page(page: Page, content: Content) -> Faults:
    """Yield an error for each part of `page` that the site shows otherwise than GitHub does, the outermost once."""
    conflict = CONFLICT.search(page.marked.prose)
    if conflict:
        yield error("conflict", page.path, *page.marked.place(conflict.start()))
        return
    tokens = page.marked.tokens
    for number, box in enumerate(tokens):
        if box.type == "admonition_open" and box.map:
            inside = number + (4 if tokens[number + 1].type == "admonition_title_open" else 1)
            if tokens[inside].nesting < 0:
                yield error("empty", page.path, page.body_line + box.map[0])
    mine = list(on_github(page.marked))
    try:
        shown = list(on_the_site(apart(page.body), content))
    except RecursionError:
        shown = [(Part("item", "", DEEPEST), "")]
    if max((part.depth for part, _ in shown), default=0) >= DEEPEST:
        yield error("deep", page.path, page.body_line, most=DEEPEST)
        return
    told = -1
    for github, site, line, end in _differences(page, mine, shown):
        if line > told:
            told = end
            detail = github.detail if github else ""
            is_apart = not page.body.split("\n")[line - 1].strip()
            yield error(_case(github, site, is_apart), page.path, page.body_line + line, number=detail)


def _differences(
    page: Page, mine: list[Found], shown: list[tuple[Part, str]]
) -> Iterator[tuple[Part | None, Part | None, int, int]]:
    """Yield what GitHub shows, what the site shows, and the lines from 0, wherever the two differ."""
    matcher = SequenceMatcher(None, [found.part for found in mine], [part for part, _ in shown])
    for kind, begin, stop, first, last in matcher.get_opcodes():
        if kind == "equal":
            continue
        other = shown[first] if first < last else None
        if begin < stop:
            yield mine[begin].part, other[0] if other else None, mine[begin].line, mine[begin].end - 1
        elif other:
            line = page.body.count("\n", 0, max(0, page.body.find(other[1].split("\n")[0])))
            yield None, other[0], line, line


def _case(github: Part | None, site: Part | None, is_apart: bool) -> str:
    """Return the name of what is the matter, given what GitHub and the site show, and whether a blank line is above."""
    if github is None:
        return "more" if site is None or site.kind != "code" else "more_code"
    if github.kind == "box" or (site and site.kind == "box"):
        return "box"
    if github.kind == "numbers" and site and site.kind == "numbers" and github.depth == site.depth:
        return "number"
    if github.kind in ("list", "numbers", "item", "text"):
        return "nested" if github.depth else "merged" if is_apart else "list"
    return github.kind
