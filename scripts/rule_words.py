"""What the rules say of themselves: for each a file `checks/<rule>.yml` with its words in the program's languages."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from scripts.report import Text

FOLDER = Path(__file__).parent / "checks"


@cache
def texts(rule: str) -> dict[str, Any]:
    """Return the words of `rule`: its `title`, `why` it matters, and for each case message and remedy, by language."""
    found: dict[str, Any] = yaml.safe_load((FOLDER / f"{rule}.yml").read_text(encoding="utf-8"))
    return found


def why(rule: str) -> Text:
    """Return why `rule` matters."""
    return Text(**texts(rule)["why"])
