"""A translation has the headings, links, pictures and sources of the text it follows, in number if not in words."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import PurePath, PurePosixPath
from typing import Any

from scripts.article import Heading, Outline, line_of
from scripts.checks.messages import finding
from scripts.citations import cited
from scripts.content import Content, Page
from scripts.report import Finding
from scripts.translations import source, state

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
                yield from _parts(page, original, PICTURE, set(mine.pictures), set(its.pictures))
                yield from _sources(page, original)


def _headings(page: Page, original: Page, mine: tuple[Heading, ...], its: tuple[Heading, ...]) -> Iterator[Finding]:
    levels, wanted = [heading.level for heading in mine], [heading.level for heading in its]
    for kind, start, end, first, last in SequenceMatcher(None, levels, wanted, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        # Of what is absent, the place where it would stand: at the heading before.
        here = _line(page, mine[min(start, len(mine) - 1)]) if mine else page.body_line
        there = _line(original, its[min(first, len(its) - 1)]) if its else original.body_line
        values: dict[str, Any] = {"original": original.path, "there": there, "mine": end - start, "its": last - first}
        yield finding(RULE, "headings", page.path, here, level="warning", **values)


def _line(page: Page, heading: Heading) -> int:
    return line_of(heading.text, page.body, page.body_line)


def _inside(page: Page, links: tuple[str, ...]) -> set[str]:
    folder = str(PurePosixPath(page.key).parent)
    paths = (link.split("#")[0] for link in links if ":" not in link)
    return {posixpath.relpath(posixpath.join(folder, path), folder) for path in paths if path}


def _parts(page: Page, original: Page, cases: tuple[str, str], mine: set[str], its: set[str]) -> Iterator[Finding]:
    less, more = cases
    for target in sorted(its - mine):
        values: dict[str, Any] = {
            "target": target,
            "original": original.path,
            "there": line_of(target, original.body, original.body_line),
        }
        yield finding(RULE, less, page.path, page.body_line, level="warning", **values)
    for target in sorted(mine - its):
        here = line_of(target, page.body, page.body_line)
        yield finding(RULE, more, page.path, here, level="warning", target=target, original=original.path)


def _sources(page: Page, original: Page) -> Iterator[Finding]:
    mine, its = dict(reversed(list(cited(page)))), dict(reversed(list(cited(original))))
    for key in sorted(its.keys() - mine.keys()):
        values: dict[str, Any] = {"key": key, "original": original.path, "there": its[key]}
        yield finding(RULE, "source", page.path, page.body_line, level="warning", **values)
    for key in sorted(mine.keys() - its.keys()):
        yield finding(RULE, "more_sources", page.path, mine[key], level="warning", key=key, original=original.path)
