"""Two languages: who is whose translation, in the pages and in the sitemap."""

from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

from scripts.content import Content, Page
from tests.conftest import SITE_URL
from tests.site.conftest import BuiltPage

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def test_addresses_are_absolute_and_alternates_mutual_and_only_for_pages_that_exist(pages: list[BuiltPage]) -> None:
    alternates = {}
    for page in pages:
        assert page.values("link[rel=canonical]", "href") == [SITE_URL + page.address]
        nodes = page.all("link[rel=alternate]")
        alternates[SITE_URL + page.address] = {node.attributes["hreflang"]: node.attributes["href"] for node in nodes}
    for address, languages in alternates.items():
        assert set(languages) == {"nl", "en", "x-default"}
        assert languages["x-default"] == languages["nl"]
        assert address in languages.values()
        assert all(alternates[other or ""] == languages for other in languages.values())


def test_the_language_switch_leads_to_the_same_page(content: Content, both: list[tuple[BuiltPage, Page]]) -> None:
    for page, ours in both:
        assert page.values("html", "lang") == [ours.locale]
        (switch,) = page.all(".languages a")
        (other,) = [found for found in content.translations(ours.key) if found.locale != ours.locale]
        assert switch.attributes["lang"] == other.locale
        assert switch.text() == {"nl": "Nederlands", "en": "English"}[other.locale]
        assert urljoin(SITE_URL + page.address, switch.attributes["href"] or "") == SITE_URL + other.address


def test_the_sitemap_lists_every_page_with_its_alternates(site: Path, pages: list[BuiltPage]) -> None:
    root = ElementTree.parse(site / "sitemap.xml").getroot()  # noqa: S314 our own file
    found = {}
    for entry in root.findall(f"{SITEMAP}url"):
        found[entry.findtext(f"{SITEMAP}loc")] = {link.get("hreflang") for link in entry.findall(f"{XHTML}link")}
    assert found == {SITE_URL + page.address: {"nl", "en", "x-default"} for page in pages}


def test_a_link_that_names_a_language_leads_to_a_page_in_it(pages: list[BuiltPage]) -> None:
    languages = {page.address: page.values("html", "lang")[0] for page in pages}
    for page in pages:
        for node in page.all("a[hreflang]"):
            address = urljoin(SITE_URL + page.address, node.attributes["href"] or "").partition("#")[0]
            language = languages.get(address.removeprefix(SITE_URL))
            assert language in (None, node.attributes["hreflang"]), f"{page.address} leads to {address}"


def test_the_missing_page_speaks_both_languages(site: Path) -> None:
    page = BuiltPage(site / "404.html", "404.html")
    assert page.values("section:has(form[role=search])", "lang") == ["nl", "en"]
    assert page.values("html", "lang") == ["nl"]
    assert len(page.all("h1")) == 1
    assert page.all("a[href*=issues], a[href*=edit]") == [], "it has no text to edit"


def test_robots_are_told_where_the_sitemap_is(site: Path) -> None:
    lines = (site / "robots.txt").read_text().split("\n")
    assert lines[:3] == ["User-agent: *", "Allow: /", f"Sitemap: {SITE_URL}sitemap.xml"]
