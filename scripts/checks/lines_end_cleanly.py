"""No line of a page ends in spaces that nobody sees; two of them, to break a line, are meant."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import mending
from scripts.checks.messages import finding
from scripts.content import Content
from scripts.report import Finding

RULE = "lines_end_cleanly"
BREAK = "  "


def check(content: Content) -> Iterator[Finding]:
    """Yield a hint for each line that ends in spaces, code left out."""
    for page in content.pages:
        if " \n" not in f"{page.body}\n" and "\t\n" not in f"{page.body}\n":
            continue
        lines = zip(page.body.split("\n"), page.prose.split("\n"), strict=True)
        for number, (line, text) in enumerate(lines, page.body_line):
            clean = line.rstrip(" \t")
            in_code = bool(clean) and not text.strip()
            if line not in (clean, f"{clean}{BREAK}" if clean else clean) and not in_code:
                repair = mending.line(page.path, number, line, clean)
                yield finding(RULE, "spaces", page.path, number, len(clean) + 1, level="hint", mend=repair)
