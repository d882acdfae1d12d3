"""What the lists of drawings and places refuse, each with its line and what to type instead."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.report import Finding
from tests.conftest import ROOT

# change, line, words of the message and of the remedy
WRONG = [
    (("value: 40", "value: -40"), 10, "«-40» is te klein", "vanaf 0"),
    (("value: 40", "value: 40,5"), 10, "geen getal", "9.5"),
    (("value: 40", "value: .inf"), 10, "past hier niet", "elders"),
    (("shape: share", "shape: pie"), 2, "«pie»", "'globe'"),
    (("year: 2001", "year: vorig jaar"), 5, "«vorig jaar»", "elders"),
    (
        ("  summary: {nl: Er is meer vis dan kaas., en: There is more fish than cheese.}\n", ""),
        1,
        "«summary»",
        "summary:",
    ),
    (("sources: [brugboek]", "sources: []"), 11, "«sources» is leeg", "minstens 1"),
    (("  year: 2001", "  years: 2001"), 5, "«years» hoort hier niet", "gespeld"),
]


@pytest.mark.parametrize(("change", "line", "message", "fix"), WRONG)
def test_a_drawing_that_does_not_fit(
    small: Path, findings: Callable[[], list[Finding]], change: tuple[str, str], line: int, message: str, fix: str
) -> None:
    shutil.copytree(ROOT / "tests/pages/drawings_are_sound/bad-total", small / "docs", dirs_exist_ok=True)
    path = small / "docs/data/drawings.yml"
    text = path.read_text()
    assert change[0] in text
    path.write_text(text.replace(*change, 1))
    (found,) = findings()
    assert (found.rule, str(found.path), found.line) == ("data_is_valid", "docs/data/drawings.yml", line)
    assert message in found.message.nl
    assert fix in found.fix.nl
