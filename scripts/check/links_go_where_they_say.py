"""A link to another site has a plain address, and leads to a host that the list of sources names.

A page shows the host behind the words of such a link (`scripts/build/text.py`): nothing that a text says can hide it.
Here new hosts are named, for a maintainer to look at.
"""

import re
from functools import lru_cache
from urllib.parse import unquote

from scripts.check.rule import Content, Faults, Page, error, warning
from scripts.content import allowed


def check_page(page: Page, content: Content) -> Faults:
    """Yield an error for each address in `page` that is not plain or leads to a person, a warning for each new host."""
    for link in page.marked.outline.links:
        host, person = allowed.host(link.target), allowed.PERSON.fullmatch(link.target)
        if person and not _is_contact(unquote(person["who"]).lower(), content):
            yield error("person", page.path, *link.place)
        elif not allowed.address(link.target):
            close = allowed.whole(link.target)
            case, mend = ("part", (link.target, close)) if close else ("address", None)
            yield error(case, page.path, *link.place, mend=mend, link=link.target, close=close)
        elif host and host.removeprefix("www.") not in known(content):
            yield warning("new", page.path, *link.place, host=host)


def check_content(content: Content) -> Faults:
    """Yield an error for each source whose address is not a plain one."""
    for key, source in content.sources.items():
        if source.url and not allowed.host(source.url):
            yield error("address", *content.listed("sources", key, "url"))


@lru_cache(maxsize=1)
def known(content: Content) -> frozenset[str]:
    """Return the hosts that the sources name, and the site's own, without `www.`."""
    addresses = (*content.settings.site_urls, *(source.url or "" for source in content.sources.values()))
    return frozenset(allowed.host(address).removeprefix("www.") for address in addresses)


def _is_contact(who: str, content: Content) -> bool:
    contact, figures = content.settings.contact, re.sub(r"\D", "", who)
    return who in {contact.email.lower()} - {""} or figures in {contact.dialled.lstrip("+")} - {""}
