"""`sitemap.xml` lists every page that search engines may show, its translations, and nothing else (sitemaps.org)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath
from xml.etree import ElementTree

from scripts.checks.messages import finding
from scripts.report import Finding
from scripts.verify.pages import Site

PROMISE = "sitemap_is_complete"
FILE = "sitemap.xml"
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ALTERNATE = "{http://www.w3.org/1999/xhtml}link"


def check(site: Site) -> Iterator[Finding]:
    """Yield a finding when the sitemap cannot be read, and for each page that it lacks, adds or describes wrongly."""
    path = PurePath(FILE)
    if FILE not in site.folder.files:
        yield finding(PROMISE, "absent", path, 1)
        return
    try:
        entries = _entries(site.folder.bytes(FILE))
    except ElementTree.ParseError as error:
        yield finding(PROMISE, "unreadable", path, error.position[0], column=error.position[1])
        return
    listed = dict(entries)
    expected = {site.folder.base + page.address: set(page.alternates) for page in site.own}
    for address in expected.keys() - listed.keys():
        yield finding(PROMISE, "lacking", path, 1, address=address)
    for address in listed.keys() - expected.keys():
        yield finding(PROMISE, "extra", path, 1, address=address)
    for address in listed.keys() & expected.keys():
        if listed[address] != expected[address]:
            yield finding(PROMISE, "alternates", path, 1, address=address)
    for address, count in Counter(address for address, _ in entries).items():
        if count > 1:
            yield finding(PROMISE, "twice", path, 1, address=address)


def _entries(xml: bytes) -> list[tuple[str, set[tuple[str, str]]]]:
    root = ElementTree.fromstring(xml)  # noqa: S314 expat of today knows the known bombs
    return [
        (
            (entry.findtext(f"{NAMESPACE}loc") or "").strip(),
            {(link.get("hreflang") or "", link.get("href") or "") for link in entry.findall(ALTERNATE)},
        )
        for entry in root.findall(f"{NAMESPACE}url")
    ]
