"""A translation has the headings, links, pictures and sources of the text it follows, in number if not in words."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import PurePath, PurePosixPath
from typing import Any

from scripts.citations import cited
from scripts.content import Content, Page
from scripts.marked import Heading, Link, Outline, Picture
from scripts.report import Finding
from scripts.translations import source, state
from scripts.words import finding

RULE = "translations_have_the_same_parts"
# What the original has and this does not, and the other way round.
LINK = ("link", "more_links")
PICTURE = ("picture", "more_pictures")


def check(content: Content, outlines: Mapping[PurePath, Outline]) -> Iterator[Finding]:
    """Yield a warning for each part that only one of the two has, with its line; stale ones have a warning already."""
    for page in content.pages:
        original = source(content, page)
        if original and state(content, page.locale, page.key) != "stale":
            mine, its = outlines.get(page.path), outlines.get(original.path)
            if mine and its:
                yield from _headings(page, original, mine.headings, its.headings)
                yield from _parts(page, original, LINK, _inside(page, mine.links), _inside(original, its.links))
                yield from _parts(page, original, PICTURE, _shown(mine.pictures), _shown(its.pictures))
                yield from _sources(page, original)


def _headings(page: Page, original: Page, mine: tuple[Heading, ...], its: tuple[Heading, ...]) -> Iterator[Finding]:
    levels, wanted = [heading.level for heading in mine], [heading.level for heading in its]
    for kind, start, end, first, last in SequenceMatcher(None, levels, wanted, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        # Of what is absent, the place where it would stand: at the heading before.
        here = mine[min(start, len(mine) - 1)].place.line if mine else page.body_line
        there = its[min(first, len(its) - 1)].place.line if its else original.body_line
        values: dict[str, Any] = {"original": original.path, "there": there, "mine": end - start, "its": last - first}
        yield finding(RULE, "headings", page.path, here, level="warning", **values)


def _inside(page: Page, links: tuple[Link, ...]) -> dict[str, int]:
    """Return the file of each link inside the site, as seen from `page`, and the line of the first."""
    folder = str(PurePosixPath(page.key).parent)
    paths = [(link.target.split("#")[0], link.place.line) for link in reversed(links) if ":" not in link.target]
    return {posixpath.relpath(posixpath.join(folder, path), folder): line for path, line in paths if path}


def _shown(pictures: tuple[Picture, ...]) -> dict[str, int]:
    return {picture.source: picture.place.line for picture in reversed(pictures)}


def _parts(
    page: Page, original: Page, cases: tuple[str, str], mine: dict[str, int], its: dict[str, int]
) -> Iterator[Finding]:
    less, more = cases
    for target in sorted(its.keys() - mine.keys()):
        values: dict[str, Any] = {"target": target, "original": original.path, "there": its[target]}
        yield finding(RULE, less, page.path, page.body_line, level="warning", **values)
    for target in sorted(mine.keys() - its.keys()):
        yield finding(RULE, more, page.path, mine[target], level="warning", target=target, original=original.path)


def _sources(page: Page, original: Page) -> Iterator[Finding]:
    mine, its = dict(reversed(list(cited(page)))), dict(reversed(list(cited(original))))
    for key in sorted(its.keys() - mine.keys()):
        values: dict[str, Any] = {"key": key, "original": original.path, "there": its[key]}
        yield finding(RULE, "source", page.path, page.body_line, level="warning", **values)
    for key in sorted(mine.keys() - its.keys()):
        yield finding(RULE, "more_sources", page.path, mine[key], level="warning", key=key, original=original.path)
