"""Menus and lists of pages, computed from the pages themselves.

A page without a translation is offered to readers of other languages as what it is, in the nearest language that has
it (`content/languages.py`): `page.locale` tells.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath
from typing import NamedTuple

from scripts.content import Content, Page
from scripts.content.languages import Said, nearest
from scripts.content.schema.front_matter import Event, Goal, News, Section

# Every page asks for the same few lists; the last ones are kept, so that a build takes time in proportion to its pages.
KEPT = 32
# A section with more pages would make every page of the site heavier, and nobody looks for one of them there.
MOST_IN_FOOTER = 12
# The name of the site and the search field lead to these.
IN_HEADER = ("home", "search")


class Group(NamedTuple):
    """A section and the pages in it; pages outside every section come in groups of their own, without children."""

    page: Page
    children: tuple[Page, ...]


@lru_cache(maxsize=KEPT)
def offered(content: Content, locale: str) -> tuple[Page, ...]:
    """Return each page once, in `locale` or else the nearest language that has it, in reading order."""
    return tuple(sorted(named(content, locale, content.keys), key=_reading_order))


@lru_cache(maxsize=KEPT)
def sections(content: Content, locale: str, menu: str) -> tuple[Page, ...]:
    """Return the fronts of the sections that stand in `menu` (`header` or `footer`)."""
    return tuple(page for page in offered(content, locale) if isinstance(page.meta, Section) and page.meta.menu == menu)


@lru_cache(maxsize=KEPT)
def about_site(content: Content, locale: str) -> Group | None:
    """Return the section that says what the site is, the one with the list of sources, and its pages if these are few.

    None when that list stands outside every section.
    """
    sources = first_of_kind(content, locale, "sources")
    front = section_of(content, sources) if sources else None
    found = children(content, locale, front) if front else ()
    return Group(front, found if len(found) <= MOST_IN_FOOTER else ()) if front else None


@lru_cache(maxsize=KEPT)
def more(content: Content, locale: str) -> tuple[Page, ...]:
    """Return the other pages that the foot of every page leads to: fronts of sections, and pages outside them."""
    about, loose = about_site(content, locale), _folders(content, locale)["."]
    others = (*sections(content, locale, "footer"), *(page for page in loose if page.meta.kind not in IN_HEADER))
    return tuple(page for page in others if not about or page.key != about.page.key)


def children(content: Content, locale: str, section: Page) -> tuple[Page, ...]:
    """Return the pages directly in the folder of `section`, without its front."""
    return tuple(page for page in _folders(content, locale)[_folder(section)] if page.key != section.key)


@lru_cache(maxsize=KEPT)
def _folders(content: Content, locale: str) -> dict[str, list[Page]]:
    folders: dict[str, list[Page]] = {}
    for page in offered(content, locale):
        folders.setdefault(_folder(page), []).append(page)
    return folders


def _folder(page: Page) -> str:
    return str(PurePosixPath(page.key).parent)


def page_index(content: Content, locale: str) -> list[Group]:
    """Return all pages for a list by section: sections in the order of the menus, then the pages outside them."""
    fronts = sections(content, locale, "header") + sections(content, locale, "footer")
    groups = [Group(front, children(content, locale, front)) for front in fronts]
    grouped = {page.key for group in groups for page in (group.page, *group.children)}
    loose = [Group(page, ()) for page in offered(content, locale) if page.key not in grouped]
    return loose + groups


def section_of(content: Content, page: Page) -> Page | None:
    """Return the front of the section that `page` belongs to, in the page's language or else the nearest."""
    front = f"{_folder(page)}/index.md"
    return None if front in (page.key, "./index.md") else _find(content, page.locale, front)


def related(content: Content, page: Page) -> list[Page]:
    """Return the pages that `page` names as related, in its own language or else the nearest."""
    return named(content, page.locale, getattr(page.meta, "related", []))


def named(content: Content, locale: str, keys: Iterable[str]) -> list[Page]:
    """Return the pages with these file paths, in `locale` or else the nearest language."""
    return [page for key in keys if (page := _find(content, locale, key))]


def neighbours(content: Content, page: Page) -> tuple[Page | None, Page | None]:
    """Return the pages before and after `page` in its section, the front of the section being the first."""
    section = section_of(content, page)
    if not section:
        return None, None
    row = (section, *children(content, page.locale, section))
    place = [other.key for other in row].index(page.key)
    return row[place - 1], row[place + 1] if place + 1 < len(row) else None


@lru_cache(maxsize=KEPT)
def first_of_kind(content: Content, locale: str, kind: str) -> Page | None:
    """Return the page of this kind in `locale`, for kinds of which a language has one: `home`, `search`, `sources`."""
    return next((page for page in content.pages if page.locale == locale and page.meta.kind == kind), None)


@lru_cache(maxsize=KEPT)
def goals(content: Content, locale: str) -> dict[int, Page]:
    """Return the page about each Global Goal that has one, by its number, in `locale` or else the nearest language."""
    return {page.meta.goal: page for page in offered(content, locale) if isinstance(page.meta, Goal)}


def goal_name(content: Content, locale: str, number: int) -> Said:
    """Return what goal `number` is called in `locale` or else the nearest language: as its page, or officially."""
    pages = content.translations(page.key) if (page := goals(content, locale).get(number)) else []
    return content.said(content.goals[number].name | {page.locale: page.meta.title for page in pages}, locale)


def _reading_order(page: Page) -> tuple[int, int, int, int, str, str, str]:
    """Return by what a page has its place among others; the newest of the news comes first, of events the oldest."""
    goal = page.meta.goal if isinstance(page.meta, Goal) else 0
    age = -date.fromisoformat(page.meta.date).toordinal() if isinstance(page.meta, News) else 0
    start = page.meta.start if isinstance(page.meta, Event) else ""
    return (page.meta.kind != "home", age, page.meta.order, goal, start, page.meta.title, page.key)


def _find(content: Content, locale: str, key: str) -> Page | None:
    found = (content.page(one, key) for one in nearest(content.settings.locales, locale))
    return next(filter(None, found), None)
