"""What is said to a person: a text in both languages, a finding, and what stops the work."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Literal, NamedTuple, Self

Language = Literal["nl", "en"]
Level = Literal["error", "warning", "hint"]
# How to mend a thing: the words to put others for, at its place, or what does it to its file (picklable, as findings
# cross processes).
Mend = tuple[str, str] | Callable[[Path], None]


class Text(NamedTuple):
    """The same words in both languages of the program."""

    nl: str
    en: str

    def format(self, **values: object) -> Self:
        """Return both sentences with `{name}` filled in from `values`, of a `Text` the words in the same language."""
        nl, en = (
            {name: getattr(value, language) if isinstance(value, Text) else value for name, value in values.items()}
            for language in self._fields
        )
        return type(self)(self.nl.format(**nl), self.en.format(**en))


@dataclass(frozen=True)
class Finding:
    """Something a person should mend: where it is, what is wrong, why it matters, what to type instead.

    `path` is relative to the root of the repository; `line` and `column` count from 1.
    `rule` is the affirmative name of the rule, which is also the name of its file under `scripts/check/`.
    An error stops a build, a warning asks for a look, a hint may be passed over. `mend` does what `fix` says, where
    only one answer is right.
    """

    rule: str
    path: PurePath
    line: int
    message: Text
    why: Text
    fix: Text
    level: Level = "error"
    column: int = 1
    mend: Mend | None = field(default=None, compare=False, repr=False)


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


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether any of `findings` must stop a build; warnings and hints do not."""
    return any(finding.level == "error" for finding in findings)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return `findings` by place."""
    return sorted(findings, key=lambda finding: (str(finding.path), finding.line, finding.column, finding.rule))
