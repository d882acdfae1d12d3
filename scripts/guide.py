"""What the check says: every rule with its name, its title and why it matters, from the rules' own words."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from scripts import strict_yaml
from scripts.rule_words import FOLDER, texts

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
    """Return every rule by subject, in the language `locale`. A rule that `guide.yml` does not name ends the list."""
    return [Group(_in(locale, group["title"]), [_rule(locale, name) for name in group["rules"]]) for group in _groups()]


def rules(locale: str) -> list[Rule]:
    """Return every rule once, in the language `locale` and the order of the guide."""
    return [rule for group in groups(locale) for rule in group.rules]


@cache
def _groups() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = strict_yaml.own(GROUPS)
    named = {name for group in found for name in group["rules"]}
    found[-1]["rules"] += sorted(path.stem for path in FOLDER.glob("*.yml") if path.stem not in named)
    return found


def _rule(locale: str, name: str) -> Rule:
    words = texts(name)
    return Rule(name, _in(locale, words["title"]), _in(locale, words["why"]))


def _in(locale: str, words: dict[str, str]) -> str:
    return words.get(locale, words[OTHERWISE])
