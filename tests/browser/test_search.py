"""Search: in the language of the page, word forms and all, by keyboard, shared by address; what was mistyped."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.visiting import watched

# Bytes, as Brotli sends them, of a visit that asks for this: the page, Pagefind, and the first ten results.
VISIT = 170_000
# Words that mean the same, where their results lead (the first of them to the first), and the least number of results.
ALIKE = [
    (["fairtrade", "fair trade", "Fair Trade"], ["/fairtrade/"], 8),
    (["Global Goals", "sdg's", "SDG’s", "sdgs"], ["/global-goals/"], 5),
    (["werkblad", "werkbladen"], ["/lessen/"], 3),
    (["coöperatie", "cooperatie", "coo\u0308peratie"], ["/fairtrade/eerlijke-prijs/"], 1),
    (["children", "child"], ["/en/take-part/schools/"], 3),
]


def results(page: Page) -> list[str]:
    """Return where the results lead, when they are there: what is said then names the words."""
    expect(page.get_by_role("status")).to_contain_text("‘")
    return [link.get_attribute("href") or "" for link in page.locator("#_results a").all()]


def test_a_search_from_any_page_by_keyboard(host: str, page: Page) -> None:
    page.goto(f"{host}stad/")
    page.get_by_role("searchbox", name="Zoek op deze site").focus()
    page.keyboard.type("doel")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{host}zoeken/?q=doel")
    assert len(results(page)) == 10
    expect(page.get_by_role("status")).to_contain_text("gevonden voor ‘doel’")
    page.get_by_role("button", name="Meer resultaten").press("Enter")
    expect(page.locator("#_results a").nth(10)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("zoeken"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize(("words", "leads", "fewest"), ALIKE)
def test_words_that_mean_the_same_find_the_same_lightly_in_their_language(
    served: str, page: Page, site: Path, words: list[str], leads: list[str], fewest: int
) -> None:
    assert max(finds(served, page, site, words, leads, fewest).values()) <= VISIT


def finds(served: str, page: Page, site: Path, words: list[str], leads: list[str], fewest: int) -> dict[str, int]:
    """See that each of `words` finds the same pages, with those of `leads`; return how much each visit asked for."""
    english = leads[0].startswith("/en/")
    asked, complaints = watched(page)
    answers, sizes = [], {}
    for query in words:
        asked.clear()
        page.goto(f"{served}{'en/search' if english else 'zoeken'}/?q={query}")
        answers.append(results(page))
        assert len(page.workers) == 1, "Pagefind fell back on the page itself"
        files = [site / unquote(urlsplit(address).path).lstrip("/") for address in asked]
        files = [file / "index.html" if file.is_dir() else file for file in files]
        twins = [file.with_name(f"{file.name}.br") for file in files]
        sent = [twin if twin.exists() else file for twin, file in zip(twins, files, strict=True)]
        sizes[query] = sum(file.stat().st_size for file in sent)
    assert answers[0][0] == leads[0]
    assert set(leads) <= set(answers[0])
    assert len(answers[0]) >= fewest
    assert all(answer == answers[0] for answer in answers), "the same pages, in the same order"
    assert {"/en/" in link for link in answers[0]} == {english}
    assert complaints == []
    return sizes


def test_words_typed_on_the_page_are_in_the_address_and_back_brings_them_back(host: str, page: Page) -> None:
    page.goto(f"{host}en/search/?q=cotton")
    first = results(page)
    field = page.get_by_role("searchbox", name="Search this site").last
    assert field.input_value() == "cotton"
    field.fill("banana")
    field.press("Enter")
    expect(page).to_have_url(f"{host}en/search/?q=banana")
    expect(page.get_by_role("status")).to_contain_text("‘banana’")
    assert results(page) != first
    page.go_back()
    expect(page.get_by_role("status")).to_contain_text("‘cotton’")
    assert field.input_value() == "cotton"
    assert results(page) == first


def test_what_is_said_when_nothing_is_found_or_the_search_fails(host: str, page: Page) -> None:
    said = page.get_by_role("status")
    page.goto(f"{host}zoeken/?q=xyzzyqwerty")
    expect(said).to_contain_text("Niets gevonden voor ‘xyzzyqwerty’. Probeer een ander woord")
    assert page.locator("#_results li").count() == 0
    expect(page.locator("#_more")).to_be_hidden()
    expect(page.get_by_role("heading", name="Fairtrade", exact=True)).to_be_visible()
    page.goto(f"{host}en/search/?q=gezinnen")  # Dutch means nothing here
    expect(said).to_contain_text("‘gezinnen’")
    assert page.locator("#_results li").count() == 0
    page.goto(f"{host}zoeken/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    expect(said).to_contain_text("‘<img src=x onerror=alert(1)>’")
    assert page.locator("main img").count() == 0
    page.route("**/pagefind/*", lambda route: route.abort())
    page.goto(f"{host}zoeken/?q=koffie")
    expect(said).to_have_text("Zoeken lukt nu niet. Hieronder staan alle pagina’s.")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("L/BANAAN", "l/banaan/"),
        ("Fairtrade/Eerlijke-Prijs", "fairtrade/eerlijke-prijs/"),
        ("fairtrade/index.htm", "fairtrade/"),
        ("fairtrade).", "fairtrade/"),
        ("lessen/banaan/werkblad-banaan.pdf,", "lessen/banaan/werkblad-banaan.pdf"),
        ("l/banaan%E2%80%9D", "l/banaan/"),
        ("nergens,", ""),
        ("%E0%A4%A", ""),
    ],
)
def test_the_missing_page_offers_what_was_meant(host: str, page: Page, typed: str, meant: str) -> None:
    offers(page, host, typed, meant)


def offers(page: Page, base: str, typed: str, meant: str) -> None:
    page.goto(base + typed)
    page.wait_for_load_state("networkidle")
    links = page.locator("[data-meant] a")
    wanted = base + meant.removeprefix("./")
    assert [link.get_attribute("href") for link in links.all()] == ([wanted] * 2 if meant else [])
    if meant and not meant.endswith(".pdf"):
        links.first.click()
        expect(page.locator("main h1")).not_to_contain_text("Deze pagina is er niet")
