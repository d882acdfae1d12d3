"""Findings as a person or a program reads them: on a terminal, on a pull request, as JSON."""

import json
import os
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path, PurePath

from markupsafe import Markup

from scripts.report import Finding, Language, Level, Text, in_order
from scripts.words import phrase

# The levels, what GitHub calls them, and their marks in a summary.
LEVELS: dict[Level, tuple[str, str]] = {"error": ("error", "❌"), "warning": ("warning", "⚠️"), "hint": ("notice", "💡")}
# How many of each level GitHub shows for one step; the rest it drops without a word.
SHOWN = 10
# GitHub refuses a summary of more than 1 MiB.
SUMMARY_BYTES = 900_000


def as_text(findings: Iterable[Finding], language: Language, hints: bool = True) -> str:
    """Return `findings` as lines for a terminal, sorted by place. Without `hints` those are only counted."""
    ordered = in_order(findings)
    shown = [finding for finding in ordered if hints or finding.level != "hint"]
    parts = [_one(finding, language) for finding in shown] or [_say(phrase("findings.fine"), language)]
    if len(shown) < len(ordered):
        left = Counter(finding.path for finding in ordered if finding.level == "hint")
        more = phrase("findings.more", count=left.total(), example=left.most_common(1)[0][0])
        parts.append(_say(more, language))
    return "\n\n".join(parts)


def _one(finding: Finding, language: Language) -> str:
    return (
        f"{visible(str(finding.path))}:{finding.line}: {_say(phrase('findings.' + finding.level), language)}: "
        f"{_say(finding.message, language)} [{finding.rule}]\n"
        f"    {_say(phrase('findings.why'), language)}: {_say(finding.why, language)}\n"
        f"    {_fix(finding, language)}"
    )


def _fix(finding: Finding, language: Language) -> str:
    return f"{_say(phrase('findings.fix'), language)}: {_say(finding.fix, language)}"


def as_json(findings: Iterable[Finding]) -> str:
    """Return `findings` as a JSON list of objects, sorted by place; every sentence in both languages."""
    names = ("rule", "level", "path", "line", "column", "message", "why", "fix")
    objects = [{name: getattr(finding, name) for name in names} for finding in in_order(findings)]
    for one in objects:
        one |= {name: value._asdict() for name, value in one.items() if isinstance(value, Text)}
    return json.dumps(objects, indent=2, default=PurePath.as_posix)


def as_annotations(findings: Iterable[Finding], language: Language, changed: Collection[PurePath]) -> str:
    """Return the workflow commands that show `findings` on a pull request, those in `changed` files first.

    GitHub shows ten of a level and drops the rest. Every value is escaped as its runner wants it, so that nothing a
    contributor typed can be a command of its own.
    """
    ordered = sorted(in_order(findings), key=lambda finding: finding.path not in changed)
    shown = (finding for level in LEVELS for finding in [one for one in ordered if one.level == level][:SHOWN])
    return "\n".join(_annotation(finding, language) for finding in shown) or _say(phrase("findings.fine"), language)


def _annotation(finding: Finding, language: Language) -> str:
    values = {
        "file": finding.path.as_posix(),
        "line": str(finding.line),
        "col": str(finding.column),
        "title": f"{_say(finding.message, language)} [{finding.rule}]",
    }
    properties = ",".join(f"{name}={_property(value)}" for name, value in values.items())
    body = _data(f"{_say(finding.why, language)} {_fix(finding, language)}")
    return f"::{LEVELS[finding.level][0]} {properties}::{body}"


def _data(value: str) -> str:
    # https://docs.github.com/actions, "Workflow commands": what the runner turns back.
    return visible(value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def as_summary(findings: Iterable[Finding], language: Language) -> str:
    """Return all `findings` as Markdown for the summary of a step, the worst first, as far as GitHub takes it."""
    levels = list(LEVELS)
    ordered = sorted(in_order(findings), key=lambda finding: levels.index(finding.level))
    text = "\n".join(_in_summary(finding, language) for finding in ordered)
    if len(text.encode()) > SUMMARY_BYTES:
        text = text.encode()[:SUMMARY_BYTES].decode(errors="ignore").rpartition("<p>")[0]
    return text or f"### {_say(phrase('findings.fine'), language)}\n"


def _in_summary(finding: Finding, language: Language) -> str:
    place = f"{visible(finding.path.as_posix())}:{finding.line}"
    said = (_say(finding.message, language), finding.rule, _say(finding.why, language), _fix(finding, language))
    html = Markup("<p>{} <code>{}</code> <b>{}</b> <code>{}</code><br>{}<br>{}</p>")
    return html.format(LEVELS[finding.level][1], place, *said).replace("\n", " ") + "\n"


def summarise(text: str) -> None:
    """Add `text` to the summary of the step, when GitHub's runner asks for one."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path:
        with Path(path).open("a", encoding="utf-8") as summary:
            summary.write(text)


def visible(text: str) -> str:
    """Return `text` with every character that one cannot see, or that steers a terminal, written as its number."""
    return "".join(char if char.isprintable() or char == "\n" else f"\\u{ord(char):04x}" for char in text)


def _say(text: Text, language: Language) -> str:
    return visible(str(getattr(text, language)))
