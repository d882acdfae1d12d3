"""What the rules say of themselves: for each a file `<rule>.yml` with its words in the program's languages."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from scripts import strict_yaml
from scripts.report import Text

FOLDER = Path(__file__).parent / "checks"
# The words of what is promised of the finished site.
PROMISES = Path(__file__).parent / "verify"


@cache
def texts(rule: str) -> dict[str, Any]:
    """Return the words of `rule`: its `title`, `why` it matters, and for each case message and remedy, by language."""
    path = next(path for folder in (FOLDER, PROMISES) if (path := folder / f"{rule}.yml").exists())
    found: dict[str, Any] = strict_yaml.own(path)
    return found


def why(rule: str) -> Text:
    """Return why `rule` matters."""
    return Text(**texts(rule)["why"])
