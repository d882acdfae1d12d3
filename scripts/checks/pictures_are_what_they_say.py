"""A picture file is one whole picture of the kind that its name says, not too large to open, and nothing else.

What it declares is looked at before anything is decoded: some lines of text can ask for more memory than there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path, PurePath
from typing import Any

from scripts import pictures
from scripts.checks.messages import finding
from scripts.pictures import SMALLER, WHOLE, Unfit
from scripts.pictures import parts as picture_parts
from scripts.pictures.parts import MOVING, Anatomy
from scripts.report import Finding
from scripts.settings import Settings

RULE = "pictures_are_what_they_say"
# A larger file makes the repository, which keeps every version, slow to fetch.
HEAVY = 2_000_000
VALUES: Mapping[str, Mapping[str, Any]] = {
    "no_picture": {},
    "other": {},
    "large": {"most": pictures.MOST_BYTES // 1_000_000},
    "pixels": {"most": pictures.MOST_PIXELS // 1_000_000, "side": pictures.LONGEST_SIDE},
    "broken": {},
}
# Some programs round a file off with these.
PADDING = b"\0\xff \r\n\t"
PIXELS = frozenset({"scan", "table", "IDAT", "fdAT", "VP8 ", "VP8L", "ALPH", "ANMF"})
# How archives, documents, programs and pages begin.
FILES = re.compile(
    rb"PK\x03\x04|%PDF-|Rar!\x1a|7z\xbc\xaf|\x7fELF|<\?php|<(?:!doctype|html|script|svg|iframe)\b|javascript:",
    re.IGNORECASE,
)


def check(settings: Settings) -> Iterator[Finding]:
    """Yield at most one finding for each photo in `docs/images/`; `drawn_pictures_are_harmless` looks at drawings."""
    for path in pictures.files(settings):
        if path.suffix in pictures.FORMATS:
            yield from _picture(path, settings.relative(path))


def _picture(path: Path, shown: PurePath) -> Iterator[Finding]:
    try:
        data = pictures.read(path)
        picture = pictures.known(data, path.suffix)
        pictures.decoded(picture, quick=True)
    except Unfit as unfit:
        better = path.with_suffix(_ending(path)).name if unfit.case == "other" else ""
        yield finding(RULE, unfit.case, shown, 1, **VALUES[unfit.case], better=better)
        return
    if _holds_more(picture):
        yield finding(RULE, "more", shown, 1, mend=partial(pictures.mend, shown, WHOLE))
    elif picture.names & MOVING:
        yield finding(RULE, "moves", shown, 1, level="warning")
    elif len(data) > HEAVY:
        repair = partial(pictures.mend, shown, SMALLER)
        yield finding(RULE, "heavy", shown, 1, level="warning", mend=repair, size=round(len(data) / 1_000_000, 1))


def _ending(path: Path) -> str:
    picture = picture_parts.anatomy(path.read_bytes())
    return next(ending for ending, written_as in pictures.FORMATS.items() if picture and written_as == picture.format)


def _holds_more(picture: Anatomy) -> bool:
    """Tell whether another file stands behind `picture` or inside it."""
    return bool(picture.behind.strip(PADDING)) or any(
        FILES.search(part.held) for part in picture.parts if part.name not in PIXELS
    )
