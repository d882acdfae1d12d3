"""Markdown told apart from the code in it, and its pictures from the text around them."""

import re

FENCE = re.compile(r"^[ ]*(?P<fence>`{3,}|~{3,})")
BLANK = re.compile(r"(\n[ \t]*\n)")
TICKS = re.compile(r"`+")
PICTURE_LINE = re.compile(r"!\[[^\]]*\]\([^)]*\)[ ]*")


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


def _without_spans(paragraph: str) -> str:
    runs = list(TICKS.finditer(paragraph))
    ends, next_end = dict[int, int](), dict[int, int]()  # of the run that closes each, and of the next of each length
    for run in reversed(runs):
        ends[run.start()] = next_end.get(len(run[0]), 0)
        next_end[len(run[0])] = run.end()
    parts, last = list[str](), 0
    for run in runs:
        if run.start() >= last and ends[run.start()]:
            code = paragraph[run.start() : ends[run.start()]]
            parts += [paragraph[last : run.start()], re.sub(r"[^\n]", " ", code)]
            last = ends[run.start()]
    return "".join([*parts, paragraph[last:]])


def apart(text: str) -> str:
    """Return the Markdown `text` with a blank line around every line that is a picture and nothing else."""
    lines = zip(text.split("\n"), without_code(text).split("\n"), strict=True)
    return "\n".join(f"\n{line}\n" if PICTURE_LINE.fullmatch(shown) else line for line, shown in lines)
