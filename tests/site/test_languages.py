"""Two languages: who is whose translation, in the pages and in the sitemap."""

from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

from scripts.content import Content
from tests.conftest import SITE_URL
from tests.site.pages import BuiltPage

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def test_both_languages_have_the_same_pages(content: Content) -> None:
    keys = [{page.key for page in content.pages if page.locale == locale} for locale in content.settings.locales]
    assert keys[0] == keys[1]


def test_every_page_names_its_language(content: Content, pages: list[BuiltPage]) -> None:
    locales = {page.address: page.locale for page in content.pages}
    assert {page.address: page.values("html", "lang")[0] for page in pages} == locales


def test_alternates_are_absolute_mutual_and_only_for_pages_that_exist(pages: list[BuiltPage]) -> None:
    alternates = {}
    for page in pages:
        nodes = page.all("link[rel=alternate]")
        alternates[SITE_URL + page.address] = {node.attributes["hreflang"]: node.attributes["href"] for node in nodes}
    for address, languages in alternates.items():
        assert set(languages) == {"nl", "en", "x-default"}
        assert languages["x-default"] == languages["nl"]
        assert address in languages.values()
        assert all(alternates[other or ""] == languages for other in languages.values())


def test_canonical_is_the_page_itself(pages: list[BuiltPage]) -> None:
    for page in pages:
        assert page.values("link[rel=canonical]", "href") == [SITE_URL + page.address]


def test_the_language_switch_leads_to_the_same_page(pages: list[BuiltPage], content: Content) -> None:
    by_address = {page.address: page for page in content.pages}
    for page in pages:
        (switch,) = page.all(".languages a")
        ours = by_address[page.address]
        (other,) = [found for found in content.translations(ours.key) if found.locale != ours.locale]
        depth = page.address.count("/")
        assert switch.attributes["lang"] == other.locale
        assert switch.text() == {"nl": "Nederlands", "en": "English"}[other.locale]
        href = switch.attributes["href"] or ""
        assert href.count("..") <= depth


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


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_missing_page_speaks_both_languages(site: Path, language: str) -> None:
    page = BuiltPage(site / "404.html", "404.html")
    assert len(page.all(f"section[lang={language}] form[role=search]")) == 1
    assert page.values("html", "lang") == ["nl"]
    assert len(page.all("h1")) == 1


def test_each_language_has_addresses_of_its_own(content: Content) -> None:
    addresses = {page.address for page in content.pages}
    assert {"samenwerking/tijdlijn/", "en/cooperation/timeline/", "doe-mee/", "en/take-part/"} <= addresses


def test_robots_are_told_where_the_sitemap_is(site: Path) -> None:
    lines = (site / "robots.txt").read_text().split("\n")
    assert lines[:3] == ["User-agent: *", "Allow: /", f"Sitemap: {SITE_URL}sitemap.xml"]
