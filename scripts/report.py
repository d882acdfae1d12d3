"""One finding, and the ways to show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal, NamedTuple

Language = Literal["nl", "en"]
Level = Literal["error", "warning"]


class Text(NamedTuple):
    """The same words in both languages of the program."""

    nl: str
    en: str

    def format(self, **values: object) -> Text:
        """Return both sentences with `{name}` filled in from `values`."""
        return Text(self.nl.format(**values), self.en.format(**values))


@dataclass(frozen=True)
class Finding:
    """Something a person should mend: where it is, what is wrong, why it matters, what to type instead.

    `path` is relative to the root of the repository; `line` counts from 1.
    `rule` is the affirmative name of the rule, which is also the name of its file under `scripts/checks/`.
    """

    rule: str
    path: PurePath
    line: int
    message: Text
    why: Text
    fix: Text
    level: Level = "error"


class Refused(Exception):
    """The work stopped because of these findings; nothing was written."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = list(findings)
        super().__init__(f"{len(self.findings)} finding(s)")


class Unable(Exception):
    """Something outside the pages is in the way; one sentence says what, and what to do."""

    def __init__(self, sentence: Text) -> None:
        self.sentence = sentence
        super().__init__(sentence.en)


_LEVELS: dict[Level, Text] = {"error": Text("fout", "error"), "warning": Text("let op", "warning")}
_WHY = Text("Waarom", "Why")
_FIX = Text("Zo lost u het op", "How to mend it")
_FINE = Text("Alles is in orde.", "Everything is in order.")


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether any of `findings` must stop a build; warnings do not."""
    return any(finding.level == "error" for finding in findings)


def as_text(findings: Iterable[Finding], language: Language) -> str:
    """Return `findings` as lines for a terminal, sorted by place, errors and warnings alike."""
    ordered = sorted(findings, key=lambda finding: (str(finding.path), finding.line, finding.rule))
    return "\n\n".join(_one(finding, language) for finding in ordered) or getattr(_FINE, language)


def _one(finding: Finding, language: Language) -> str:
    def say(text: Text) -> str:
        return str(getattr(text, language))

    return (
        f"{finding.path}:{finding.line}: {say(_LEVELS[finding.level])}: {say(finding.message)} [{finding.rule}]\n"
        f"    {say(_WHY)}: {say(finding.why)}\n"
        f"    {say(_FIX)}: {say(finding.fix)}"
    )
