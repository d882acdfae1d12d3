"""Headings begin at level two, below the title of the page, and go down one level at a time (WCAG 1.3.1)."""

from collections.abc import Iterator

from scripts.check import mending
from scripts.content import Content, Page
from scripts.report import Finding
from scripts.words import finding

RULE = "headings_descend"
FIRST = 2


def check_page(page: Page, _content: Content) -> Iterator[Finding]:
    """Yield a warning for each heading more than a level below the one before it, beside the title, or not meant."""
    before = FIRST - 1
    for heading in page.marked.outline.headings:
        wanted = min(max(heading.level, FIRST), before + 1)
        better = "#" * wanted
        if not heading.marks.startswith("#"):
            yield finding(RULE, "underlined", page.path, *heading.place, level="warning", better=better)
        elif heading.level != wanted:
            repair = mending.line(page.path, heading.place.line, heading.marks, better)
            case = "beside" if heading.level < FIRST else "skips"
            yield finding(RULE, case, page.path, *heading.place, level="warning", mend=repair, better=better)
        before = wanted
