"""Findings from the words in `messages.yml`, where every rule says in both languages what it has to say."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path, PurePath
from typing import Any

import yaml

from scripts.report import Finding, Level, Text

FILE = Path(__file__).parent / "messages.yml"


def finding(rule: str, case: str, path: PurePath, line: int, /, *, level: Level = "error", **values: object) -> Finding:
    """Return what `rule` says of `case` at `line` of `path`, with `values` in the place of the words in braces."""
    words = texts()[rule]
    (message, fix), (message_en, fix_en) = words[case]["nl"], words[case]["en"]
    return Finding(
        rule,
        path,
        line,
        Text(message, message_en).format(**values),
        Text(**words["why"]),
        Text(fix, fix_en).format(**values),
        level,
    )


@lru_cache(maxsize=1)
def texts() -> dict[str, Any]:
    """Return the words of all rules: rule, then `why` or a case, then language."""
    found: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return found
