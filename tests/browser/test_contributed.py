"""What a volunteer adds to a page, as a reader with a small screen or only a keyboard gets it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scripts.build import build
from tests.browser.host import hosted
from tests.conftest import small_project

NUMBERS = ["Gemeente", "Jaar", "Inwoners", "Scholen", "Raadsbesluit", "Samenwerking"]
TABLE = f"| {' | '.join(NUMBERS)} |\n|{' --- |' * 6}\n| Nieuwstad | 2001 | 63.431 | twaalf | ja | Rivierland |\n"


@pytest.fixture(scope="module")
def brug(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page with a table of six columns, and one of three."""
    root = small_project(tmp_path_factory.mktemp("contributed") / "small")
    page = root / "docs/nl/stad/brug.md"
    page.write_text(page.read_text() + f"\n{TABLE}\n| Jaar | Bruggen | Pont |\n| --- | --- | --- |\n| 2001 | 3 | 1 |\n")
    build(root, root / "site")
    with hosted(root / "site") as address:
        yield f"{address}stad/brug/"


def test_a_wide_table_moves_within_itself_by_keyboard_and_its_words_stay_whole(brug: str, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(brug)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    region = page.get_by_role("group", name="Tabel, opzij te schuiven")
    expect(region).to_have_count(1)
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.wide').scrollLeft > 0")
    lines = region.locator("th, td").evaluate_all(
        "cells => cells.map((cell) => { const words = document.createRange(); words.selectNodeContents(cell);"
        " return [cell.innerText, words.getClientRects().length]; })"
    )
    assert [text for text, number in lines if number > 1] == []


def test_a_wide_table_is_whole_on_paper(brug: str, page: Page, tmp_path: Path) -> None:
    page.goto(brug)
    page.emulate_media(media="print")
    assert page.locator(".wide").evaluate("one => getComputedStyle(one).overflowX") == "visible"
