"""Search: in the language of the page, word forms and all, by keyboard, shared by address, below a path."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page, expect

from scripts.build import build
from tests.browser.conftest import MISSING, hosted
from tests.browser.test_every_page import watched

PATH = "/some/path/"
# Bytes, as Brotli sends them, of a visit that asks for something: the page, Pagefind, and the first ten results.
VISIT = 168_000
# What is asked, and where one of the results leads: a word, another form of it, and what is on many pages.
FOUND = [
    ("zoeken/?q=vrijwilliger", "/doe-mee/"),
    ("zoeken/?q=vrijwilligers", "/doe-mee/"),
    ("zoeken/?q=fairtrade", "/fairtrade/"),
    ("zoeken/?q=nieuwegein", "/"),
    ("en/search/?q=rundu", "/en/rundu/"),
    ("en/search/?q=water", "/en/lessons/water/"),
]
NOTHING = "Niets gevonden voor ‘xyzzyqwerty’. Probeer een ander woord, of kies een onderdeel hieronder."


def results(page: Page) -> list[str]:
    """Return where the results lead, when they are there: what is said then names the words."""
    expect(page.get_by_role("status")).to_contain_text("‘")
    return [link.get_attribute("href") or "" for link in page.locator("#_results a").all()]


def test_a_search_from_any_page_by_keyboard(host: str, page: Page) -> None:
    page.goto(f"{host}rundu/")
    page.get_by_role("searchbox", name="Zoek op deze site").focus()
    page.keyboard.type("nieuwegein")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{host}zoeken/?q=nieuwegein")
    assert len(results(page)) == 10
    expect(page.get_by_role("status")).to_contain_text("gevonden voor ‘nieuwegein’")
    page.get_by_role("button", name="Meer resultaten").press("Enter")
    expect(page.locator("#_results li")).to_have_count(20)
    expect(page.locator("#_results a").nth(10)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("zoeken"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_what_is_asked_is_found_in_its_language_lightly_and_under_the_policy(
    served: str, page: Page, site: Path
) -> None:
    asked, complaints = watched(page)
    for query, leads_to in FOUND:
        asked.clear()
        page.goto(served + query)
        found = results(page)
        assert len(found) >= 5, query
        assert any(link.endswith(leads_to) for link in found), query
        assert {"/en/" in link for link in found} == {query.startswith("en/")}
        assert len(page.workers) == 1, "Pagefind fell back on the page itself"
        files = [site / unquote(urlsplit(address).path).lstrip("/") for address in asked]
        files = [file / "index.html" if file.is_dir() else file for file in files]
        twins = [file.with_name(f"{file.name}.br") for file in files]
        sent = [twin if twin.exists() else file for twin, file in zip(twins, files, strict=True)]
        assert sum(file.stat().st_size for file in sent) <= VISIT, query
    assert complaints == []


def test_words_typed_on_the_page_are_in_the_address_and_back_brings_them_back(host: str, page: Page) -> None:
    page.goto(f"{host}en/search/?q=cocoa")
    first = results(page)
    field = page.get_by_role("searchbox", name="Search this site").last
    assert field.input_value() == "cocoa"
    field.fill("river")
    field.press("Enter")
    expect(page).to_have_url(f"{host}en/search/?q=river")
    expect(page.get_by_role("status")).to_contain_text("‘river’")
    assert results(page) != first
    page.go_back()
    expect(page.get_by_role("status")).to_contain_text("‘cocoa’")
    assert field.input_value() == "cocoa"
    assert results(page) == first


def test_what_is_said_when_nothing_is_found_or_the_search_fails(host: str, page: Page) -> None:
    said = page.get_by_role("status")
    page.goto(f"{host}zoeken/?q=xyzzyqwerty")
    expect(said).to_have_text(NOTHING)
    assert page.locator("#_results li").count() == 0
    expect(page.get_by_role("heading", name="Fairtrade", exact=True)).to_be_visible()
    page.goto(f"{host}zoeken/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    expect(said).to_contain_text("‘<img src=x onerror=alert(1)>’")
    assert page.locator("main img").count() == 0
    page.route("**/pagefind/*", lambda route: route.abort())
    page.goto(f"{host}zoeken/?q=rundu")
    expect(said).to_have_text("Zoeken lukt nu niet. Hieronder staan alle pagina’s.")


def test_everything_works_below_a_path_and_the_missing_page_from_any_depth(small: Path, page: Page) -> None:
    build(small, small / "site", site_url=f"https://example.org{PATH}")
    with hosted(small / "site", PATH) as host:
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
