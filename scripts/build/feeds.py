"""The news and events of a language as a feed (Atom, RFC 4287)."""

from collections.abc import Mapping
from datetime import UTC, datetime
from operator import itemgetter
from urllib.parse import urlsplit

import nh3

from scripts import templates
from scripts.build import listed
from scripts.content import Content, Page, allowed, navigation, news
from scripts.content.schema.front_matter import Event, News
from scripts.git import Commit

# What people follow: pages of these kinds.
KINDS = (News, Event)
# Whoever was away longer finds the rest on the page.
MOST = 30
# An id stays, whatever becomes of the address and the day of an item: the date in it (RFC 4151, section 2.1) is that of
# the first site of this program, and the rest is the first address that the item had.
SINCE = "2026"
# Of a drawing, a feed has the words and the table. Ids mean nothing there: texts of several pages stand together.
DRAWN = {"svg"}


def atom(content: Content, front: Page, texts: Mapping[str, str], commit: Commit) -> bytes:
    """Return the feed of the page `front`, with the rendered `texts` of the pages of its language, by file path.

    The feed is of the moment of the `commit`, and so is what is still to come; the rest is of its day, the last first.
    """
    pages = [page for page in navigation.offered(content, front.locale) if page.locale == front.locale]
    entries = [
        _entry(content, page, page.meta, texts[page.key], commit.moment)
        for page in pages
        if page.key in texts and isinstance(page.meta, KINDS)
    ]
    feed = templates.render(
        content.settings.overrides,
        "feed.atom",
        content=content,
        front=front,
        address=news.feed(front),
        words=content.words[front.locale],
        updated=commit.moment.isoformat(timespec="seconds"),
        entries=sorted(entries, key=itemgetter("updated"), reverse=True)[:MOST],
        moments=listed.moments,
    )
    return feed.encode()


def _entry(content: Content, page: Page, meta: News | Event, text: str, last: datetime) -> dict[str, object]:
    """Return `page` as an entry with its `id` and its text as `html`, `updated` at noon in UTC.

    Nearly everywhere that is the same day.
    """
    day = meta.date if isinstance(meta, News) else meta.start[:10]
    updated = min(datetime.fromisoformat(f"{day}T12:00:00+00:00"), last).astimezone(UTC)
    first = next((old for old, new in content.redirects.items() if new == page.address), page.address)
    name = f"tag:{urlsplit(content.settings.site_url).hostname},{SINCE}:/{first}"
    html = _elsewhere(text, content.settings.site_url + page.address)
    return {"page": page, "id": name, "updated": updated.isoformat(timespec="seconds"), "html": html}


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
