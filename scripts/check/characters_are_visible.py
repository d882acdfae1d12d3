"""A text holds no character that nobody sees, or that makes it read otherwise than it is ("Trojan Source", 2021).

Judged by Unicode's own categories, as `str.isprintable` does: control, format, surrogate, private, unassigned and
separators, but for spaces. The whole file is looked at, code too, and what YAML's escapes and HTML's numbers
(`&#8238;`) become.
"""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from pathlib import PurePath

from scripts.check.rule import Content, Fault, Faults, Page, Settings, error, warning
from scripts.content import data

# Letters and marks in name only: they show as nothing, or as a space.
FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
BROKEN = "\ufffd"
# A hyphen where a word may break, and a mark that keeps two directions apart.
HARMLESS = frozenset("\n\t\u00ad\u200e")
# What some scripts need between their letters, and how far from such a letter each may stand.
NEEDED = {"\u200b": 1, "\u200c": 1, "\u200d": 1, "\u200f": 10, "\u061c": 10}
SCRIPTS = frozenset(
    "ARABIC HEBREW SYRIAC THAANA NKO MONGOLIAN DEVANAGARI BENGALI GURMUKHI GUJARATI ORIYA TAMIL TELUGU KANNADA"
    " MALAYALAM SINHALA THAI LAO KHMER MYANMAR TIBETAN".split()
)
# Emoji, those that this Python does not know yet among them; what follows one; and the flags of parts of countries.
FIRST_EMOJI, LAST_EMOJI = "\U0001f000", "\U0001faff"
EMOJI = re.compile(f"[\u2190-\u2bff{FIRST_EMOJI}-{LAST_EMOJI}]")
MODIFIERS = "\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e007a]{3,6}\U000e007f")
ENTITY = re.compile(r"&(?:#\d{1,8}|#[xX][0-9A-Fa-f]{1,7}|[A-Za-z][A-Za-z0-9]{1,40});?")


def hidden(text: str) -> Iterator[tuple[int, str]]:
    """Yield the place in `text` of each character that misleads there, and the character."""
    suspect = "".join(one for one in set(text) - HARMLESS if _is_unseen(one) or one == BROKEN)
    if suspect:
        flags = {place for flag in FLAG.finditer(text) for place in range(*flag.span())}
        for found in re.finditer(f"[{re.escape(suspect)}]", text):
            if found.start() not in flags and not _is_honest(text, found.start()):
                yield found.start(), found[0]


def _is_unseen(one: str) -> bool:
    return one in FILLERS or not (one.isprintable() or unicodedata.category(one) == "Zs")


def _is_honest(text: str, place: int) -> bool:
    """Tell whether the character at `place` ends a line, belongs to an emoji, or to the script beside it."""
    one, reach = text[place], NEEDED.get(text[place], 1)
    before, after = text[max(0, place - reach) : place], text[place + 1 : place + 1 + reach]
    if (one == "\r" and after == "\n") or FIRST_EMOJI <= one <= LAST_EMOJI:
        return True
    if one == "\u200d" and EMOJI.match(text[:place].rstrip(MODIFIERS)[-1:]) and EMOJI.match(after):
        return True
    scripts = {_script(near) for near in before + after if not _is_unseen(near)}
    return _script(one) in scripts or (one in NEEDED and not scripts.isdisjoint(SCRIPTS))


def _script(one: str) -> str:
    """Return the first word of the name of a character, which is its script: ARABIC, BRAILLE, LATIN."""
    return unicodedata.name(one, one).split(" ")[0]


def check_files(settings: Settings) -> Faults:
    """Yield what is said of each line of a page or list with such a character."""
    for path, marked in data.typed(settings):
        seen = set[tuple[int, bool]]()
        for at, one in hidden(marked.text):
            place = marked.place(at)
            if (place.line, one == BROKEN) not in seen:
                seen.add((place.line, one == BROKEN))
                yield _said(path, *place, one)


def check_content(content: Content) -> Faults:
    """Yield what is said of each value in front matter and lists that an escape makes misleading: `"\\u202e"`."""
    for path, document in content.every_document():
        for key, value in document.values():
            for text in (value, *key[-1:]):
                for _, one in hidden(text) if isinstance(text, str) else ():
                    # What was typed as it is, `check_files` finds.
                    if one not in "\n".join(document.typed):
                        yield _said(path, document.line(key), 1, one)


def check_page(page: Page, _content: Content) -> Faults:
    """Yield what is said of each character that `page` writes as a number or a name, code samples left out."""
    for found in ENTITY.finditer(page.marked.prose):
        near = page.marked.prose[found.start() - 1 : found.start()], page.marked.prose[found.end() : found.end() + 1]
        for _, one in hidden(unescape(found[0]).join(near)):
            if one not in "".join(near):
                yield _said(page.path, *page.marked.place(found.start()), one)


def _said(path: PurePath, line: int, column: int, one: str) -> Fault:
    shown = f"U+{ord(one):04X} {unicodedata.name(one, '')}".strip()
    say, case = (warning, "broken") if one == BROKEN else (error, "hidden")
    return say(case, path, line, column, character=shown)
