"""Each page has one main heading, and a title and a description that no other page in its language has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import PurePath

from scripts.checks.messages import finding
from scripts.report import Finding
from scripts.verify.pages import Outline, Site

PROMISE = "headings_and_titles_tell_pages_apart"


def check(site: Site) -> Iterator[Finding]:
    """Yield a finding for each page without one heading and one title; no stopgap needs a description."""
    for page in site.pages.values():
        path = PurePath(page.name)
        if len(page.headings) != 1:
            yield finding(PROMISE, "headings", path, 1, count=len(page.headings))
        elif not page.headings[0]:
            yield finding(PROMISE, "heading", path, 1)
        if len(page.titles) != 1 or not page.titles[0]:
            yield finding(PROMISE, "no_title", path, 1)
        if page.indexable and (len(page.descriptions) != 1 or not page.descriptions[0]):
            yield finding(PROMISE, "description", path, 1)
    yield from _alike(site, "same_title", lambda page: page.titles)
    yield from _alike(site, "same_description", lambda page: page.descriptions)


def _alike(site: Site, case: str, words: Callable[[Outline], tuple[str, ...]]) -> Iterator[Finding]:
    found = defaultdict[tuple[str, str], list[str]](list)
    for page in site.own:
        for text in filter(None, words(page)[:1]):
            found[page.language, text.casefold()].append(page.name)
    for first, *others in found.values():
        for other in others:
            yield finding(PROMISE, case, PurePath(other), 1, first=first)
