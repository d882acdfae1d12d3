"""The small site below a path, with a long name and a wide table: all of it works, its missing page at any depth."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from scripts.build import build
from tests.browser.test_search import offers
from tests.conftest import small_project
from tests.visiting import MISSING, hosted

PATH = "/some/path/"
NUMBERS = ["Gemeente", "Jaar", "Inwoners", "Scholen", "Raadsbesluit", "Samenwerking"]
TABLES = f"""
| {" | ".join(NUMBERS)} |
|{" --- |" * 6}
| Nieuwstad | 2001 | 63.431 | twaalf | ja | Rivierland |

| Jaar | Bruggen | Pont |
| --- | --- | --- |
| 2001 | 3 | 1 |
"""
# The words of plain texts that do not stand in one piece.
BROKEN = """nodes => nodes.flatMap(({ firstChild: text }) => text.data.split(' ').filter((word) => {
  const range = document.createRange(), from = text.data.indexOf(word);
  range.setStart(text, from);
  range.setEnd(text, from + word.length);
  return range.getClientRects().length > 1;
}))"""


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of that site."""
    root = small_project(tmp_path_factory.mktemp("below") / "small")
    settings, bridge = root / "mkdocs.yml", root / "docs/nl/stad/brug.md"
    settings.write_text(settings.read_text().replace("Wereldwijd Voorbeeldstad", "Wereldwijd Schiermonnikoog"))
    bridge.write_text(bridge.read_text() + TABLES)
    build(root, root / "site", site_url=f"https://example.org{PATH}")
    with hosted(root / "site", PATH) as address:
        yield address


@pytest.mark.visitor(viewport={"width": 320, "height": 640})
def test_a_wide_table_moves_within_itself_by_keyboard_and_is_whole_on_paper(host: str, page: Page) -> None:
    page.goto(f"{host}stad/brug/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    region = page.get_by_role("group", name="Tabel, opzij te schuiven")
    expect(region).to_have_count(1)  # three columns need none
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.wide').scrollLeft > 0")
    assert region.locator("th, td").evaluate_all(BROKEN) == []
    page.emulate_media(media="print")
    assert page.locator(".wide").evaluate("one => getComputedStyle(one).overflowX") == "visible"


@pytest.mark.parametrize("address", ["", "en/"])  # there, `Global Voorbeeldstad`
def test_the_name_of_a_town_stays_whole(host: str, page: Page, address: str) -> None:
    page.goto(host + address)
    for width in (320, 390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.locator(".site-name span").evaluate_all(BROKEN) == [], width


def test_everything_works_below_a_path_and_the_missing_page_from_any_depth(host: str, page: Page) -> None:
    page.goto(host)
    page.get_by_role("link", name="Stad", exact=True).first.click()
    expect(page).to_have_url(f"{host}stad/")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{host}en/town/")
    page.get_by_role("link", name="Nederlands", exact=True).click()
    expect(page).to_have_url(f"{host}stad/")
    page.goto(f"{host}en/search/?q=bridge")
    page.locator("#_results a").first.click()
    expect(page).to_have_url(re.compile(re.escape(host) + "en/(?!search)"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for address in (MISSING, "en/nowhere/at/all/x.html"):
        answer = page.goto(host + address)
        assert answer
        assert answer.status == 404
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        widest = page.evaluate("getComputedStyle(document.querySelector('.page')).maxWidth")
        assert widest != "none", "the style sheet is not found"
        english = page.locator("section[lang=en]")
        english.get_by_role("searchbox").fill("coffee")
        english.get_by_role("button").click()
        expect(page).to_have_url(f"{host}en/search/?q=coffee")
        page.go_back()
        page.get_by_role("link", name="Naar de voorpagina").click()
        expect(page).to_have_url(host)
    for typed, meant in (("Stad/BRUG", "stad/brug/"), ("INDEX.HTML", "./"), ("en/Town.", "en/town/")):
        offers(page, host, typed, meant)
