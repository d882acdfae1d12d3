"""A first visit to a page weighs no more than its kind may: `budgets.yml`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath
from statistics import median
from typing import Any

from scripts import strict_yaml
from scripts.checks.messages import finding
from scripts.report import Finding, Language, Text
from scripts.verify.pages import Outline, Site
from scripts.verify.weight import needed, sent

PROMISE = "pages_stay_within_their_weight"
BUDGETS = Path(__file__).with_name("budgets.yml")
OTHER = "other"
HEAD = Text("soort pagina's mediaan grootste budget", "kind pages median largest budget")


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
        found[page.kind or OTHER][page.name] = first_visit(site, page)
    budgets = _budgets()
    return [
        Weight(kind, pages, budget["largest"], budget.get("median"))
        for kind, pages in sorted(found.items())
        for budget in (budgets.get(kind, budgets[OTHER]),)
    ]


def first_visit(site: Site, page: Outline) -> int:
    """Return how many bytes a reader who comes for the first time gets before `page` is there."""
    files = frozenset[str]().union(*(needed(site.folder, name) for name in page.loads))
    return page.weight + sum(sent(site.folder, name) for name in files)


def table(site: Site, language: Language) -> str:
    """Return the weights by kind as lines for a terminal."""
    rows = [getattr(HEAD, language).split()]
    for weight in weights(site):
        numbers = (len(weight.pages), weight.middle, max(weight.pages.values()), weight.largest)
        rows.append(
            [weight.kind, *(f"{number:,}".replace(",", "." if language == "nl" else ",") for number in numbers)]
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        )
        for row in rows
    )


@cache
def _budgets() -> Any:  # noqa: ANN401 as YAML gives it
    return strict_yaml.own(BUDGETS)
