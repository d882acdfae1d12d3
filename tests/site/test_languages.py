"""The languages of the site: who is whose translation, in the pages and in the sitemap."""

from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

from scripts.content import Content, Page
from tests.conftest import SITE_URL
from tests.site.conftest import BuiltPage

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def alternates(content: Content, page: Page) -> dict[str, str]:
    """Return the address of `page` in each language, when more than one has it, and which is for who reads none."""
    found = {one.locale: SITE_URL + one.address for one in content.translations(page.key)}
    return found | {"x-default": next(iter(found.values()))} if len(found) > 1 else {}


def test_addresses_are_absolute_and_alternates_those_that_exist(
    content: Content, both: list[tuple[BuiltPage, Page]]
) -> None:
    for page, ours in both:
        assert page.values("link[rel=canonical]", "href") == [SITE_URL + page.address]
        nodes = page.all("link[rel=alternate][hreflang]")
        said = {node.attributes["hreflang"]: node.attributes["href"] for node in nodes}
        assert said == alternates(content, ours)


def test_the_language_switch_leads_to_the_same_page(content: Content, both: list[tuple[BuiltPage, Page]]) -> None:
    for page, ours in both:
        assert page.values("html", "lang") == [ours.locale]
        others = [locale for locale in content.settings.locales if locale != ours.locale]
        switches = page.all(".languages a")
        assert [switch.attributes["lang"] for switch in switches] == others
        for switch, locale in zip(switches, others, strict=True):
            other = content.page(locale, ours.key) or content.page(locale, "index.md")
            assert other and content.words[locale]["language"] in switch.text()
            assert urljoin(SITE_URL + page.address, switch.attributes["href"] or "") == SITE_URL + other.address


def test_the_sitemap_lists_every_page_with_its_alternates(
    content: Content, site: Path, both: list[tuple[BuiltPage, Page]]
) -> None:
    root = ElementTree.parse(site / "sitemap.xml").getroot()  # noqa: S314 our own file
    found = {}
    for entry in root.findall(f"{SITEMAP}url"):
        links = entry.findall(f"{XHTML}link")
        found[entry.findtext(f"{SITEMAP}loc")] = {link.get("hreflang"): link.get("href") for link in links}
    assert found == {SITE_URL + page.address: alternates(content, ours) for page, ours in both}


def test_a_link_that_names_a_language_leads_to_a_page_in_it(pages: list[BuiltPage]) -> None:
    languages = {page.address: page.values("html", "lang")[0] for page in pages}
    for page in pages:
        for node in page.all("a[hreflang]"):
            address = urljoin(SITE_URL + page.address, node.attributes["href"] or "").partition("#")[0]
            language = languages.get(address.removeprefix(SITE_URL))
            assert language in (None, node.attributes["hreflang"]), f"{page.address} leads to {address}"


def test_the_missing_page_speaks_every_language(content: Content, site: Path) -> None:
    page = BuiltPage(site / "404.html", "404.html")
    assert page.values("section:has(form[role=search])", "lang") == list(content.settings.locales)
    assert page.values("html", "lang") == [content.settings.default_locale]
    assert len(page.all("h1")) == 1
    assert page.all("a[href*=issues], a[href*=edit]") == [], "it has no text to edit"


def test_robots_are_told_where_the_sitemap_is(site: Path) -> None:
    lines = (site / "robots.txt").read_text().split("\n")
    assert lines[:3] == ["User-agent: *", "Allow: /", f"Sitemap: {SITE_URL}sitemap.xml"]
