"""Styles: each kind of page gets one style sheet, with what pages of that kind use and nothing more.

One sheet for all pages would cost a reader of an article the styles of the home page, the lessons and all drawings:
half as much again. Who reads on loads another sheet only for another kind of page. What a script of the page fetches
later on stays a sheet of its own, and whole.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Container, Mapping
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from scripts.optimise import purge, selectors, sheet
from scripts.optimise.kept import kept
from scripts.optimise.names import ASSETS, STYLE_LATER
from scripts.optimise.pages import Edit, Page, Site, attribute
from scripts.optimise.purge import purged, smallest
from scripts.optimise.used import Used, used

LINKS = "link[rel=stylesheet]:not([media])"
KIND = "kind-"
# What the sheets depend on besides: who reads and writes them, and how we choose.
WAY = " ".join(
    [version("lightningcss"), version("tinycss2")]
    + [sha256(Path(module.__file__ or "").read_bytes()).hexdigest() for module in (purge, selectors, sheet)]
)
# The 404 page has no kind.
OTHER = "page"


class Look(NamedTuple):
    """What pages that are styled alike share: their kind, and the addresses of their style sheets, in order.

    `later` are those that a script of theirs fetches.
    """

    kind: str
    sheets: tuple[str, ...]
    later: tuple[str, ...]


def step(site: Site) -> Edit:
    """Write a style sheet for each kind of page of the `site`, and return what makes a page load that alone."""
    files = sorted((site.folder / ASSETS).rglob("*.css"))
    styles = {path.relative_to(site.folder).as_posix(): path.read_text(encoding="utf-8") for path in files}
    every = used(site, partial(_look, sheets=styles), list(styles.values()))
    looks = {look: found for look, found in every.items() if look.sheets}
    names = _names(looks)
    for look, found in looks.items():
        (site.folder / names[look]).write_bytes(_kept(site.cache / "styles", styles, look, found))
    later = {address for look in looks for address in look.later}
    for address in later:
        (site.folder / address).write_text(smallest(styles[address]), encoding="utf-8")
    for address in styles.keys() - names.values() - later:
        (site.folder / address).unlink()
    return partial(_load, sheets=styles, names=names)


def _kept(cache: Path, styles: Mapping[str, str], look: Look, found: Used) -> bytes:
    """Return the sheets of `look` as one; what those that come later take from them stays in it."""
    count = len(look.sheets)
    sheets = [styles[address] for address in look.sheets + look.later]
    source = json.dumps([sheets, count, *map(sorted, found)]).encode()
    return kept(
        cache, source, WAY, lambda: smallest("".join(purged(sheets, found.names, found.applies)[:count])).encode()
    )


def _look(page: Page, sheets: Container[str]) -> Look:
    body = page.tree.body
    classes = attribute(body, "class").split() if body is not None else []
    kind = next((name.removeprefix(KIND) for name in classes if name.startswith(KIND)), OTHER)
    linked = (page.inside(attribute(node, "href"), sheets) for node in page.tree.css(LINKS))
    later = (page.inside(attribute(node, STYLE_LATER), sheets) for node in page.tree.css(f"[{STYLE_LATER}]"))
    return Look(kind, tuple(filter(None, linked)), tuple(filter(None, later)))


def _names(looks: Collection[Look]) -> dict[Look, str]:
    """Return the address of the sheet for each of `looks`: the kind, and a number where one kind has several looks."""
    every = sorted(looks)
    before = {look: [other for other in every if other.kind == look.kind and other < look] for look in every}
    return {look: f"{ASSETS}/{look.kind}{len(before[look]) or ''}.css" for look in every}


def _load(page: Page, sheets: Container[str], names: Mapping[Look, str]) -> None:
    name = names.get(_look(page, sheets))
    if name:
        *others, last = page.tree.css(LINKS)
        last.attrs["href"] = attribute(last, "href").rpartition(f"{ASSETS}/")[0] + name
        for node in others:
            node.decompose()
