"""What is promised of the finished site: one promise, one file, one name, its words in a file beside it.

Only the folder of the site is read, with what the repository of the program says of it: the addresses that were
published, the templates, the budgets. So anybody can verify any copy of the site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from scripts import processors
from scripts.report import Finding
from scripts.verify import (
    active_content_is_ours,
    alternates_are_real_and_mutual,
    compressed_twins_are_true,
    headings_and_titles_tell_pages_apart,
    links_and_anchors_lead_somewhere,
    nothing_comes_from_other_hosts,
    pages_stay_within_their_weight,
    published_addresses_answer,
    references,
    security_txt_is_valid,
    sitemap_is_complete,
    structured_data_is_valid,
    styles_and_scripts_stay_outside,
)
from scripts.verify.folder import Folder, folder
from scripts.verify.pages import Link, Outline, Page, Site, links, outline
from scripts.verify.references import Reference

# What a promise looks at: all files as they lie there, a page by itself, the addresses in a file, one file, or how the
# pages of the site hang together.
FOLDER_PROMISES: tuple[Callable[[Folder], Iterator[Finding]], ...] = (security_txt_is_valid.check,)
PAGE_PROMISES: tuple[Callable[[Page], Iterator[Finding]], ...] = (
    active_content_is_ours.check,
    styles_and_scripts_stay_outside.check,
)
ADDRESS_PROMISES: tuple[Callable[[Folder, str, str, Iterable[Reference]], Iterator[Finding]], ...] = (
    nothing_comes_from_other_hosts.check,
)
FILE_PROMISES: tuple[Callable[[Folder, str], Iterator[Finding]], ...] = (compressed_twins_are_true.check,)
SITE_PROMISES: tuple[Callable[[Site], Iterator[Finding]], ...] = (
    links_and_anchors_lead_somewhere.check,
    published_addresses_answer.check,
    alternates_are_real_and_mutual.check,
    headings_and_titles_tell_pages_apart.check,
    sitemap_is_complete.check,
    structured_data_is_valid.check,
    pages_stay_within_their_weight.check,
)
# For each processor: enough that none waits long for the others.
SHARES = 8


class Part(NamedTuple):
    """What some of the files told: the outlines of pages, the links inside the site by file, and what is wrong."""

    pages: list[Outline]
    links: dict[str, tuple[Link, ...]]
    findings: list[Finding]


def verify(path: Path, root: Path) -> list[Finding]:
    """Return what the finished site in the folder `path` does not keep of its promises.

    `root` is the repository of the program. Raises `Unable` when there is no site in `path`.
    """
    return look(path, root)[1]


def look(path: Path, root: Path) -> tuple[Site, list[Finding]]:
    """Return the same findings, and the site as they saw it."""
    found = folder(path, root)
    parts = _shared(found, sorted(found.files))
    pages = {page.address: page for part in parts for page in part.pages}
    site = Site(found, pages, {name: each for part in parts for name, each in part.links.items()})
    findings = [finding for part in parts for finding in part.findings]
    findings += [finding for promise in SITE_PROMISES for finding in promise(site)]
    return site, list(dict.fromkeys(findings))


def _shared(found: Folder, names: list[str]) -> list[Part]:
    # Every so many: large files lie together, and each part should take as long as the others.
    parts = processors.COUNT * SHARES
    jobs = [partial(_part, found, names[start::parts]) for start in range(parts)]
    pages = sum(name.endswith(".html") for name in names)
    return processors.spread([partial(_whole, found), *jobs], shared=processors.many(pages))


def _whole(found: Folder) -> Part:
    return Part([], {}, [finding for promise in FOLDER_PROMISES for finding in promise(found)])


def _part(found: Folder, names: list[str]) -> Part:
    part = Part([], {}, [])
    for name in names:
        if name.endswith(".html"):
            _page(Page(found, name), part)
        elif name.endswith(tuple(references.READERS)):
            _addresses(found, name, name, tuple(references.of_file(name, found.text(name))), part)
        part.findings.extend(finding for promise in FILE_PROMISES for finding in promise(found, name))
    return part


def _page(page: Page, part: Part) -> None:
    part.pages.append(outline(page))
    part.findings.extend(finding for promise in PAGE_PROMISES for finding in promise(page))
    _addresses(page.folder, page.name, page.address, page.references, part)


def _addresses(found: Folder, name: str, start: str, written: tuple[Reference, ...], part: Part) -> None:
    part.links[name] = links(found, written, start)
    part.findings.extend(finding for promise in ADDRESS_PROMISES for finding in promise(found, name, start, written))
