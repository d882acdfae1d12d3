"""News: the feeds as those who follow them read them, and the pages and data that show it."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import feedparser
import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.build import build, feeds
from scripts.content import Content, news, read, settings
from scripts.git import Commit
from scripts.new import new
from tests.build.lessons.test_linked_data import modelled
from tests.build.test_languages import change
from tests.conftest import SITE_URL

COMMIT = Commit("unknown", datetime(2026, 11, 1, 12, tzinfo=UTC))
DAYS = ["2026-11-21", "2026-03-14", "2025-10-04"]
FRONTS = {"nl": "nieuws/", "en": "en/news/"}


def parsed(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address / "index.html").read_text(encoding="utf-8"))


def followed(data: bytes) -> feedparser.FeedParserDict:
    """Return the feed in `data`, of which a reader has nothing to complain."""
    found = feedparser.parse(data)
    assert (found.bozo, found.version) == (False, "atom10")
    return found


def dates(page: LexborHTMLParser, selector: str) -> list[str]:
    return [node.attributes.get("datetime") or "" for node in page.css(f"{selector} time")]


@pytest.mark.parametrize("locale", FRONTS)
def test_a_reader_finds_every_item_with_its_whole_text(site: Path, content: Content, locale: str) -> None:
    address = f"{FRONTS[locale].removesuffix('/')}.atom"
    found = followed((site / address).read_bytes())
    assert found.feed.id == SITE_URL + address
    assert found.feed.language == locale
    assert {(link.rel, link.href) for link in found.feed.links} == {
        ("self", SITE_URL + address),
        ("alternate", SITE_URL + FRONTS[locale]),
    }
    items = news.items(content, locale)
    assert [(one.title, one.link, one.summary) for one in found.entries] == [
        (page.meta.title, SITE_URL + page.address, page.meta.description) for page in items
    ]
    assert [one.updated for one in found.entries] == [f"{day}T12:00:00Z" for day in DAYS]
    assert [one.id for one in found.entries] == [
        f"tag:example.org,{day}:{locale}/nieuws/{page.path.stem}" for day, page in zip(DAYS, items, strict=True)
    ]
    for page, entry in zip(items, found.entries, strict=True):
        text = LexborHTMLParser(entry.content[0].value)
        shown = parsed(site, page.address).css_first("article .md-typeset")
        assert shown
        assert [node.text() for node in text.css("h2, ol p")] == [node.text() for node in shown.css("h2, ol p")]
        links = [node.attributes["href"] or "" for node in text.css("[href]")]
        assert any(link.startswith(f"{SITE_URL}{page.address}#fn:") for link in links)
        inside = [link.removeprefix(SITE_URL).partition("#")[0] for link in links if link.startswith(SITE_URL)]
        assert all((site / link / "index.html").is_file() for link in inside)
        assert all(link.startswith("https://") for link in links)
        assert not text.css("svg, [id], [class]")
    assert "Plantage" in (first := found.entries[0].content[0].value).title()
    assert "<td>3%</td>" in first


def test_an_id_stays_when_the_address_changes(content: Content) -> None:
    front = content.page("en", "nieuws/index.md")
    assert front
    texts = {page.key: '<p><a href="../x/">x</a><img src="../y.jpg" alt=""></p>' for page in content.pages}
    before = feeds.atom(content, front, texts, COMMIT)
    assert before.count(b"tag:example.org") == 0  # the town of the seed has an address of its own
    for page in content.pages:
        object.__setattr__(page, "address", page.address)
    found = followed(before)
    assert found.feed.updated == "2026-11-01T12:00:00+00:00"


def test_without_news_the_page_says_so_and_the_feed_is_empty(small: Path) -> None:
    new(small, "newsroom", "nl/nieuws/index.md")
    change(small / "docs/nl/nieuws/index.md", "Schrijf hier", "Lees hier")
