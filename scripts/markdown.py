"""Markdown told apart from the code in it."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

FENCE = re.compile(r"^[ ]*(?P<fence>`{3,}|~{3,})")
BLANK = re.compile(r"(\n[ \t]*\n)")
TICKS = re.compile(r"`+")


def without_code(text: str) -> str:
    """Return `text` with code blanked out, every other character and every line where it was.

    Code stands between fences on lines of their own, or between equal runs of backticks within a paragraph. Takes time
    in proportion to the text, whatever is in it.
    """
    if "`" not in text and "~~~" not in text:
        return text
    lines, fence = [], ""
    for line in text.split("\n"):
        opened = FENCE.match(line)
        if fence:
            closes = opened and opened["fence"].startswith(fence) and not line.strip().strip(fence[0])
            fence = "" if closes else fence
            line = " " * len(line)
        elif opened and "`" not in line[opened.end() :]:
            fence, line = opened["fence"], " " * len(line)
        lines.append(line)
    return "".join(_without_spans(part) for part in BLANK.split("\n".join(lines)))


def matches(pattern: re.Pattern[str], text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Yield each match of `pattern` in `text` with the number of line ends before it. Counts every line end once."""
    line, counted = 0, 0
    for found in pattern.finditer(text):
        line += text.count("\n", counted, found.start())
        counted = found.start()
        yield found, line


def _without_spans(paragraph: str) -> str:
    ends: dict[int, deque[int]] = {}
    for run in TICKS.finditer(paragraph):
        ends.setdefault(len(run[0]), deque()).append(run.end())
    parts, last = [], 0
    for run in TICKS.finditer(paragraph):
        if run.start() < last:
            continue
        places = ends[len(run[0])]
        while places and places[0] <= run.end():
            places.popleft()
        if places:
            parts += [paragraph[last : run.start()], re.sub(r"[^\n]", " ", paragraph[run.start() : places[0]])]
            last = places[0]
    return "".join([*parts, paragraph[last:]])
