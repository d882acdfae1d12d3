"""Each page says where it is, in which language, and where its translations are; they say the same of it.

The rules are those of search engines for `hreflang`: absolute, to the page itself as well, and confirmed by the other
side (https://developers.google.com/search/docs/specialty/international/localized-versions).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from scripts.checks.messages import finding
from scripts.report import Finding
from scripts.verify.pages import Outline, Site

PROMISE = "alternates_are_real_and_mutual"
DEFAULT = "x-default"


def check(site: Site) -> Iterator[Finding]:
    """Yield a finding for each page whose own address, language or translations are not as the site is."""
    for page in site.pages.values():
        path = PurePath(page.name)
        if not page.language:
            yield finding(PROMISE, "language", path, 1)
        if page.indexable:
            yield from _canonical(site, page)
            yield from _alternates(site, page)
        yield from _links(site, page)


def _canonical(site: Site, page: Outline) -> Iterator[Finding]:
    own = site.folder.base + page.address
    if page.canonicals != (own,):
        said = ", ".join(page.canonicals) or "–"
        yield finding(PROMISE, "canonical", PurePath(page.name), 1, said=said, own=own)


def _alternates(site: Site, page: Outline) -> Iterator[Finding]:
    path, own, said = PurePath(page.name), site.folder.base + page.address, dict(page.alternates)
    if len(said) < len(page.alternates):
        yield finding(PROMISE, "twice", path, 1)
    if said.get(page.language) != own:
        yield finding(PROMISE, "itself", path, 1, language=page.language, own=own)
    elif said.get(DEFAULT) not in [address for language, address in said.items() if language != DEFAULT]:
        yield finding(PROMISE, "default", path, 1)
    for language, address in said.items():
        other = _page(site, address)
        if other is None:
            yield finding(PROMISE, "nowhere", path, 1, language=language, address=address)
        elif language not in (DEFAULT, other.language):
            yield finding(PROMISE, "other", path, 1, language=language, address=address, really=other.language)
        elif dict(other.alternates) != said:
            yield finding(PROMISE, "one_sided", path, 1, language=language, address=address)


def _page(site: Site, address: str) -> Outline | None:
    """Return the page at the absolute `address`, when it is one that search engines may show."""
    inside = address.startswith(site.folder.base)
    page = site.pages.get(address.removeprefix(site.folder.base)) if inside else None
    return page if page and page.indexable else None


def _links(site: Site, page: Outline) -> Iterator[Finding]:
    alternates = {address for _, address in page.alternates}
    for link in site.links[page.name]:
        other = site.pages.get(link.address)
        if link.language and link.value not in alternates and other and other.language != link.language:
            yield finding(
                PROMISE, "other", PurePath(page.name), 1,
                language=link.language, address=link.value, really=other.language,
            )  # fmt: skip
