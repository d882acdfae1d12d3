"""News: the feeds as those who follow them read them, and the pages and data that show it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import feedparser
import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.build import build, feeds
from scripts.content import Content, news
from scripts.git import Commit
from tests.build.conftest import dates, page_of, parsed, text_of
from tests.build.test_languages import write
from tests.conftest import SITE_URL

COMMIT = Commit("unknown", datetime(2026, 11, 1, 12, tzinfo=UTC))
DAYS = ["2026-11-21", "2026-03-14", "2025-10-04"]
ADDRESSES = {"nl": "nieuws/", "en": "en/news/"}


def followed(data: bytes) -> feedparser.FeedParserDict:
    """Return the feed in `data`, of which a reader has nothing to complain."""
    found = feedparser.parse(data)
    assert (found.bozo, found.version) == (False, "atom10")
    return found


@pytest.mark.parametrize("locale", ADDRESSES)
def test_a_reader_finds_every_item_with_its_whole_text(site: Path, content: Content, locale: str) -> None:
    address = f"{ADDRESSES[locale].removesuffix('/')}.atom"
    found = followed((site / address).read_bytes())
    assert found.feed.id == SITE_URL + address
    assert found.feed.language == locale
    assert {(link.rel, link.href) for link in found.feed.links} == {
        ("self", SITE_URL + address),
        ("alternate", SITE_URL + ADDRESSES[locale]),
    }
    items = news.items(content, locale)
    told = [one for one in found.entries if f":/{ADDRESSES[locale]}" in one.id]
    assert [(one.title, one.link, one.summary) for one in told] == [
        (page.meta.title, SITE_URL + page.address, page.meta.description) for page in items
    ]
    assert [one.updated for one in told] == [f"{day}T12:00:00+00:00" for day in DAYS]
    assert [one.id for one in told] == [f"tag:example.org,2026:/{page.address}" for page in items]
    for page, entry in zip(items, told, strict=True):
        text = LexborHTMLParser(entry.content[0].value)
        shown = parsed(site, page.address).css("article .md-typeset h2, article .md-typeset ol p")
        assert [node.text() for node in text.css("h2, ol p")] == [node.text() for node in shown]
        links = [node.attributes["href"] or "" for node in text.css("[href]")]
        assert any(link.startswith(f"{SITE_URL}{page.address}#fn:") for link in links)
        inside = [link.removeprefix(SITE_URL).partition("#")[0] for link in links if link.startswith(SITE_URL)]
        assert all((site / link / "index.html").is_file() for link in inside)
        assert all(link.startswith("https://") for link in links)
        assert not text.css("svg, [id], [class]")
    assert "<svg" not in (first := told[0].content[0].value)
    assert "<td>3" in first, "of a drawing, its table"


def test_events_are_followed_too_with_when_and_where(content: Content) -> None:
    front = page_of(content, "nl", "nieuws/index.md")
    texts = {page.key: "<p>Neem een stoel mee.</p>" for page in content.pages}
    found = followed(feeds.atom(content, front, texts, COMMIT))
    (coming,) = (one for one in found.entries if one.id == "tag:voorbeeldstad.example,2026:/agenda/inwoners/")
    assert coming.content[0].value.startswith("<p><strong>Wanneer:</strong> zaterdag 12 december 2026, 17:30")
    assert "Buurthuis De Brug" in coming.content[0].value
    assert coming.content[0].value.endswith("<p>Neem een stoel mee.</p>")
    # What is to come is of the commit: no feed is ahead of itself.
    assert coming.updated == found.feed.updated == max(one.updated for one in found.entries)


def test_an_id_stays_when_the_address_changes(content: Content) -> None:
    def ids(content: Content) -> list[tuple[str, str]]:
        front = page_of(content, "en", "nieuws/index.md")
        found = followed(feeds.atom(content, front, {page.key: "" for page in content.pages}, COMMIT))
        return [(one.id, one.link) for one in found.entries]

    pages = tuple(replace(page, address=f"{page.address}x/") for page in content.pages)
    moved = replace(content, pages=pages, redirects={page.address: f"{page.address}x/" for page in content.pages})
    before, after = ids(content), ids(moved)
    assert len(before) > len(DAYS)
    assert [one for one, _ in before] == [one for one, _ in after]
    assert [f"{link}x/" for _, link in before] == [link for _, link in after]


def test_without_news_the_page_says_so_and_the_feed_is_empty(small: Path, tmp_path: Path) -> None:
    write(small / "docs/nl/nieuws/index.md", text_of("newsroom", "Nieuws van de brug", menu="footer"))
    build(small, tmp_path / "site")
    found = followed((tmp_path / "site/nieuws.atom").read_bytes())
    assert (found.entries, bool(found.feed.updated_parsed)) == ([], True)
    page = parsed(tmp_path / "site", "nieuws/")
    assert "Er is nog geen nieuws." in page.text()
    assert not parsed(tmp_path / "site", "").css("section.news")
    assert not (tmp_path / "site/en/news.atom").exists()
    assert not parsed(tmp_path / "site", "en/").css("link[type='application/atom+xml']")


@pytest.mark.parametrize("locale", ADDRESSES)
def test_pages_show_the_news_newest_first(site: Path, content: Content, locale: str) -> None:
    home = page_of(content, locale, "index.md")
    assert dates(parsed(site, home.address), ".news") == DAYS[: news.FEW]
    front = parsed(site, ADDRESSES[locale])
    assert dates(front, ".news") == DAYS
    assert [node.text() for node in front.css(".news h2")] == ["2026", "2025"]
    items = news.items(content, locale)
    for older, page, newer in zip([*items[1:], None], items, [None, *items[:-1]], strict=True):
        tree = parsed(site, page.address)
        assert dates(tree, "article .news-day") == [getattr(page.meta, "date", "")]
        links = [node.text() for node in tree.css(".onward a")]
        assert links == [one.meta.title for one in (older, newer) if one]
    # From any page a program finds the feed, and every footer leads to the front alone.
    for page in (home, items[0]):
        tree = parsed(site, page.address)
        (link,) = tree.css("link[type='application/atom+xml']")
        assert (
            site / page.address / (link.attributes["href"] or "")
        ).resolve() == site / f"{ADDRESSES[locale][:-1]}.atom"
        foot = [node.text() for node in tree.css(".site-footer li a")]
        assert not {one.meta.title for one in items} & set(foot)
