"""What is coming: days that come back every year and events, and on which pages."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import PurePosixPath
from typing import NamedTuple

from dateutil.rrule import rrulestr

from scripts.content import Content, Page, navigation
from scripts.content.addresses import segments
from scripts.content.languages import Said, lang
from scripts.content.schema.data import Observance
from scripts.content.schema.front_matter import Event, Goal
from scripts.content.schema.moments import day_of

# The kind of the page that shows all that is coming, and of the one with the events that are over.
KIND, ARCHIVE = "agenda", "archive"
# So many are the next few.
FEW = 3


class Coming(NamedTuple):
    """A day that comes back, by its `key` in the list, or an event, by that of its page; for readers of a language.

    `when` is its first day from today on, `address` where readers find more, `pages` are the files of what it is about.
    """

    when: date
    key: str
    what: Observance | Event
    name: Said
    goals: list[int]
    pages: list[str]
    address: str


@cache
def on(rule: str, year: int) -> date:
    """Return the date in `year` of `rule`, as calendars say it (RFC 5545, section 3.3.10)."""
    found: datetime = rrulestr(rule, dtstart=datetime(year, 1, 1))[0]
    return found.date()


def events(content: Content, locale: str) -> list[tuple[Page, Event]]:
    """Return each event, in `locale` or else the nearest language that has its page, by when it begins."""
    found = [(page, page.meta) for page in navigation.offered(content, locale) if isinstance(page.meta, Event)]
    return sorted(found, key=lambda one: one[1].start)


def coming(content: Content, locale: str, since: date | None = None) -> list[Coming]:
    """Return what is coming from today on, or another day, soonest first, for the agenda of `locale`.

    It has each day once, and each event until it is over.
    """
    today, found = since or content.settings.today, list[Coming]()
    if agenda := navigation.first_of_kind(content, locale, KIND):
        for when, key, day in following(content.days, today):
            name, pages = content.said(day.name, locale), [day.page] if day.page else []
            found.append(Coming(when, key, day, name, day.goals, pages, f"{agenda.address}#{key}"))
    for page, event in events(content, locale):
        if not event.is_over(today):
            name = Said(event.title, page.locale, lang(page.locale, locale))
            when = max(today, day_of(event.begins))
            found.append(Coming(when, page.key, event, name, event.sdg, event.related, page.address))
    return sorted(found, key=lambda one: one.when)


def following(days: Mapping[str, Observance], today: date) -> list[tuple[date, str, Observance]]:
    """Return each of `days` once, the next time from `today` on, which counts; of one date in the order of `days`."""
    years = (today.year, today.year + 1)
    found = [
        (min(when for year in years if (when := on(day.rule, year)) >= today), key, day) for key, day in days.items()
    ]
    return sorted(found, key=lambda one: one[0])


def soon(content: Content, page: Page) -> list[Coming]:
    """Return the next few for `page`, as `coming` does, in its language.

    Those of a goal are about it, those of a section about one of its pages; the front page and the section of the
    goals have them all. A language without an agenda, where the rest is, has none.
    """
    if not navigation.first_of_kind(content, page.locale, KIND):
        return []
    return [one for one in coming(content, page.locale) if _is_for(content, page, one)][:FEW]


def calendar(page: Page, key: str = "") -> str:
    """Return the address of the calendar of `page`: of the whole agenda, or of what has this `key` there."""
    return f"{page.address}{key}.ics" if key else f"{page.address.removesuffix('/')}.ics"


def sheet(page: Page) -> str:
    """Return the address of the sheet with a year of the agenda `page`."""
    return f"{page.address.removesuffix('/')}.pdf"


def source(page: Page, key: str = "") -> str:
    """Return where that calendar stands for a text that links to it: a file, as seen from the folder of a language."""
    return f"{'/'.join((*segments(page.key), *filter(None, [key])))}.ics"


def own(page: Page) -> str:
    """Return the key of the one event of which `page` tells: the last word of its address."""
    return PurePosixPath(page.address).name


def _is_for(content: Content, page: Page, one: Coming) -> bool:
    if isinstance(page.meta, Goal):
        return page.meta.goal in one.goals
    pages = navigation.children(content, page.locale, page)
    return (
        page.meta.kind == "home"
        or any(isinstance(other.meta, Goal) for other in pages)
        or not {other.key for other in (page, *pages)}.isdisjoint(one.pages)
    )
