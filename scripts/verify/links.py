"""Every address that leads inside the site leads to a page or a file of it, and every anchor to a place on its page.

So does every address in `published.txt`, or it leads on to one that is there.
"""

from collections.abc import Iterator
from pathlib import Path, PurePath

from scripts.content import promises
from scripts.report import Finding
from scripts.verify.site import Page, Site
from scripts.words import finding

PROMISE = "links_and_anchors_lead_somewhere"
PUBLISHED = "published_addresses_answer"
# A browser takes these for the top of any page (HTML, 7.4.6.4); the second names words instead of a place.
ANYWHERE = ("", "top")
WORDS = ":~:"


def check(site: Site) -> Iterator[Finding]:
    """Yield a finding for each address on a page that leads to nothing."""
    for page in site.pages.values():
        for link in page.links:
            target = site.target(link, page.address)
            if target and not site.file(target[0]):
                yield finding(PROMISE, "file", PurePath(page.name), 1, link=link)
            elif target and not _has(site.pages.get(target[0]), target[1].partition(WORDS)[0]):
                yield finding(PROMISE, "anchor", PurePath(page.name), 1, link=link, anchor=target[1])


def check_published(site: Site, root: Path) -> Iterator[Finding]:
    """Yield a finding for each address or anchor that `root`, the repository, has published and the site has not."""
    moves = _moves(site)
    for line, published in enumerate(promises.published(root), 1):
        address, _, anchor = published.partition("#")
        if not site.file(address) and not site.file(moves.get(address, " ")):
            yield finding(PUBLISHED, "address", PurePath(promises.FILE), line, address=published)
        elif not _has(site.pages.get(address), anchor):
            yield finding(PUBLISHED, "anchor", PurePath(promises.FILE), line, address=published, anchor=anchor)


def _has(page: Page | None, anchor: str) -> bool:
    """Tell whether a reader of `page` ends at `anchor`; of what is no page, or leads on, nothing can be said."""
    return page is None or page.moved or anchor in ANYWHERE or anchor in page.ids


def _moves(site: Site) -> dict[str, str]:
    """Return where each address leads by the rules for servers; an anchor goes along (RFC 9110, 10.2.2)."""
    path = site.path / promises.RULES
    rules = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    moves = ([site.target(word, "") for word in rule.split()[:2]] for rule in rules if " " in rule.strip())
    return {old[0]: new[0] for old, new in moves if old and new}
