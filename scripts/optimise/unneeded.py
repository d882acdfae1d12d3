"""Unneeded files go: below `assets/` whatever no page and no other file there refers to."""

from __future__ import annotations

import re

from scripts.optimise.names import ASSETS, ATTRIBUTES, reached
from scripts.optimise.pages import Page, Site, attribute, each

ADDRESSES = ", ".join(f"[{name}]" for name in ATTRIBUTES)
SINGLE = [name for name in ATTRIBUTES if name != "srcset"]


def step(site: Site) -> None:
    """Delete the assets of the `site` that nothing needs, and the folders that are empty then."""
    needed = reached(set[str]().union(*each(site, _asked)), site.folder)
    for path in sorted((site.folder / ASSETS).rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
        elif path.is_file() and path.relative_to(site.folder).as_posix() not in needed:
            path.unlink()


def _asked(page: Page) -> set[str]:
    values = [attribute(node, name) for node in page.tree.css(ADDRESSES) for name in SINGLE]
    values += [part.split()[0] for node in page.tree.css("[srcset]") for part in _sources(attribute(node, "srcset"))]
    found = (page.inside(value) for value in values if f"{ASSETS}/" in value)
    return {address for address in found if address}


def _sources(srcset: str) -> list[str]:
    return [part for part in re.split(r",\s+", srcset) if part.strip()]
