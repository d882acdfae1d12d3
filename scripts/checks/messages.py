"""Findings from the words that stand beside each rule: `<rule>.yml` says in both languages what `<rule>.py` finds."""

from __future__ import annotations

from pathlib import PurePath

from scripts.report import Finding, Level, Mend, Text
from scripts.rule_words import texts, why


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
    words = texts(rule)
    (message, fix), (message_en, fix_en) = words[case]["nl"], words[case]["en"]
    return Finding(
        rule,
        path,
        line,
        Text(message, message_en).format(**values),
        why(rule),
        Text(fix, fix_en).format(**values),
        level,
        column,
        mend,
    )
