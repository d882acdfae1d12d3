"""What an app shows when somebody shares an address: complete, in the language of the page, with a card that exists."""

from pathlib import Path

from PIL import Image

from scripts.content import Content
from tests.conftest import SITE_URL
from tests.site.pages import BuiltPage

LOCALES = {"nl": "nl_NL", "en": "en_GB"}


def properties(page: BuiltPage) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in page.all("head meta[property]"):
        found.setdefault(node.attributes["property"] or "", []).append(node.attributes["content"] or "")
    return found


def test_every_page_says_what_it_is(content: Content, pages: list[BuiltPage]) -> None:
    by_address = {page.address: page for page in content.pages}
    for page in pages:
        ours = by_address[page.address]
        words = content.words[ours.locale]
        found = properties(page)
        alt = found.pop("og:image:alt")
        assert len(alt) == 1
        assert ours.meta.title in alt[0]
        assert alt[0].startswith({"nl": "Kaart", "en": "Card"}[ours.locale])
        assert found == {
            "og:type": ["website" if ours.meta.kind == "home" else "article"],
            "og:title": [ours.meta.title],
            "og:description": [ours.meta.description],
            "og:url": [SITE_URL + ours.address],
            "og:site_name": [words["site_name"]],
            "og:locale": [LOCALES[ours.locale]],
            "og:locale:alternate": [locale for language, locale in LOCALES.items() if language != ours.locale],
            "og:image": [f"{SITE_URL}{ours.address}card.png"],
            "og:image:type": ["image/png"],
            "og:image:width": ["1200"],
            "og:image:height": ["630"],
        }, page.address
        assert page.values("meta[name='twitter:card']", "content") == ["summary_large_image"]
        assert page.values("meta[name='twitter:image:alt']", "content") == alt


def test_every_card_exists_and_is_small(site: Path, pages: list[BuiltPage]) -> None:
    for page in pages:
        (address,) = properties(page)["og:image"]
        path = site / address.removeprefix(SITE_URL)
        with Image.open(path) as image:
            assert (image.format, image.size) == ("PNG", (1200, 630)), path
        assert path.stat().st_size <= 40_000, path


def test_no_two_pages_of_one_language_share_a_card(content: Content, site: Path) -> None:
    for locale in content.settings.locales:
        pictures = {(site / page.address / "card.png").read_bytes() for page in content.pages if page.locale == locale}
        assert len(pictures) == sum(page.locale == locale for page in content.pages)
