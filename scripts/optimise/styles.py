"""Styles: what the theme and our own sheets hold for other sites goes, and the sheets that every page loads become one.

The sheets that all pages load first, in the same order, become one in the place of the last of them. A sheet of some
pages only stays apart: a reader of an article need not carry the style of lessons.
"""

from __future__ import annotations

from itertools import takewhile

from scripts.optimise.pages import Edit, Page, Site, attribute, each
from scripts.optimise.purge import purged, smallest
from scripts.optimise.used import used

LINKS = "link[rel=stylesheet]:not([media])"


def step(site: Site) -> Edit:
    """Write the style sheets of the `site` anew, and return what takes the links to those that are gone off a page."""
    loaded = [addresses for addresses in each(site, _sheets) if addresses]
    order = list(dict.fromkeys(address for addresses in loaded for address in addresses))
    styles = [(site.folder / address).read_text(encoding="utf-8") for address in order]
    written = dict(zip(order, purged(styles, used(site, styles)), strict=True))
    *merged, last = _first_of_all(loaded) or [""]
    if merged:
        written[last] = smallest("".join(written.pop(address) for address in merged) + written[last])
    for address, style in written.items():
        (site.folder / address).write_text(style, encoding="utf-8")
    for address in merged:
        (site.folder / address).unlink()
    return lambda page: _unlink(page, frozenset(merged))


def _sheets(page: Page) -> list[str]:
    found = (page.inside(attribute(node, "href")) for node in page.tree.css(LINKS))
    return [address for address in found if address]


def _first_of_all(loaded: list[list[str]]) -> list[str]:
    shared = takewhile(lambda column: len(set(column)) == 1, zip(*loaded, strict=False))
    return [column[0] for column in shared]


def _unlink(page: Page, merged: frozenset[str]) -> None:
    for node in page.tree.css(LINKS):
        if page.inside(attribute(node, "href"), merged):
            node.decompose()
