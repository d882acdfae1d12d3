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
# A finding on a terminal, on a pull request and in a summary.
LINES = "{path}:{line}: {level}: {message} [{rule}]\n    {why_word}: {why}\n    {fix_word}: {fix}"
PLACE, BODY = "file={path},line={line},col={column},title={message} [{rule}]", "{why} {fix_word}: {fix}"
PARAGRAPH = Markup(
    "<p>{mark} <code>{path}:{line}</code> <b>{message}</b> <code>{rule}</code><br>{why}<br>{fix_word}: {fix}</p>\n"
)
# How many of each level GitHub shows for one step; the rest it drops without a word.
SHOWN = 10
# GitHub refuses a summary of more than 1 MiB.
SUMMARY_BYTES = 900_000


def as_text(findings: Iterable[Finding], language: Language, hints: bool = True) -> str:
    """Return `findings` as lines for a terminal, sorted by place. Without `hints` those are only counted."""
    ordered = in_order(findings)
    shown = [finding for finding in ordered if hints or finding.level != "hint"]
    parts = [LINES.format(**_said(finding, language)) for finding in shown] or [_say(phrase("findings.fine"), language)]
    if len(shown) < len(ordered):
        left = Counter(finding.path for finding in ordered if finding.level == "hint")
        more = phrase("findings.more", count=left.total(), example=left.most_common(1)[0][0])
        parts.append(_say(more, language))
    return "\n\n".join(parts)


def _said(finding: Finding, language: Language) -> dict[str, str]:
    """Return what the formats above say of `finding`, by name; nothing in it steers a terminal."""
    values = {name: getattr(finding, name) for name in ("rule", "line", "column", "message", "why", "fix")}
    values |= {"path": finding.path.as_posix(), "mark": LEVELS[finding.level][1]}
    values |= {"level": phrase(f"findings.{finding.level}")}
    values |= {"why_word": phrase("findings.why"), "fix_word": phrase("findings.fix")}
    return {name: visible(str(getattr(value, language, value))) for name, value in values.items()}


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
    # https://docs.github.com/actions, "Workflow commands": what the runner turns back.
    said = {name: value.replace("%", "%25").replace("\n", "%0A") for name, value in _said(finding, language).items()}
    place = {name: value.replace(":", "%3A").replace(",", "%2C") for name, value in said.items()}
    return f"::{LEVELS[finding.level][0]} {PLACE.format(**place)}::{BODY.format(**said)}"


def as_summary(findings: Iterable[Finding], language: Language) -> str:
    """Return all `findings` as Markdown for the summary of a step, the worst first, as far as GitHub takes it."""
    levels = list(LEVELS)
    ordered = sorted(in_order(findings), key=lambda finding: levels.index(finding.level))
    lines = ({name: said.replace("\n", " ") for name, said in _said(one, language).items()} for one in ordered)
    text = "\n".join(PARAGRAPH.format(**line) for line in lines)
    if len(text.encode()) > SUMMARY_BYTES:
        text = text.encode()[:SUMMARY_BYTES].decode(errors="ignore").rpartition("<p>")[0]
    return text or f"### {_say(phrase('findings.fine'), language)}\n"


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
