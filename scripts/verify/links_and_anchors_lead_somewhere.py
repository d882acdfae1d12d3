"""Every address that leads inside the site leads to a page or a file of it, and every anchor to a place on its page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from scripts.checks.messages import finding
from scripts.report import Finding
from scripts.verify.pages import Link, Site

PROMISE = "links_and_anchors_lead_somewhere"
# A browser takes these for the top of any page (HTML, 7.4.6.4); the second names words instead of a place.
ANYWHERE = ("", "top")
WORDS = ":~:"


def check(site: Site) -> Iterator[Finding]:
    """Yield a finding for each address in a page, style sheet, script or manifest that leads to nothing."""
    for name, links in sorted(site.links.items()):
        for link in dict.fromkeys(links):
            if case := _wrong(site, link):
                yield finding(PROMISE, case, PurePath(name), 1, link=link.value, anchor=link.fragment)


def _wrong(site: Site, link: Link) -> str:
    if not site.folder.file(link.address):
        return "file"
    page = site.pages.get(link.address)
    anchor = link.fragment.partition(WORDS)[0]
    return "anchor" if page and anchor not in ANYWHERE and anchor not in page.ids and not page.moved else ""
