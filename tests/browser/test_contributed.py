"""What a volunteer adds to a page, as a reader with a small screen or only a keyboard gets it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scripts.build import build
from tests.visiting import hosted

NUMBERS = ["Gemeente", "Jaar", "Inwoners", "Scholen", "Raadsbesluit", "Samenwerking"]
TABLE = f"| {' | '.join(NUMBERS)} |\n|{' --- |' * 6}\n| Nieuwstad | 2001 | 63.431 | twaalf | ja | Rivierland |\n"
SPLIT = """cells => cells.filter((cell) => {
  const words = document.createRange();
  words.selectNodeContents(cell);
  return words.getClientRects().length > 1;
}).map((cell) => cell.innerText)"""


@pytest.mark.visitor(viewport={"width": 320, "height": 640})
def test_a_wide_table_moves_within_itself_by_keyboard_and_is_whole_on_paper(small: Path, page: Page) -> None:
    bridge = small / "docs/nl/stad/brug.md"
    bridge.write_text(
        f"{bridge.read_text()}\n{TABLE}\n| Jaar | Bruggen | Pont |\n| --- | --- | --- |\n| 2001 | 3 | 1 |\n"
    )
    build(small, small / "site")
    with hosted(small / "site") as host:
        page.goto(f"{host}stad/brug/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    region = page.get_by_role("group", name="Tabel, opzij te schuiven")
    expect(region).to_have_count(1)  # three columns need none
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.wide').scrollLeft > 0")
    assert region.locator("th, td").evaluate_all(SPLIT) == []
    page.emulate_media(media="print")
    assert page.locator(".wide").evaluate("one => getComputedStyle(one).overflowX") == "visible"
