"""Markdown as the site reads it: rendered within a time limit, and told apart from code."""

from __future__ import annotations

import re
import signal
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from markdown import Markdown

FENCE = re.compile(r"^[ ]*(?P<fence>`{3,}|~{3,})")
BLANK = re.compile(r"(\n[ \t]*\n)")
TICKS = re.compile(r"`+")
# An honest page takes a few hundredths of a second; 100 kB of the densest honest text takes about a third of this.
SECONDS = 0.6
AGAIN = 0.1


class TooHeavy(Exception):
    """The text takes longer to render than any page that is meant to be read, or nests deeper than any."""


def render(converter: Markdown, text: str) -> str:
    """Return the Markdown `text` as HTML. Raises `TooHeavy` for text that is made to be slow."""
    try:
        with time_limit(SECONDS):
            return str(converter.reset().convert(text))
    except RecursionError as error:
        raise TooHeavy from error


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `TooHeavy` when the work inside takes more than `seconds` of this process's own time.

    Own time, so that a busy machine is no reason; even one regular expression without end is stopped, and so is work
    that swallows the first `TooHeavy`, as the handlers of some extensions do. Only the main thread of a process can be
    stopped like this: elsewhere there is no limit.
    """

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooHeavy

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


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
