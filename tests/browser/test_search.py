"""Search: in the language of the page, word forms and all, by keyboard, shared by address, below a path."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from scripts.build import build
from tests.browser.host import hosted
from tests.conftest import small_project

PATH = "/some/path/"
# Bytes, as Brotli sends them, before the first ten results of the first query are there.
FIRST_QUERY = 150_000


@pytest.fixture(scope="module")
def below_a_path(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small site, built for and hosted below a path."""
    root = small_project(tmp_path_factory.mktemp("below") / "small")
    build(root, root / "site", site_url=f"https://example.org{PATH}")
    with hosted(root / "site", PATH) as address:
        yield address


def results(page: Page) -> list[str]:
    expect(page.get_by_role("status")).not_to_have_text("")
    expect(page.get_by_role("status")).not_to_have_text("Bezig met zoeken.")
    expect(page.get_by_role("status")).not_to_have_text("Searching.")
    return [link.get_attribute("href") or "" for link in page.locator("#_results a").all()]


def test_a_search_from_any_page_by_keyboard(host: str, page: Page) -> None:
    page.goto(f"{host}rundu/")
    page.get_by_role("searchbox", name="Zoek op deze site").focus()
    page.keyboard.type("bananen")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{host}zoeken/?q=bananen")
    found = results(page)
    assert found
    expect(page.get_by_role("status")).to_contain_text("gevonden voor ‘bananen’")
    page.locator("#_results a").first.focus()
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(f"{host}zoeken/?q=bananen")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("query", ["vrijwilliger", "vrijwilligers"])
def test_dutch_word_forms_are_found(host: str, page: Page, query: str) -> None:
    page.goto(f"{host}zoeken/?q={query}")
    assert any(link.endswith("/doe-mee/") for link in results(page))
    page.goto(f"{host}zoeken/?q={query}")
    text = page.locator("#_results")
    expect(text).to_contain_text("ijwilligers")


@pytest.mark.parametrize(("address", "query"), [("zoeken/", "rundu"), ("en/search/", "rundu")])
def test_each_language_has_results_of_its_own(host: str, page: Page, address: str, query: str) -> None:
    page.goto(f"{host}{address}?q={query}")
    found = results(page)
    assert len(found) >= 5
    assert {"/en/" in link for link in found} == {address.startswith("en/")}


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


@pytest.mark.parametrize("query", ["fairtrade", "rundu", "water", "nieuwegein"])
def test_the_first_query_is_light(host: str, page: Page, site: Path, query: str) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(unquote(urlsplit(request.url).path).lstrip("/")))
    page.goto(f"{host}zoeken/")
    page.wait_for_load_state("networkidle")
    asked.clear()
    field = page.locator("main").get_by_role("searchbox")
    field.fill(query)
    field.press("Enter")
    assert results(page)
    page.wait_for_load_state("networkidle")
    twins = [(site / f"{name}.br", site / name) for name in asked]
    assert sum(next(path for path in pair if path.exists()).stat().st_size for pair in twins) <= FIRST_QUERY


def test_nothing_found_says_so_and_offers_the_sections(host: str, page: Page) -> None:
    page.goto(f"{host}zoeken/?q=xyzzyqwerty")
    expect(page.get_by_role("status")).to_have_text(
        "Niets gevonden voor ‘xyzzyqwerty’. Probeer een ander woord, of kies een onderdeel hieronder."
    )
    assert page.locator("#_results li").count() == 0
    expect(page.get_by_role("heading", name="Fairtrade", exact=True)).to_be_visible()


def test_more_results_on_request_and_the_focus_goes_along(host: str, page: Page) -> None:
    page.goto(f"{host}zoeken/?q=nieuwegein")
    assert len(results(page)) == 10
    page.get_by_role("button", name="Meer resultaten").press("Enter")
    expect(page.locator("#_results li")).to_have_count(20)
    expect(page.locator("#_results a").nth(10)).to_be_focused()


def test_markup_in_the_words_is_text(host: str, page: Page) -> None:
    page.goto(f"{host}zoeken/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    expect(page.get_by_role("status")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("main img").count() == 0


def test_a_search_that_fails_says_so(host: str, page: Page) -> None:
    page.route("**/pagefind/*", lambda route: route.abort())
    page.goto(f"{host}zoeken/?q=rundu")
    expect(page.get_by_role("status")).to_have_text("Zoeken lukt nu niet. Hieronder staan alle pagina’s.")


def test_everything_works_below_a_path(below_a_path: str, page: Page) -> None:
    page.goto(below_a_path)
    page.get_by_role("link", name="Stad", exact=True).first.click()
    expect(page).to_have_url(f"{below_a_path}stad/")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{below_a_path}en/town/")
    page.goto(f"{below_a_path}en/search/?q=bridge")
    page.locator("#_results a").first.click()
    expect(page).to_have_url(re.compile(re.escape(below_a_path) + "en/(?!search)"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("missing", ["nergens", "nergens/heen/", "en/nowhere/at/all/", "rundu/x.html"])
@pytest.mark.parametrize("where", ["host", "below_a_path"])
def test_the_missing_page_leads_on_from_any_depth(
    request: pytest.FixtureRequest, page: Page, where: str, missing: str
) -> None:
    base: str = request.getfixturevalue(where)
    answer = page.goto(base + missing)
    assert answer
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    widest = page.evaluate("getComputedStyle(document.querySelector('.page')).maxWidth")
    assert widest != "none", "the style sheet is not found"
    english = page.locator("section[lang=en]")
    english.get_by_role("searchbox").fill("coffee")
    english.get_by_role("button").click()
    expect(page).to_have_url(f"{base}en/search/?q=coffee")
    page.goto(base + missing)
    page.get_by_role("link", name="Naar de voorpagina").click()
    expect(page).to_have_url(base)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("L/KAART", "l/kaart/"),
        ("Rundu/Stad-en-Rivier", "rundu/stad-en-rivier/"),
        ("rundu/index.htm", "rundu/"),
        ("rundu).", "rundu/"),
        ("lessen/banaan/werkblad-banaan.pdf,", "lessen/banaan/werkblad-banaan.pdf"),
        ("l/kaart%E2%80%9D", "l/kaart/"),
        ("nergens,", ""),
        ("%E0%A4%A", ""),
    ],
)
def test_the_missing_page_offers_what_was_meant(host: str, page: Page, typed: str, meant: str) -> None:
    offers(page, host, typed, meant)


@pytest.mark.parametrize(
    ("typed", "meant"), [("Stad/BRUG", "stad/brug/"), ("INDEX.HTML", ""), ("en/Town.", "en/town/")]
)
def test_it_does_so_below_a_path(below_a_path: str, page: Page, typed: str, meant: str) -> None:
    offers(page, below_a_path, typed, meant or "./")


def offers(page: Page, base: str, typed: str, meant: str) -> None:
    page.goto(base + typed)
    page.wait_for_load_state("networkidle")
    links = page.locator("[data-meant] a")
    wanted = base + meant.removeprefix("./")
    assert [link.get_attribute("href") for link in links.all()] == ([wanted] * 2 if meant else [])
    if meant and not meant.endswith(".pdf"):
        links.first.click()
        expect(page.locator("main h1")).not_to_contain_text("Deze pagina is er niet")
