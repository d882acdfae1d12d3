"""A text renders at once: no file larger than a page can be, nothing made to keep a program busy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from scripts.article import Article
from scripts.checks.messages import finding
from scripts.content import Page
from scripts.report import Finding

RULE = "text_is_light"
# Lists in lists, quotes in quotes: each level is one of these.
LEVEL = re.compile(r"<(/?)(?:li|blockquote|div|details)\b")
DEEPEST = 20


def check(article: Article) -> Iterator[Finding]:
    """Yield an error when lists, quotes or boxes stand inside one another deeper than anyone can read."""
    depth = 0
    for mark in LEVEL.finditer(article.html):
        depth += -1 if mark[1] else 1
        if depth > DEEPEST:
            yield finding(RULE, "deep", article.page.path, article.page.body_line, most=DEEPEST)
            return


def finding_for(page: Page) -> Finding:
    """Return what to say of a `page` that takes too long to render."""
    return finding(RULE, "slow", page.path, page.body_line)


def too_large(path: PurePath, size: int, most: int) -> Finding:
    """Return what to say of a text file of `size` bytes where `most` is the limit."""
    return finding(RULE, "large", path, 1, size=size // 1000, most=most // 1000)
