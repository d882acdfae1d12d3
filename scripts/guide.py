"""What the check says: every rule with its name, its title and why it matters, from the rules' own words."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from scripts import mending, strict_yaml
from scripts.rule_words import FOLDER, texts

GROUPS = Path(__file__).with_suffix(".yml")
GUIDE = "CONTRIBUTING.md"
MARKED = re.compile(r"(?P<start><!-- rules: (?P<locale>\w+)[^>]*-->\n).*?(?P<end><!-- end of rules -->)", re.DOTALL)
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


def as_markdown(locale: str) -> str:
    """Return the rules in the language `locale` as Markdown: a heading per subject, a list of rules below it."""
    return "\n".join(
        f"### {group.title}\n\n" + "".join(f"- **{rule.title}** (`{rule.name}`). {rule.why}\n" for rule in group.rules)
        for group in groups(locale)
    )


def with_rules(text: str) -> str:
    """Return the guide `text` with the rules of today between its markers."""
    return MARKED.sub(lambda found: f"{found['start']}\n{as_markdown(found['locale'])}\n{found['end']}", text)


def write(root: Path) -> None:
    """Put the rules of today into the guide in `root`."""
    path = root / GUIDE
    mending.write(path, with_rules(path.read_text(encoding="utf-8")).encode())


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
