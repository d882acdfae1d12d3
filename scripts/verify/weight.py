"""A first visit to a page weighs no more than its kind may: `budgets.yml`."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath
from statistics import median
from typing import Any

import brotli

from scripts.content import strict_yaml
from scripts.report import Finding, Language
from scripts.verify.site import Folder, Page, Site
from scripts.words import finding, phrase

PROMISE = "pages_stay_within_their_weight"
BUDGETS = Path(__file__).with_name("budgets.yml")
OTHER = "other"
# What servers send compressed.
TEXTS = (".html", ".css", ".js", ".svg", ".xml", ".json", ".jsonld", ".txt", ".webmanifest")
# What a script fetches as soon as it is there.
IMPORT = re.compile(r"\b(?:import\s*\(?|from)\s*[\"']([^\"'\n]+)[\"']")


@dataclass(frozen=True)
class Weight:
    """The pages of one kind: how many bytes the first visit to each takes, by its file, and what is allowed."""

    kind: str
    pages: Mapping[str, int]
    largest: int
    median: int | None

    @property
    def middle(self) -> int:
        """What half of the pages stay below."""
        return round(median(self.pages.values()))


def check(site: Site) -> Iterator[Finding]:
    """Yield a finding for each page that is too heavy, and for each kind of which half the pages are."""
    for weight in weights(site):
        for name, size in weight.pages.items():
            if size > weight.largest:
                yield finding(PROMISE, "page", PurePath(name), 1, size=size, most=weight.largest, kind=weight.kind)
        if weight.median and weight.middle > weight.median:
            heaviest = max(weight.pages, key=weight.pages.__getitem__)
            size, most = weight.middle, weight.median
            yield finding(
                PROMISE, "median", PurePath(heaviest), 1, level="warning", size=size, most=most, kind=weight.kind
            )


def weights(site: Site) -> list[Weight]:
    """Return the weight of the pages of `site` by kind; what has no kind of its own is `other`."""
    found = defaultdict[str, dict[str, int]](dict)
    for page in site.pages.values():
        found[page.kind or OTHER][page.name] = first_visit(site.folder, page)
    budgets = _budgets()
    return [
        Weight(kind, pages, budget["largest"], budget.get("median"))
        for kind, pages in sorted(found.items())
        for budget in (budgets.get(kind, budgets[OTHER]),)
    ]


def first_visit(folder: Folder, page: Page) -> int:
    """Return how many bytes a reader who comes for the first time gets before `page` is there."""
    return sum(sent(folder, name) for name in {page.name}.union(*(_needed(folder, name) for name in page.loads)))


@cache
def sent(folder: Folder, name: str) -> int:
    """Return how many bytes a reader gets for the file `name`: its Brotli twin, or as Brotli makes it (RFC 7932)."""
    twin = f"{name}.br"
    if twin in folder.files or not name.endswith(TEXTS):
        return (folder.path / (twin if twin in folder.files else name)).stat().st_size
    raw = (folder.path / name).read_bytes()
    return min(len(raw), len(brotli.compress(raw)))


@cache
def _needed(folder: Folder, name: str) -> frozenset[str]:
    """Return the file `name`, and if it is a script, those that it imports."""
    if not name.endswith(".js"):
        return frozenset({name})
    imports = IMPORT.findall((folder.path / name).read_text(encoding="utf-8"))
    targets = (folder.target(one, name) for one in imports)
    files = (folder.file(target.address) for target in targets if target)
    return frozenset({name}).union(*(_needed(folder, file) for file in files if file))


def table(site: Site, language: Language) -> str:
    """Return the weights by kind as lines for a terminal."""
    rows = [getattr(phrase("verify.head"), language).split()]
    for weight in weights(site):
        numbers = (len(weight.pages), weight.middle, max(weight.pages.values()), weight.largest)
        cells = (f"{number:,}".replace(",", "." if language == "nl" else ",") for number in numbers)
        rows.append([weight.kind, *cells])
    first, *rest = (max(len(row[column]) for row in rows) for column in range(len(rows[0])))
    return "\n".join(
        "  ".join([row[0].ljust(first), *(cell.rjust(width) for cell, width in zip(row[1:], rest, strict=True))])
        for row in rows
    )


@cache
def _budgets() -> Any:  # noqa: ANN401 as YAML gives it
    return strict_yaml.own(BUDGETS)
