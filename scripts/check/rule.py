"""What a rule is written with: what it looks at, and `error`, `warning` and `hint` to say what it found there.

A rule does not name itself: its file does. Its words, two sentences for each case, stand in `scripts/words/`.
"""

from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from functools import partial
from pathlib import PurePath
from typing import Any, NamedTuple

from scripts.content import Content, Page
from scripts.content.settings import Settings
from scripts.report import Level

__all__ = ["Content", "Fault", "Faults", "Page", "Settings", "closest", "error", "hint", "warning"]


class Fault(NamedTuple):
    """Something that a rule found: how bad it is, the case of it, where it is, and what to fill in in its words."""

    level: Level
    case: str
    path: PurePath
    line: int
    column: int
    about: dict[str, Any]


Faults = Iterator[Fault]


def _found(level: Level, case: str, path: PurePath, line: int = 1, column: int = 1, /, **about: object) -> Fault:
    """Return what a rule says. With `mend=(old, new)`, `check --fix` puts `new` where `old` first stands."""
    return Fault(level, case, path, line, column, about)


# What must stop a build, what asks for a look, and what may be passed over.
error, warning, hint = partial(_found, "error"), partial(_found, "warning"), partial(_found, "hint")


def closest(wrong: str, known: Collection[str], *better: Sequence[str], cutoff: float = 0.6) -> str:
    """Return which one of `known` was meant by `wrong`; empty when that is not clear.

    The first of `better` that has any decides, and else the spelling; `cutoff` says how near that must be.
    """
    found = next(filter(None, better), ()) or get_close_matches(wrong, known, n=1, cutoff=cutoff)
    return found[0] if len(found) == 1 else ""
