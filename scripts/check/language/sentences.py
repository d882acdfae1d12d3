"""Where sentences end: abbreviations, initials, numbers, quotes and lists that were typed as lines known."""

import re
from collections.abc import Iterator

from scripts.check.language.lexicon import Lexicon

# A word with what people write inside it: foto's, e-mail, 3.500, o.a., en/of, https://voorbeeld.nl
WORD = re.compile(r"[^\W_]+(?:(?:://|[-'’.,:/@&+#=?%~_])[^\W_]+)*")
OPENERS = "\"'‘’“„«([*"
CLOSERS = "\"'’”»)\\]*"
ENDS = re.compile(rf"[.!?…][{CLOSERS}]*\s*\Z")
# The end of a line before one that begins as an item or a row; or marks that end a sentence, when what follows looks
# like the next. Begins with a plain set of characters, which makes the search ten times as fast.
STOP = re.compile(
    rf"[\n.!?…](?:(?<=\n)(?=[ ]*(?:[-*+•–|]|\d{{1,3}}[.)])\s)|"
    rf"(?<!\n)(?<![.!?…].)[.!?…]*+(?P<closers>[{CLOSERS}]*+)(?=\s))"
)
NEXT = re.compile(r"\s+[\"'‘’“„«(\[]*(?:[snt] )?(?P<letter>\S)(?P<rest>[^\W\d_]*)")
INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
# Shorter words with a full stop before a small letter may be abbreviations that no list has.
SHORT = 4
# No abbreviation is longer.
LONG = 40


def split(text: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield the sentences of `text`, one block of a page, as they stand there."""
    begin = 0
    for stop in STOP.finditer(text):
        if stop[0] == "\n" or _is_end(text, begin, stop, lexicon):
            yield text[begin : stop.end()].strip()
            begin = stop.end()
    if text[begin:].strip():
        yield text[begin:].strip()


def _is_end(text: str, begin: int, stop: re.Match[str], lexicon: Lexicon) -> bool:
    following = NEXT.match(text, stop.end())
    if not following:
        return True
    marks = text[stop.start() : stop.start("closers")]
    before = text[max(begin, stop.start() - LONG) : stop.start()].rsplit(None, 1)
    last = before[-1].lstrip(OPENERS) if before else ""
    if marks == "." and (_is_shortened(last, following, lexicon) or (len(before) == 1 and last.isdigit())):
        return False
    if not following["letter"].islower():
        return True
    if stop["closers"] or marks not in (".", "?", "!"):
        return False
    return marks != "." or (len(last) > SHORT and last.isalpha())


def _is_shortened(last: str, following: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether the full stop after `last` belongs to the word: an abbreviation or initials."""
    if last.lower() in lexicon.abbreviations or (
        following["letter"].isdigit() and last.lower() in lexicon.before_numbers
    ):
        return True
    if not INITIALS.fullmatch(last) or following["letter"].islower():
        return False
    return (following["letter"] + following["rest"]).lower() not in lexicon.starters
