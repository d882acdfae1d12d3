"""Every address that leads inside the site leads to a page or a file of it, and every anchor to a place on its page."""

from collections.abc import Iterator
from pathlib import PurePath

from scripts.report import Finding
from scripts.verify.site import Page, Site, Target
from scripts.words import finding

PROMISE = "links_and_anchors_lead_somewhere"
# A browser takes these for the top of any page (HTML, 7.4.6.4); the second names words instead of a place.
ANYWHERE = ("", "top")
WORDS = ":~:"


def check(site: Site) -> Iterator[Finding]:
    """Yield a finding for each address on a page that leads to nothing."""
    for page in site.pages.values():
        for link in page.links:
            target = site.target(link, page.address)
            if target and (case := _wrong(site, target)):
                yield finding(PROMISE, case, PurePath(page.name), 1, link=link, anchor=target.fragment)


def _wrong(site: Site, target: Target) -> str:
    if not site.file(target.address):
        return "file"
    return "" if has(site.pages.get(target.address), target.fragment.partition(WORDS)[0]) else "anchor"


def has(page: Page | None, anchor: str) -> bool:
    """Tell whether a reader of `page` ends at `anchor`; of what is no page, or leads on, nothing can be said."""
    return page is None or page.moved or anchor in ANYWHERE or anchor in page.ids
