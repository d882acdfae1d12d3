"""What the checks know of a language: one file of words per language, `<locale>.yml`."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from scripts.files import own_yaml

FOLDER = Path(__file__).parent


class Phrases:
    """Words in a row, with for each what to say instead and, after a |, the next words that make it right after all."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._by_first: dict[str, list[tuple[list[str], str, frozenset[str]]]] = {}
        for phrase, value in table.items():
            instead, _, unless = value.partition("|")
            words = phrase.split()
            self._by_first.setdefault(words[0], []).append((words, instead.strip(), frozenset(unless.split())))

    def find(self, words: list[str]) -> Iterator[tuple[int, str, str]]:
        """Yield each phrase in `words`, in small letters: the number of its first, its words, what to say instead."""
        for number, word in enumerate(words):
            for phrase, instead, unless in self._by_first.get(word, ()):
                after = number + len(phrase)
                if words[number:after] == phrase and unless.isdisjoint(words[after : after + 1]):
                    yield number, " ".join(phrase), instead


Words = Annotated[frozenset[str], BeforeValidator(str.split)]
Table = Annotated[Phrases, BeforeValidator(Phrases)]


class Lexicon(BaseModel):
    """The words of one language. What a language has no words for is not looked at."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    abbreviations: Words = frozenset()
    before_numbers: Words = frozenset()
    starters: Words = frozenset()
    empty_links: frozenset[str] = frozenset()
    plain: Table = Phrases({})
    mistakes: Table = Phrases({})


@cache
def lexicon(locale: str) -> Lexicon:
    """Return what is known of the language `locale`; nothing without a file."""
    path = FOLDER / f"{locale}.yml"
    return Lexicon(**own_yaml(path)) if path.exists() else Lexicon()
