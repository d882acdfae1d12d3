"""What is promised of the finished site, whoever made it: one promise, one file.

Only the folder of the site is read, and the list of addresses that were published: so anybody can verify any copy.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from scripts import pool
from scripts.report import Finding
from scripts.verify import harmless, links, weight
from scripts.verify.site import Page, Site, address_of, files, page


def verify(path: Path, root: Path) -> tuple[Site, list[Finding]]:
    """Return the finished site in the folder `path`, and what it does not keep of its promises.

    `root` is the repository of the program. Raises `Unable` when there is no site in `path`.
    """
    base = address_of(path)
    read = _pages(path, base)
    site = Site(path, base, files(path), {page.address: page for page, _ in read})
    findings = [finding for _, said in read for finding in said]
    findings += [*links.check(site), *links.check_published(site, root), *weight.check(site)]
    return site, list(dict.fromkeys(findings))


def acting(path: Path, base: str) -> list[Finding]:
    """Return what may not act on the pages in the folder `path`: some of the site at the address `base`, or all."""
    return [finding for _, said in _pages(path, base) for finding in said]


def _pages(path: Path, base: str) -> list[tuple[Page, list[Finding]]]:
    names = sorted(name for name in files(path) if name.endswith(".html"))
    jobs = [partial(_read, path, base, share) for share in pool.shares(names)]
    return [one for share in pool.spread(jobs, len(names)) for one in share]


def _read(path: Path, base: str, names: Sequence[str]) -> list[tuple[Page, list[Finding]]]:
    documents = ((name, LexborHTMLParser((path / name).read_bytes())) for name in names)
    return [(page(name, document), list(harmless.check(name, document, base))) for name, document in documents]
