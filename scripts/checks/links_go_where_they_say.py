"""A link to another site has a plain address, and leads to a host that the list of sources names.

A page shows the host behind the words of such a link (`scripts/article.py`): nothing that a text says can hide it. Here
new hosts are named, for a maintainer to look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from scripts import allowed
from scripts.checks.messages import finding
from scripts.content import Content, Page
from scripts.report import Finding

RULE = "links_go_where_they_say"
# As one copies it from a browser: no user name, nothing that a browser takes for something else.
PLAIN = re.compile(r"https?://[^\s\\/?#@]+(?:[/?#][^\s\\]*)?", re.IGNORECASE)
# As the name service knows it. A number, and the name of a computer nearby, are for nobody who reads.
HOST = re.compile(r"(?:[a-z0-9_-]+\.)+(?!\d+$)[a-z0-9-]{2,}")
# A file or an anchor of the site: without scheme or host, and nothing that a browser reads as one.
INSIDE = re.compile(r"(?!//)[^\s:\\?#]*(?:[?#][^\s\\]*)?")
PERSON = re.compile(r"(?:mailto|tel):(?P<who>[^?]*)", re.IGNORECASE)


def check(page: Page, content: Content) -> Iterator[Finding]:
    """Yield an error for each address in `page` that is not plain or leads to a person, a warning for each new host."""
    for link in page.marked.outline.links:
        place, host = (page.path, *link.place), allowed.host(link.target)
        person = PERSON.match(link.target)
        if person and not _is_contact(unquote(person["who"]).lower(), content):
            yield finding(RULE, "person", *place)
        elif not person and not INSIDE.fullmatch(link.target):
            if not _is_plain(link.target):
                yield finding(RULE, "address", *place)
            elif host.removeprefix("www.") not in known(content):
                yield finding(RULE, "new", *place, level="warning", host=host)


def check_sources(content: Content) -> Iterator[Finding]:
    """Yield an error for each source whose address is not a plain one."""
    path = content.settings.relative(content.settings.data / "sources.yml")
    for key, source in content.sources.items():
        if source.url and not _is_plain(source.url):
            yield finding(RULE, "address", path, content.documents["sources"].line((key, "url")))


@lru_cache(maxsize=1)
def known(content: Content) -> frozenset[str]:
    """Return the hosts that the sources name, and the site's own, without `www.`."""
    addresses = (content.settings.site_url, *(source.url or "" for source in content.sources.values()))
    return frozenset(allowed.host(address).removeprefix("www.") for address in addresses)


def _is_plain(address: str) -> bool:
    return bool(PLAIN.fullmatch(address) and HOST.fullmatch(allowed.host(address)))


def _is_contact(who: str, content: Content) -> bool:
    contacts, figures = content.settings.contacts, re.sub(r"\D", "", who)
    phones = {re.sub(r"\D", "", phone) for phone in contacts.phones}
    return who in contacts.emails or f"@{who.rpartition('@')[2]}" in contacts.emails or figures in phones
