"""What this town has promised stays: addresses, lessons, translations, its distances, and cards that can be read."""

from pathlib import Path

import pytest

from scripts.build.lessons import sheets
from scripts.content import Content, lessons, promises, translations
from tests.build.drawings.test_figure import drawn, text
from tests.build.lessons.test_archives import leads_to
from tests.build.test_cards import OVERRIDES, assert_readable
from tests.conftest import ROOT


def test_every_address_of_this_site_is_noted(content: Content) -> None:
    noted = promises.published(ROOT)
    assert promises.addresses(content) <= set(noted)
    assert noted == sorted(set(noted))
    assert {"lessen/banaan/#raden", "en/lessons/banana/#raden", "l/banaan/", "l/banana/"} <= set(noted)


def test_there_are_eight_lessons_in_each_language_with_their_sheets(content: Content, site: Path) -> None:
    for locale in ("nl", "en"):
        assert len(set(leads_to(site / lessons.cartridge_of_all(content, locale), 8))) == 8
    assert len(list(sheets.sheets(content))) == 32


def test_every_translation_is_listed_and_fresh(content: Content, site: Path) -> None:
    rows = translations.states(content)
    assert {row.page.key for row in rows} == content.keys
    assert {state for row in rows for state in row.states.values()} == {"fresh"}
    for name, word in (("over/vertalingen", "volgt de tekst"), ("en/about/translations", "follows the text")):
        assert (site / name / "index.html").read_text().count(f": {word}</td>") == len(rows)


@pytest.mark.parametrize(
    ("locale", "told"),
    [("nl", ["ongeveer 7.900 km", "ongeveer 1.160 km"]), ("en", ["about 7,900 km", "about 1,160 km"])],
)
def test_the_world_says_how_far_the_other_towns_are(content: Content, locale: str, told: list[str]) -> None:
    assert [text(cell) for cell in drawn(content, locale, "world").iter("td")] == told


def test_words_on_cards_can_be_read_before_the_drawing_of_this_town() -> None:
    assert_readable(OVERRIDES)
