"""Every address in `published.txt` is in the site, or leads on to one that is."""

from collections.abc import Iterator
from pathlib import Path, PurePath

from scripts.content import promises
from scripts.report import Finding
from scripts.verify.links import has
from scripts.verify.site import Site
from scripts.words import finding

PROMISE = "published_addresses_answer"


def check(site: Site, root: Path) -> Iterator[Finding]:
    """Yield a finding for each address or anchor that `root`, the repository, has published and the site has not."""
    moves = _moves(site)
    for line, published in enumerate(promises.published(root), 1):
        address, _, anchor = published.partition("#")
        if not site.file(address) and not site.file(moves.get(address, " ")):
            yield finding(PROMISE, "address", PurePath(promises.FILE), line, address=published)
        elif not has(site.pages.get(address), anchor):
            yield finding(PROMISE, "anchor", PurePath(promises.FILE), line, address=published, anchor=anchor)


def _moves(site: Site) -> dict[str, str]:
    """Return where each address leads by the rules for servers; an anchor goes along (RFC 9110, 10.2.2)."""
    path = site.path / promises.RULES
    rules = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    moves = ([site.target(word, "") for word in rule.split()[:2]] for rule in rules if " " in rule.strip())
    return {old.address: new.address for old, new in moves if old and new}
