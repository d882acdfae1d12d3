"""What the check says: every rule by subject, in the order in which to read them, in the rules' own words."""

from pathlib import Path
from typing import Any

from scripts.files import own_yaml
from scripts.report import Language
from scripts.words import LANGUAGES, sections

GROUPS = own_yaml(Path(__file__).with_suffix(".yml"))


def language(locale: str) -> Language:
    """Return in which language readers of `locale` get the rules: English where the program does not speak theirs."""
    return next((one for one in LANGUAGES if one == locale), "en")


def groups(locale: str, *, alone: bool = False) -> dict[str, dict[str, dict[str, Any]]]:
    """Return each subject with its rules, by their names, and the words of each: `title`, `why` and its cases.

    All in the language that readers of `locale` get; when that is `alone`, without what is between languages.
    """
    words = sections()[language(locale)]
    some = [group for group in GROUPS if not (alone and group.get("several"))]
    return {group["title"][language(locale)]: {name: words[name] for name in group["rules"]} for group in some}
