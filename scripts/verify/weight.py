"""A first visit to a page weighs no more than its kind may: `budgets.yml`."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path, PurePath
from statistics import median
from typing import Any, NamedTuple

import brotli
from babel.numbers import format_decimal

from scripts.files import own_yaml
from scripts.report import Finding, Language
from scripts.verify.site import Site
from scripts.words import finding, phrase

PROMISE = "pages_stay_within_their_weight"
BUDGETS: Mapping[str, Any] = own_yaml(Path(__file__).with_name("budgets.yml"))
OTHER = "other"
# What a script fetches as soon as it is there.
IMPORT = re.compile(r"\b(?:import\s*\(?|from)\s*[\"']([^\"'\n]+)[\"']")


class Weight(NamedTuple):
    """The pages of one kind: how many bytes the first visit to each takes, by its file, what half of them stay below,
    and what is allowed."""

    kind: str
    pages: Mapping[str, int]
    middle: int
    budget: Mapping[str, int]


def check(site: Site) -> Iterator[Finding]:
    """Yield a finding for each page that is too heavy, and for each kind of which half the pages are."""
    for kind, pages, middle, budget in weights(site):
        most = budget["largest"]
        for name, size in pages.items():
            if size > most:
                yield finding(PROMISE, "page", PurePath(name), 1, size=size, most=most, kind=kind)
        most = budget.get("median", middle)
        if middle > most:
            name = max(pages, key=pages.__getitem__)
            yield finding(PROMISE, "median", PurePath(name), 1, level="warning", size=middle, most=most, kind=kind)


def weights(site: Site) -> list[Weight]:
    """Return the weight of the pages of `site` by kind; what has no kind of its own is `other`."""
    found = defaultdict[str, dict[str, int]](dict)
    for page in site.pages.values():
        loads = {name for address in page.loads for name in _needed(site, address, page.address)}
        found[page.kind or OTHER][page.name] = sum(_sent(site, name) for name in {page.name} | loads)
    return [
        Weight(kind, pages, round(median(pages.values())), BUDGETS.get(kind, BUDGETS[OTHER]))
        for kind, pages in sorted(found.items())
    ]


@cache
def _sent(site: Site, name: str) -> int:
    """Return how many bytes a reader gets for the file `name`: its Brotli twin, or as Brotli makes it (RFC 7932)."""
    twin = f"{name}.br"
    if twin in site.files:
        return (site.path / twin).stat().st_size
    raw = (site.path / name).read_bytes()
    return min(len(raw), len(brotli.compress(raw)))


@cache
def _needed(site: Site, address: str, start: str) -> frozenset[str]:
    """Return the file to which `address` leads from the place `start`, and if it is a script, those that it imports."""
    target = site.target(address, start)
    name = site.file(target[0]) if target else ""
    imports = IMPORT.findall((site.path / name).read_text(encoding="utf-8")) if name.endswith(".js") else []
    return frozenset({name} - {""}).union(*(_needed(site, one, name) for one in imports))


def table(site: Site, language: Language) -> str:
    """Return the weights by kind as lines for a terminal."""
    rows = [getattr(phrase("verify.head"), language).split()]
    for kind, pages, middle, budget in weights(site):
        numbers = (len(pages), middle, max(pages.values()), budget["largest"])
        rows.append([kind, *(format_decimal(number, locale=language) for number in numbers)])
    return "\n".join(f"{kind:<13}{''.join(f'{cell:>10}' for cell in cells)}" for kind, *cells in rows)
