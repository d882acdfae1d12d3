"""A picture tells nothing but what one sees: not where it was made, by whom, with which device, and no other picture.

What programs say of themselves, dates, the make of a camera, and who has the rights, is no secret. The build leaves out
all of it (`scripts/pictures/`), but the repository is public and keeps what was added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from scripts import pictures
from scripts.checks.messages import finding
from scripts.personal import found
from scripts.pictures import WHOLE, Unfit, vector
from scripts.pictures import facts as picture_facts
from scripts.pictures import parts as picture_parts
from scripts.pictures.parts import Anatomy
from scripts.report import Finding, Level
from scripts.settings import Settings

RULE = "pictures_tell_no_secrets"
# The worst first: one remedy helps against all, so a picture has one finding.
LEVELS: Mapping[str, Level] = {
    "location": "error",
    "person": "error",
    "personal": "error",
    "device": "error",
    "thumbnail": "error",
    "name": "warning",
    "unknown": "warning",
    "words": "hint",
}
MOST_WORDS = 20_000
COORDINATES = re.compile(r"\d°\s?\d|-?\d{1,2}\.\d{4,}\s?[,;]\s?-?\d{1,3}\.\d{4,}")
NAME = re.compile(r"\b[A-Z][a-zà-ÿ]+(?: (?:van|de|der|den|het|ten|ter|von|el|al)){0,3} [A-Z][a-zà-ÿ]+\b")
PROGRAM = re.compile(
    r"jpe?g|gimp|adobe|camera|software|technolog|scan|library|photoshop|created|generated|screenshot|schermafb|kodak"
    r"|olympus|https?:|canva|magick|paint|version|quality|licen[cs]|creative commons",
    re.IGNORECASE,
)
# A folder of one person on a computer, which drawing programs note.
ACCOUNT = re.compile(rb"(?:/home/|[/\\]Users[/\\])(?!(?:Shared|Public|user|runner)\b)[\w.%-]")


def check(settings: Settings) -> Iterator[Finding]:
    """Yield at most one finding for each picture in `docs/images/`, never with what it tells."""
    for path in pictures.files(settings):
        with suppress(Unfit):  # pictures_are_what_they_say says so
            data = pictures.read(path)
            yield from (_drawing if path.suffix == pictures.DRAWN else _photo)(settings, path, data)


def _photo(settings: Settings, path: Path, data: bytes) -> Iterator[Finding]:
    picture = picture_parts.anatomy(data)
    told = set(_cases(picture, settings)) if picture else set()
    for case in [case for case in LEVELS if case in told][:1]:
        shown = settings.relative(path)
        repair = partial(pictures.mend, shown, WHOLE) if _is_fit(data, path) else None
        yield finding(RULE, case, shown, 1, level=LEVELS[case], mend=repair)


def _is_fit(data: bytes, path: Path) -> bool:
    try:
        pictures.known(data, path.suffix)
    except Unfit:
        return False
    return True


def _cases(picture: Anatomy, settings: Settings) -> Iterator[str]:
    words = list[str]()
    for fact in picture_facts.facts(picture):
        if fact.kind == "words":
            words.append(fact.text)
        elif fact.kind in LEVELS:
            yield fact.kind
    text = "\n".join(words)[:MOST_WORDS]
    if any(found(text, settings.contacts)) or COORDINATES.search(text):
        yield "personal"
    if any(NAME.search(one) and not PROGRAM.search(one) for one in text.split("\n")):
        yield "name"
    if re.search(r"[^\W\d_]{2}", PROGRAM.sub("", text)):
        yield "words"


def _drawing(settings: Settings, path: Path, data: bytes) -> Iterator[Finding]:
    shown = settings.relative(path)
    root = vector.read(data).root
    if root is None:
        return
    if any(found("\n".join(root.itertext()), settings.contacts)):
        yield finding(RULE, "shown", shown, 1)
    elif ACCOUNT.search(data):
        yield finding(RULE, "account", shown, 1, mend=partial(pictures.mend, shown, WHOLE))
