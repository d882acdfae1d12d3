"""Headings begin at level two, below the title of the page, and go down one level at a time (WCAG 1.3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts import mending
from scripts.article import Article
from scripts.checks.messages import finding
from scripts.report import Finding

RULE = "headings_descend"
HEADING = re.compile(r"^(?P<marks>#{1,6})(?=[ \t]*[^#\s])", re.MULTILINE)
FIRST = 2


def check(article: Article) -> Iterator[Finding]:
    """Yield a warning for each heading that stands more than one level below the one before it, or beside the title."""
    before = FIRST - 1
    if [heading.level for heading in article.outline.headings] != _levels(article):
        return  # headings of another making: nothing certain can be said of their lines
    for mark in HEADING.finditer(article.page.prose):
        marks = mark["marks"]
        wanted = min(max(len(marks), FIRST), before + 1)
        if len(marks) != wanted:
            place, better = article.at(mark.start()), "#" * wanted
            repair = mending.line(article.page.path, place.line, marks, better)
            case = "beside" if len(marks) < FIRST else "skips"
            yield finding(RULE, case, article.page.path, *place, level="warning", mend=repair, better=better)
        before = wanted


def _levels(article: Article) -> list[int]:
    return [len(mark["marks"]) for mark in HEADING.finditer(article.page.prose)]
