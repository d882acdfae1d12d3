"""Every address in `published.txt` is in the site, or leads on to one that is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from scripts import promises
from scripts.checks.messages import finding
from scripts.report import Finding
from scripts.verify.pages import Site

PROMISE = "published_addresses_answer"


def check(site: Site) -> Iterator[Finding]:
    """Yield a finding for each published address or anchor that the finished site does not have."""
    moves = _moves(site)
    for line, published in enumerate(promises.published(site.folder.root), 1):
        address, _, anchor = published.partition("#")
        page = site.pages.get(address)
        if not site.folder.file(address) and not site.folder.file(moves.get(address, " ")):
            yield finding(PROMISE, "address", PurePath(promises.FILE), line, address=published)
        elif anchor and page and not page.moved and anchor not in page.ids:
            yield finding(PROMISE, "anchor", PurePath(promises.FILE), line, address=published, anchor=anchor)


def _moves(site: Site) -> dict[str, str]:
    """Return where each address leads by the rules for servers; an anchor goes along (RFC 9110, 10.2.2)."""
    text = site.folder.text(promises.RULES) if promises.RULES in site.folder.files else ""
    rules = (line.split() for line in text.splitlines())
    pairs = ((site.folder.target(rule[0], ""), site.folder.target(rule[1], "")) for rule in rules if len(rule) > 1)
    return {old.address: new.address for old, new in pairs if old and new}
