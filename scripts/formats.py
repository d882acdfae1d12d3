"""Findings as a person or a program reads them: on a terminal, on a pull request, as JSON."""

import json
from collections import Counter
from collections.abc import Collection, Iterable
from html import escape
from pathlib import PurePath

from scripts.report import Finding, Language, Level, Text, in_order
from scripts.words import phrase

LEVELS: tuple[Level, ...] = ("error", "warning", "hint")
_MARKS: dict[Level, str] = {"error": "❌", "warning": "⚠️", "hint": "💡"}
# What GitHub calls the levels, and how many of each it shows for one step; the rest it drops without a word.
ANNOTATIONS: dict[Level, str] = {"error": "error", "warning": "warning", "hint": "notice"}
SHOWN = 10
# GitHub refuses a summary of more than 1 MiB.
SUMMARY_BYTES = 900_000


def as_text(findings: Iterable[Finding], language: Language, hints: bool = True) -> str:
    """Return `findings` as lines for a terminal, sorted by place. Without `hints` those are only counted."""
    ordered = in_order(findings)
    shown = [finding for finding in ordered if hints or finding.level != "hint"]
    parts = [_one(finding, language) for finding in shown] or [_say(phrase("findings.fine"), language)]
    left = [finding for finding in ordered if finding not in shown] if not hints else []
    if left:
        worst = Counter(finding.path for finding in left).most_common(1)[0][0]
        parts.append(_say(phrase("findings.more"), language).format(count=len(left), example=worst))
    return "\n\n".join(parts)


def _one(finding: Finding, language: Language) -> str:
    return (
        f"{visible(str(finding.path))}:{finding.line}: {_say(phrase('findings.' + finding.level), language)}: "
        f"{_say(finding.message, language)} [{finding.rule}]\n"
        f"    {_say(phrase('findings.why'), language)}: {_say(finding.why, language)}\n"
        f"    {_say(phrase('findings.fix'), language)}: {_say(finding.fix, language)}"
    )


def as_json(findings: Iterable[Finding]) -> str:
    """Return `findings` as a JSON list of objects, sorted by place; every sentence in both languages."""
    return json.dumps(
        [
            {
                "rule": finding.rule,
                "level": finding.level,
                "path": finding.path.as_posix(),
                "line": finding.line,
                "column": finding.column,
                "message": finding.message._asdict(),
                "why": finding.why._asdict(),
                "fix": finding.fix._asdict(),
            }
            for finding in in_order(findings)
        ],
        ensure_ascii=True,
        indent=2,
    )


def as_annotations(findings: Iterable[Finding], language: Language, changed: Collection[PurePath]) -> str:
    """Return the workflow commands that show `findings` on a pull request, those in `changed` files first.

    GitHub shows ten of a level and drops the rest. Every value is escaped as its runner wants it, so that nothing a
    contributor typed can be a command of its own.
    """
    ordered = sorted(in_order(findings), key=lambda finding: finding.path not in changed)
    count: Counter[Level] = Counter()
    lines = []
    for finding in ordered:
        count[finding.level] += 1
        if count[finding.level] <= SHOWN:
            lines.append(_annotation(finding, language))
    return "\n".join(lines) or _say(phrase("findings.fine"), language)


def _annotation(finding: Finding, language: Language) -> str:
    values = {
        "file": finding.path.as_posix(),
        "line": str(finding.line),
        "col": str(finding.column),
        "title": f"{_say(finding.message, language)} [{finding.rule}]",
    }
    properties = ",".join(f"{name}={_property(value)}" for name, value in values.items())
    body = f"{_say(finding.why, language)} {_say(phrase('findings.fix'), language)}: {_say(finding.fix, language)}"
    return f"::{ANNOTATIONS[finding.level]} {properties}::{_data(body)}"


def _data(value: str) -> str:
    # https://docs.github.com/actions, "Workflow commands": what the runner turns back.
    return visible(value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def as_summary(findings: Iterable[Finding], language: Language) -> str:
    """Return all `findings` as Markdown for the summary of a step, as far as GitHub takes it."""
    ordered = in_order(findings)
    parts = [f"### {_say(phrase('findings.fine'), language)}\n" if not ordered else ""]
    size = 0
    for finding in sorted(ordered, key=lambda finding: LEVELS.index(finding.level)):
        part = _in_summary(finding, language)
        size += len(part.encode())
        if size > SUMMARY_BYTES:
            break
        parts.append(part)
    return "\n".join(parts)


def _in_summary(finding: Finding, language: Language) -> str:
    def shown(text: str) -> str:
        return escape(visible(text)).replace("\n", " ")

    return (
        f"<p>{_MARKS[finding.level]} <code>{shown(finding.path.as_posix())}:{finding.line}</code> "
        f"<b>{shown(_say(finding.message, language))}</b> <code>{finding.rule}</code><br>"
        f"{shown(_say(finding.why, language))}<br>"
        f"{_say(phrase('findings.fix'), language)}: {shown(_say(finding.fix, language))}</p>\n"
    )


def visible(text: str) -> str:
    """Return `text` with every character that one cannot see, or that steers a terminal, written as its number."""
    return "".join(char if char.isprintable() or char == "\n" else f"\\u{ord(char):04x}" for char in text)


def _say(text: Text, language: Language) -> str:
    return visible(str(getattr(text, language)))
