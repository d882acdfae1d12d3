"""Pages that ask for a drawing, and the sources that come with it."""

import shutil
from pathlib import Path

import pytest

from scripts import check as checks
from scripts.content import Content, settings
from scripts.content.citations import used
from scripts.content.mentions import Mention, mentions, sources
from tests.conftest import ROOT


@pytest.fixture
def town(small: Path) -> Content:
    shutil.copytree(ROOT / "tests/pages/drawings_are_sound/good", small / "docs", dirs_exist_ok=True)
    return checks.run(settings.settings(settings.load(small)))[0]


def test_mentions_have_their_line_and_code_is_left_out(town: Content) -> None:
    page = town.page("nl", "stad/markt.md")
    assert page
    assert list(mentions(page)) == [Mention("kramen", 8, alone=True), Mention("wereld", 9, alone=True)]


def test_sources_of_a_drawing_are_used_on_its_page(town: Content) -> None:
    assert sources(town, "wereld") == ["brugboek"]
    assert sources(town, "niets") == []
    assert "docs/nl/stad/markt.md" in [str(page.path) for page in used(town)["brugboek"]]
