"""What every town begins with: pages that read well, and drawings that take the colours of any look."""

import re

import pytest

from scripts import check as checks
from scripts.check.language import reading
from scripts.content import Content, settings
from scripts.report import Finding
from tests.conftest import SMALL, lay

TOWN = SMALL / "overrides/town"


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Content, list[Finding]]:
    """The whole seed with the program beside it, and what the check says of it."""
    return checks.run(settings.of(lay(SMALL / "docs", tmp_path_factory.mktemp("checked"))))


def test_no_rule_has_even_a_hint(checked: tuple[Content, list[Finding]]) -> None:
    assert checked[1] == []


def test_sentences_are_shorter_than_the_rule_asks(checked: tuple[Content, list[Finding]]) -> None:
    averages = {
        page.path: sum(lengths) / len(lengths)
        for page in checked[0].pages
        if (lengths := [len(one.words) for one in reading(page).sentences if one.is_whole])
    }
    assert {path: average for path, average in averages.items() if average > 12} == {}


@pytest.mark.parametrize("name", ["hero.svg", "icon.svg"])
def test_a_drawing_is_light_and_has_no_colours_of_its_own(name: str) -> None:
    drawing = (TOWN / name).read_text(encoding="utf-8")
    assert len(drawing.encode()) < 6_000
    paints = re.findall(r'(?:fill|stroke)="([^"]*)"', drawing)
    assert paints
    assert {paint for paint in paints if not re.fullmatch(r"\{\{ colours\S+ \}\}|none", paint)} == set()
