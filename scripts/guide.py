"""What the check says: every rule with its name, its title and why it matters, from the rules' own words."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from scripts import strict_yaml
from scripts.words import sections

GROUPS = Path(__file__).with_suffix(".yml")
# For a language of the site that the program does not speak.
OTHERWISE = "en"


class Rule(NamedTuple):
    """A rule in the words of one language."""

    name: str
    title: str
    why: str


class Group(NamedTuple):
    """Rules about one subject, in the order in which to read them."""

    title: str
    rules: list[Rule]


def groups(locale: str) -> list[Group]:
    """Return every rule by subject, in the language `locale`."""
    return [Group(_in(locale, group["title"]), [_rule(locale, name) for name in group["rules"]]) for group in _groups()]


def rules(locale: str) -> list[Rule]:
    """Return every rule once, in the language `locale` and the order of the guide."""
    return [rule for group in groups(locale) for rule in group.rules]


@cache
def _groups() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = strict_yaml.own(GROUPS)
    return found


def _rule(locale: str, name: str) -> Rule:
    spoken = {str(language): words for language, words in sections().items()}
    words = spoken.get(locale, spoken[OTHERWISE])[name]
    return Rule(name, words["title"], words["why"])


def _in(locale: str, words: dict[str, str]) -> str:
    return words.get(locale, words[OTHERWISE])
