"""What the site itself says: a file for each language in `overrides/words/`, each with the same words."""

from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import Discriminator, Field, Tag, TypeAdapter

from scripts.content import data
from scripts.content.settings import Settings
from scripts.content.strict_yaml import Document
from scripts.report import Refused
from scripts.words import complaint, pair

Word = Annotated[str, Field(min_length=1)]
# By form: `{one: 1 les, other: "{number} lessen"}`.
Forms = dict[str, Word]
WORDS: TypeAdapter[dict[str, str | dict[str, str]]] = TypeAdapter(
    dict[
        str,
        Annotated[
            Annotated[Word, Tag("[word]")] | Annotated[Forms, Tag("[forms]")],
            Discriminator(lambda said: "[forms]" if isinstance(said, dict) else "[word]"),
        ],
    ]
)


class Words(NamedTuple):
    """The words of a language: those by themselves, those that go with a number by form, and where each stands."""

    plain: dict[str, str]
    counted: dict[str, dict[str, str]]
    document: Document


def file(settings: Settings, locale: str) -> Path:
    """Return the file with the words of `locale`."""
    return settings.overrides / "words" / f"{locale}.yml"


def read(settings: Settings, locale: str) -> Words:
    """Return what the site itself says in the language `locale`. Raises `Refused` with a finding per problem."""
    path = file(settings, locale)
    if path.exists():
        words, document = data.read(settings, path, WORDS)
        if words:
            plain = {key: said for key, said in words.items() if isinstance(said, str)}
            return Words(plain, {key: said for key, said in words.items() if isinstance(said, dict)}, document)
    # Of a language that is new there is no previous version.
    others = [settings.relative(other) for other in sorted(path.parent.glob("*.yml")) if other != path]
    said = pair("files.no_words", locale=locale, other=next(iter(others), "…"), path=settings.relative(path))
    raise Refused([complaint(data.RULE, settings.relative(path), 1, *said)])
