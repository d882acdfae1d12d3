"""What a page begins with: each word of its block explained, with an example, and a text (`scripts/starters/`).

One file for a language has the words of every kind of page; a language without one gets English.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from scripts.content import strict_yaml
from scripts.report import Text
from scripts.words import LANGUAGES

FOLDER = Path(__file__).parents[1] / "starters"
OTHERWISE = "en"
# What is shorter, people may write too: the name of a fruit, a first version.
SHORTEST = 25
# A word of a block, with the remarks above it and the lines that belong to it.
_WORD = re.compile(
    r"^(?P<about>(?:#.*\n)*)(?P<typed>(?P<word>\w+):.*\n(?:(?:#.*\n|\s*\n)*[ \-\]}].*\n)*)", re.MULTILINE
)
_TEXTS = re.compile(r'\{nl: (?P<nl>"[^"]*"), en: (?P<en>"[^"]*")\}')


class Starter(NamedTuple):
    """What stands above the words that may be left out, the words, the text of any page and of a step of a lesson."""

    optional: str
    words: dict[str, tuple[str, str]]
    text: str
    step: str


def words(block: str) -> dict[str, tuple[str, str]]:
    """Return for each word of the front matter `block` the remarks above it, and the lines that were typed for it."""
    return {found["word"]: (found["about"], found["typed"]) for found in _WORD.finditer(block)}


@cache
def of(language: str) -> Starter:
    """Return the starter for `language`, or else the English one."""
    path = FOLDER / f"{language}.md"
    path = path if path.exists() else FOLDER / f"{OTHERWISE}.md"
    _, block, body = path.read_text(encoding="utf-8").split("---\n", 2)
    optional, block = block.split("\n\n", 1)
    text, heading, step = body.partition("\n## ")
    return Starter(f"{optional}\n", words(block), text, heading + step)


def own_list(kind: str, locales: tuple[str, ...]) -> str:
    """Return the list that goes with a page of `kind`, with each text in the languages `locales`."""

    def texts(found: re.Match[str]) -> str:
        said = found.groupdict()
        return "{" + ", ".join(f"{locale}: {said.get(locale, said[OTHERWISE])}" for locale in locales) + "}"

    return _TEXTS.sub(texts, (FOLDER / f"{kind}.yml").read_text(encoding="utf-8"))


@cache
def examples() -> Mapping[str, Text]:
    """Return for each word of the front matter what one could type for it."""
    every = [of(language).words for language in LANGUAGES]
    return {word: Text(*(one[word][1].rstrip("\n") for one in every)) for word in every[0]}


def is_example(text: str) -> bool:
    """Tell whether `text` is what a starter has, and not a person's own."""
    return text in _long_texts()


@cache
def _long_texts() -> frozenset[str]:
    return frozenset(text for path in FOLDER.iterdir() for text in _texts(path) if len(text) >= SHORTEST)


def _texts(path: Path) -> Iterator[str]:
    """Yield the values that the starter `path` has in its block or list, and the lines of its body."""
    _, block, body = path.read_text(encoding="utf-8").split("---\n", 2) if path.suffix == ".md" else ("", "", "")
    values = strict_yaml.load(block or path.read_text(encoding="utf-8")).values()
    yield from (value for _, value in values if isinstance(value, str))
    yield from map(str.strip, body.split("\n"))
