"""Characters that nobody sees, or that change how their neighbours are seen.

Whether one is honest depends on what stands beside it: a joiner makes one emoji of four, or writes Persian properly; in
a Dutch word it only misleads. Sources: Unicode UAX 9 (direction), UAX 31 and UTS 39 (joiners, default ignorables),
UTS 51 (emoji), StandardizedVariants.txt, and "Trojan Source" (Boucher and Anderson, 2021).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

SPACELESS = frozenset({"THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "BALINESE", "JAVANESE", "TAI"})
JOINING = SPACELESS | frozenset(
    "ARABIC SYRIAC NKO MANDAIC MONGOLIAN PHAGS-PA ADLAM DEVANAGARI BENGALI GURMUKHI GUJARATI ORIYA TAMIL TELUGU KANNADA"
    " MALAYALAM SINHALA THAANA SUNDANESE LIMBU CHAKMA".split()
)
# Scripts with standard variants besides the ideographs.
VARIED = frozenset({"MYANMAR", "PHAGS-PA", "IDEOGRAPHIC", "FULLWIDTH"})
HANGUL = frozenset({"HANGUL", "HALFWIDTH"})
# As far from a letter that is written from right to left as a mark of direction still belongs to it.
NEAR = 10
FLAG = re.compile("\U0001f3f4[\U000e0061-\U000e007a]{2}[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,3}\U000e007f")
MARKS_OF_DIRECTION = "\u061c\u200e\u200f"
# What can stand between an emoji and a joiner: how it looks, and a colour of skin.
MODIFIERS = "\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
BLACK_FLAG = "\U0001f3f4"
MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
OTHER_MARKS = "\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u06d6-\u06ed"
# More marks than any language puts on a letter, or three letters in a row that carry three each.
MARK = re.compile(f"[{MARKS}{OTHER_MARKS}]")
STACKED = re.compile(f"[{MARKS}{OTHER_MARKS}]{{9,}}|(?:[^{MARKS}][{MARKS}]{{3,}}){{3}}")


class Found(NamedTuple):
    """A character that misleads: where it stands from 0, what is the matter with it, the character itself."""

    offset: int
    case: str
    character: str


Honest = Callable[[str, int], bool]


def _never(text: str, at: int) -> bool:
    return False


def _beside(scripts: frozenset[str]) -> Honest:
    """Return what tells whether the character before or after is of one of `scripts`, and seen itself."""

    def honest(text: str, at: int) -> bool:
        neighbours = SUSPECT.sub("", text[max(0, at - 1) : at] + text[at + 1 : at + 2])
        return any(_script(neighbour) in scripts for neighbour in neighbours)

    return honest


def _joins(text: str, at: int) -> bool:
    """Tell whether a joiner stands between two emoji, or beside a letter of a script that joins its letters."""
    if _beside(JOINING)(text, at):
        return True
    before = text[max(0, at - 3) : at].rstrip(MODIFIERS)[-1:]
    return text[at] == "\u200d" and _is_emoji(before) and _is_emoji(text[at + 1 : at + 2])


def _directs(text: str, at: int) -> bool:
    around = re.sub(f"[{MARKS_OF_DIRECTION}]", "", text[max(0, at - NEAR) : at + NEAR + 1])
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in around)


def _selects(text: str, at: int) -> bool:
    """Tell whether a variation selector has something to choose: how an emoji, a symbol or an ideograph looks."""
    base, selector = text[at - 1 : at], text[at]
    if selector in "\ufe0e\ufe0f":
        return _is_emoji(base) or base in tuple("#*0123456789‼⁉ℹ〰") or _category(base) in ("Sm", "Sk")
    if _script(base) in ("CJK", "MONGOLIAN"):
        return True
    if selector > "\ufe0f":
        return False
    return base == "0" or _category(base) == "Sm" or _script(base) in VARIED


def _flags(text: str, at: int) -> bool:
    start = text.rfind(BLACK_FLAG, max(0, at - 7), at)
    flag = FLAG.match(text, start) if start >= 0 else None
    return bool(flag and flag.end() > at)


def _ends_line(text: str, at: int) -> bool:
    return text[at + 1 : at + 2] == "\n"


def _hyphenates(text: str, at: int) -> bool:
    return "\u00ad" not in (text[at - 1 : at], text[at + 1 : at + 2])


# Which characters, what is the matter with them, and what makes them honest. The first line that has one decides.
KINDS: tuple[tuple[str, str, Honest], ...] = (
    ("\u202a-\u202e\u2066-\u2069", "direction", _never),
    (MARKS_OF_DIRECTION, "direction", _directs),
    ("\u200c\u200d", "invisible", _joins),
    ("\u200b", "invisible", _beside(SPACELESS)),
    ("\u00ad", "invisible", _hyphenates),
    ("\u034f", "invisible", _beside(frozenset({"HEBREW"}))),
    ("\u115f\u1160\u3164\uffa0", "invisible", _beside(HANGUL)),
    ("\u17b4\u17b5", "invisible", _beside(frozenset({"KHMER"}))),
    ("\u180b-\u180f", "invisible", _beside(frozenset({"MONGOLIAN"}))),
    ("\u2800", "invisible", _beside(frozenset({"BRAILLE"}))),
    ("\ufe00-\ufe0f\U000e0100-\U000e01ef", "selector", _selects),
    ("\U000e0000-\U000e00ff\U000e01f0-\U000e0fff", "selector", _flags),
    ("\u2060-\u206f\ufeff\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a", "invisible", _never),
    ("\r", "control", _ends_line),
    ("\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029", "control", _never),
    ("\ufffd", "broken", _never),
    (
        "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff"
        + "".join(chr(plane << 16 | end) for plane in range(1, 15) for end in (0xFFFE, 0xFFFF)),
        "private",
        _never,
    ),
)
SUSPECT = re.compile(f"[{''.join(characters for characters, _, _ in KINDS)}]")
USUAL = frozenset(map(chr, range(0x250))) - frozenset(SUSPECT.findall("".join(map(chr, range(0x250)))))


def hidden(text: str) -> Iterator[Found]:
    """Yield each character of `text` that misleads where it stands, and each pile of marks."""
    unusual = "".join(set(text) - USUAL)  # most texts have few different characters, and none of these
    if SUSPECT.search(unusual):
        for found in SUSPECT.finditer(text):
            case, honest = _kind(found[0])
            if not honest(text, found.start()):
                yield Found(found.start(), case, found[0])
    if MARK.search(unusual):
        for found in STACKED.finditer(text):
            yield Found(found.start(), "stacked", found[0][-1])


def name(character: str) -> str:
    """Return `character` as Unicode writes it: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()


@lru_cache(maxsize=512)
def _kind(character: str) -> tuple[str, Honest]:
    return next((case, honest) for characters, case, honest in KINDS if re.match(f"[{characters}]", character))


def _is_emoji(character: str) -> bool:
    # By block and category, as Python has no emoji property: only such characters join, and new ones have no name yet.
    in_block = "\U0001f000" <= character <= "\U0001faff"
    return in_block or character in ("↔", "↕") or _category(character) == "So"


def _category(character: str) -> str:
    return unicodedata.category(character) if character else ""


@lru_cache(maxsize=2048)
def _script(character: str) -> str:
    """Return the first word of the name of `character`, which is its script: ARABIC, CJK, LATIN."""
    return unicodedata.name(character, "").split(" ")[0] if character else ""
