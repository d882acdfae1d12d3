"""Whether a word is in the dictionary of its language, and what may have been meant (Hunspell)."""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

import hunspell  # type: ignore[import-untyped]

FOLDER = Path(__file__).parent / "dictionaries"
PARTS = re.compile(r"[-/]")
OWNER = re.compile(r"['’]s?\Z")
# Shorter parts are prefixes and letters; longer ones are no words, and slow to take apart.
SHORTEST, LONGEST = 3, 40
SUGGESTIONS = 2


@lru_cache(maxsize=100_000)
def is_known(word: str, locale: str) -> bool:
    """Tell whether every part of `word` is in the dictionary of `locale`. Without a dictionary every word is."""
    return all(_is_known(part, locale) for part in PARTS.split(word))


def _is_known(part: str, locale: str) -> bool:
    dictionary = _dictionary(locale)
    if not dictionary or not SHORTEST <= len(part) <= LONGEST or any(map(str.isdigit, part)):
        return True
    # A sentence may begin with any word, also with one that a dictionary has in small letters only: juni.
    small = part.lower() if part.istitle() else part
    # Marks on letters people put there for stress (dáár), or leave (naïve).
    plain = "".join(letter for letter in unicodedata.normalize("NFD", part) if not unicodedata.combining(letter))
    return any(map(dictionary.spell, dict.fromkeys((part, OWNER.sub("", part), plain, small))))


@cache
def meant(word: str, locale: str) -> str:
    """Return what may have been meant by `word`: one or two words, or nothing. Takes up to half a second."""
    dictionary = _dictionary(locale)
    if not dictionary or len(word) > LONGEST:
        return ""
    return " / ".join(dictionary.suggest(word)[:SUGGESTIONS])


@cache
def _dictionary(locale: str) -> hunspell.Hunspell | None:
    # Takes a quarter of a second: only a process that reads a text of this language does it.
    if not (FOLDER / f"{locale}.dic").exists():
        return None
    return hunspell.Hunspell(locale, hunspell_data_dir=str(FOLDER), system_encoding="utf-8")
