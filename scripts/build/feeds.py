"""The news of a language as a feed to follow (Atom, RFC 4287), and each item as linked data (schema.org)."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import nh3

from scripts import templates
from scripts.content import Content, Page, allowed, news
from scripts.content.schema.front_matter import News
from scripts.git import Commit

# Whoever was away longer finds the rest on the page.
MOST = 30
# An id stays, whatever becomes of the address and the day of an item: the date in it (RFC 4151, section 2.1) is that of
# the first site of this program, and the rest is the name of the file.
SINCE = "2026"
# Of a drawing, a feed has the words and the table. Ids mean nothing there: texts of several pages stand together.
DRAWN = {"svg"}


class Entry(NamedTuple):
    """An item in a feed: its page, the day of it, its id, and its text as HTML."""

    page: Page
    day: str
    id: str
    html: str


def atom(content: Content, front: Page, texts: Mapping[str, str], commit: Commit) -> bytes:
    """Return the feed of the page `front`, with the rendered `texts` of the pages of its language, by file path.

    The feed is of the moment of the `commit`, an item of its day: so both are the same each time.
    """
    found = [page for page in news.items(content, front.locale) if page.key in texts][:MOST]
    feed = templates.render(
        content.settings.overrides,
        "feed.atom",
        content=content,
        front=front,
        address=news.feed(front),
        words=content.words[front.locale],
        updated=commit.moment.isoformat(timespec="seconds"),
        entries=[_entry(content, page, page.meta, texts[page.key]) for page in found if isinstance(page.meta, News)],
    )
    return feed.encode()


def _entry(content: Content, page: Page, meta: News, text: str) -> Entry:
    host, place = urlsplit(content.settings.site_url).hostname, page.key.removesuffix(".md")
    name = f"tag:{host},{SINCE}:{page.locale}/{place}"
    return Entry(page, meta.date, name, _elsewhere(text, content.settings.site_url + page.address))


def _elsewhere(html: str, address: str) -> str:
    """Return `html`, the text of the page at `address`, as it can stand elsewhere: every address in it is whole."""
    cleaner = nh3.Cleaner(
        tags=set(allowed.ELEMENTS),
        clean_content_tags=DRAWN,
        attributes={"*": {"dir", "lang"}} | {tag: set(names) for tag, names in allowed.ATTRIBUTES.items()},
        url_schemes=set(allowed.SCHEMES),
        url_relative=("rewrite_with_base", address),
        link_rel=None,
    )
    return cleaner.clean(html)


def linked_data(content: Content, page: Page, meta: News) -> dict[str, Any]:
    """Return `page` as a NewsArticle. Its day is when it happened, which is all that is known of its publication."""
    site, words = content.settings.site_url, content.words[page.locale]
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "url": site + page.address,
        "mainEntityOfPage": site + page.address,
        "headline": page.meta.title,
        "description": page.meta.description,
        "temporalCoverage": meta.date,
        "inLanguage": page.locale,
        "image": f"{site}{page.address}card.png",
        "isAccessibleForFree": True,
        "license": words["licence_url"],
        "publisher": {"@type": "Organization", "name": content.settings.site_names[page.locale], "url": site},
    }
