"""Whether a word is in the dictionary of its language, and what may have been meant (Hunspell)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path

import hunspell  # type: ignore[import-untyped]

FOLDER = Path(__file__).parent.parent / "dictionaries"
PARTS = re.compile(r"[-/]")
OWNER = re.compile(r"['’]s?\Z")
# Shorter parts are prefixes and letters; longer ones are no words, and slow to take apart.
SHORTEST, LONGEST = 3, 40
# Letters that are left out most, and how many words to suggest.
LEFT_OUT = "eniratos"
SUGGESTIONS = 2


@lru_cache(maxsize=100_000)
def is_known(word: str, locale: str) -> bool:
    """Tell whether every part of `word` is in the dictionary of `locale`. Without a dictionary every word is."""
    return all(_is_known(part, locale) for part in PARTS.split(word))


def _is_known(part: str, locale: str) -> bool:
    dictionary = _dictionary(locale)
    if not dictionary or not SHORTEST <= len(part) <= LONGEST or any(map(str.isdigit, part)):
        return True
    return any(map(dictionary.spell, dict.fromkeys((part, OWNER.sub("", part), without_marks(part)))))


def without_marks(word: str) -> str:
    """Return `word` without the marks on its letters, which people put there for stress (dáár) or leave (naïve)."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


@cache
def meant(word: str, swaps: frozenset[str], locale: str) -> str:
    """Return what may have been meant by `word`: one or two words that are one slip away, or nothing.

    Hunspell's own search finds more, but takes up to half a second for a word; this takes a few thousandths.
    """
    if len(word) > LONGEST:
        return ""
    known = (each for each in dict.fromkeys(_slips(word, swaps)) if each != word and is_known(each, locale))
    return " / ".join(islice(known, SUGGESTIONS))


def _slips(word: str, swaps: frozenset[str]) -> Iterator[str]:
    """Yield words that `word` may be a slip of, the likely ones first."""
    places = range(len(word))
    yield re.sub(r"(.)\1{2,}", r"\1", word)
    yield re.sub(r"(.)\1{2,}", r"\1\1", word)
    yield from (word[:place] + word[place] + word[place:] for place in places)
    yield from (word[:place] + word[place + 1 :] for place in places if word[place] == word[place - 1])
    yield from (word[:place] + word[place + 1] + word[place] + word[place + 2 :] for place in places[:-1])
    for swap in sorted(swaps):
        one, _, other = swap.partition(":")
        yield from (word[: found.start()] + other + word[found.end() :] for found in re.finditer(re.escape(one), word))
    yield from (word[:place] + word[place + 1 :] for place in places)
    yield from (word[:place] + letter + word[place:] for letter in LEFT_OUT for place in (*places, len(word)))


@cache
def _dictionary(locale: str) -> hunspell.Hunspell | None:
    # Takes a quarter of a second: only a process that reads a text of this language does it.
    if not (FOLDER / f"{locale}.dic").exists():
        return None
    return hunspell.Hunspell(locale, hunspell_data_dir=str(FOLDER), system_encoding="utf-8")
