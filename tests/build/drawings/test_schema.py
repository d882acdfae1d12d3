"""What the list of drawings refuses, with its line and what to type instead, besides what every list does."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.report import Finding
from tests.conftest import ROOT

# What stands there, what becomes of it, its line, and words of the message and of the remedy.
WRONG = [
    ("value: 40", "value: -40", 10, "«-40» is te klein", "vanaf 0"),
    ("value: 40", "value: 40,5", 10, "geen getal", "9.5"),
    ("value: 40", "value: .inf", 10, "past hier niet", "elders"),
    ("shape: share", "shape: pie", 2, "«pie»", "'globe'"),
    ("year: 2001", "year: vorig jaar", 5, "«vorig jaar»", "elders"),
    ("  summary: ", "  samenvatting: ", 1, "«summary»", "summary:"),
]


@pytest.mark.parametrize(("before", "after", "line", "message", "fix"), WRONG)
def test_a_drawing_that_does_not_fit(
    small: Path, findings: Callable[[], list[Finding]], before: str, after: str, line: int, message: str, fix: str
) -> None:
    shutil.copytree(ROOT / "tests/pages/drawings_are_sound/bad-total", small / "docs", dirs_exist_ok=True)
    path = small / "docs/data/drawings.yml"
    assert before in path.read_text()
    path.write_text(path.read_text().replace(before, after, 1))
    found = findings()[0]
    assert (found.rule, found.path.as_posix(), found.line) == ("data_is_valid", "docs/data/drawings.yml", line)
    assert message in found.message.nl
    assert fix in found.fix.nl
