"""What an app shows when somebody shares an address: complete, in the language of the page, with a card that exists."""

from pathlib import Path

from PIL import Image

from scripts.content import Content, Page
from tests.conftest import SITE_URL
from tests.site.conftest import BuiltPage


def properties(page: BuiltPage) -> dict[str, list[str]]:
    names = page.values("head meta[property]", "property")
    return {name: page.values(f"head meta[property='{name}']", "content") for name in names}


def test_every_page_says_what_it_is(content: Content, both: list[tuple[BuiltPage, Page]]) -> None:
    locales = {locale: words["og_locale"] for locale, words in content.words.items()}
    for page, ours in both:
        found = properties(page)
        others = [locales[one.locale] for one in content.translations(ours.key) if one is not ours]
        (heading,), (name,), (alt,) = page.all("h1"), page.all("head > title"), found.pop("og:image:alt")
        own = content.settings.site_names[ours.locale] if ours.meta.kind == "home" else ours.meta.title
        assert heading.text() and own in name.text()
        assert page.values("meta[name=description]", "content") == [ours.meta.description]
        assert alt == content.words[ours.locale]["card_alt"].format(title=ours.meta.title)
        assert found == {
            "og:type": ["website" if ours.meta.kind == "home" else "article"],
            "og:title": [ours.meta.title],
            "og:description": [ours.meta.description],
            "og:url": [SITE_URL + ours.address],
            "og:site_name": [content.settings.site_names[ours.locale]],
            "og:locale": [locales[ours.locale]],
            **({"og:locale:alternate": others} if others else {}),
            "og:image": [f"{SITE_URL}{ours.address}card.png"],
            "og:image:type": ["image/png"],
            "og:image:width": ["1200"],
            "og:image:height": ["630"],
        }, page.address
        assert page.values("meta[name='twitter:card']", "content") == ["summary_large_image"]
        assert page.values("meta[name='twitter:image:alt']", "content") == [alt]


def test_every_card_is_small_and_unlike_others(site: Path, both: list[tuple[BuiltPage, Page]]) -> None:
    seen = set()
    for _, ours in both:
        path = site / ours.address / "card.png"
        with Image.open(path) as image:
            assert (image.format, image.size) == ("PNG", (1200, 630)), path
        assert path.stat().st_size <= 40_000, path
        seen.add((ours.locale, path.read_bytes()))
    assert len(seen) == len(both)
