"""What the list of drawings refuses, with its line and what to type instead, besides what every list does."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.report import Finding

DRAWING = """kramen:
  shape: share
  title: {nl: Wat de kramen verkopen, en: What the stalls sell}
  summary: {nl: Er is meer vis dan kaas., en: There is more fish than cheese.}
  year: 2001
  points:
    - label: {nl: Vis, en: Fish}
      value: 60
    - label: {nl: Kaas, en: Cheese}
      value: 40
  sources: [brugboek]
"""
# What stands there, what becomes of it, its line, and words of the message and of the remedy.
WRONG = [
    ("value: 40", "value: -40", 10, "«-40» is te klein", "vanaf 0"),
    ("value: 40", "value: 40,5", 10, "geen getal", "9.5"),
    ("value: 40", "value: .inf", 10, "geen getal", "9.5"),
    ("shape: share", "shape: pie", 2, "«pie»", "'globe'"),
    ("year: 2001", "year: vorig jaar", 5, "«vorig jaar»", "elders"),
]


@pytest.mark.parametrize(("before", "after", "line", "message", "fix"), WRONG)
def test_a_drawing_that_does_not_fit(
    small: Path, findings: Callable[[], list[Finding]], before: str, after: str, line: int, message: str, fix: str
) -> None:
    (small / "docs/data/drawings.yml").write_text(DRAWING.replace(before, after))
    (found,) = (found for found in findings() if found.rule == "data_is_valid")
    assert (found.path.as_posix(), found.line) == ("docs/data/drawings.yml", line)
    assert message in found.message.nl
    assert fix in found.fix.nl
