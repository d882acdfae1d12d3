"""Every sentence that the program says, by language: `nl.yml` and `en.yml`, with the same keys.

A rule has a title, why it matters, and for each case two sentences: what is wrong, and what to type instead.
"""

from functools import cache
from pathlib import Path, PurePath
from typing import Any

from scripts.files import own_yaml
from scripts.report import Finding, Language, Level, Mend, Text

FOLDER = Path(__file__).parent
LANGUAGES: tuple[Language, ...] = ("nl", "en")


@cache
def sections() -> dict[Language, dict[str, dict[str, Any]]]:
    """Return all words by language, section (for a rule, its name) and key."""
    return {name: own_yaml(FOLDER / f"{name}.yml") for name in LANGUAGES}


def knows(key: str) -> bool:
    """Tell whether there are words under `key`: `section.name`."""
    section, name = key.split(".")
    return name in sections()["nl"].get(section, ())


def phrase(key: str, /, **values: object) -> Text:
    """Return the sentence under `key`, `section.name`, with `values` in place of words in braces.

    A value that is a `Text` itself is put in by language.
    """
    section, name = key.split(".")
    said = Text(*(sections()[language][section][name] for language in LANGUAGES))
    return said.format(**values) if values else said


def pair(key: str, /, **values: object) -> tuple[Text, Text]:
    """Return the two sentences under `key`: what is wrong, and what to type instead."""
    section, name = key.split(".")
    said = (sections()[language][section][name] for language in LANGUAGES)
    message, fix = (Text(*sentences).format(**values) for sentences in zip(*said, strict=True))
    return message, fix


def complaint(rule: str, path: PurePath, line: int, message: Text, fix: Text) -> Finding:
    """Return the error that `message` and `fix` tell of, at `line` of `path`."""
    return Finding(rule, path, line, message, phrase(f"{rule}.why"), fix)


def finding(
    rule: str,
    case: str,
    path: PurePath,
    line: int,
    column: int = 1,
    /,
    *,
    level: Level = "error",
    mend: Mend | None = None,
    **values: object,
) -> Finding:
    """Return what `rule` says of `case` at `line` and `column` of `path`, with `values` in place of words in braces."""
    message, fix = pair(f"{rule}.{case}", **values)
    return Finding(rule, path, line, message, phrase(f"{rule}.why"), fix, level, column, mend)
