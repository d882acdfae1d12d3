"""What the check says: every rule with its name, its title and why it matters, from the rules' own words."""

from pathlib import Path
from typing import NamedTuple

from scripts.content import strict_yaml
from scripts.report import Language
from scripts.words import LANGUAGES, sections

GROUPS = strict_yaml.own(Path(__file__).with_suffix(".yml"))


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
    """Return every rule by subject, in the language `locale`, or in English where the program does not speak it."""
    language: Language = next((one for one in LANGUAGES if one == locale), "en")
    words = sections()[language]
    return [
        Group(
            group["title"][language],
            [Rule(name, words[name]["title"], words[name]["why"]) for name in group["rules"]],
        )
        for group in GROUPS
    ]
