"""The days that come back every year: their dates, on which pages, and how calendars say when (RFC 5545)."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import count
from typing import NamedTuple

from scripts.content import Content, Page, navigation
from scripts.content.addresses import segments
from scripts.content.schema.data import Observance
from scripts.content.schema.front_matter import Goal
from scripts.content.schema.recurrence import LAST, read

WEEK = 7
# The days of a week as RFC 5545 has them (section 3.3.10), Monday first.
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# The kind of the page that shows them all.
KIND = "agenda"
# So many of them are the next few.
FEW = 3


class Coming(NamedTuple):
    """A day that comes back, by its `key` in the list, and when it does."""

    when: date
    key: str
    day: Observance


def on(rule: str, year: int) -> date:
    """Return the date of `rule`, one that `recurrence.read` knows, in `year`."""
    month, day, weekday = read(rule)
    if weekday is None:
        return date(year, month, day)
    if day == LAST:
        end = date(year, month, monthrange(year, month)[1])
        return end - timedelta((end.weekday() - weekday) % WEEK)
    begin = date(year, month, 1)
    return begin + timedelta((weekday - begin.weekday()) % WEEK + WEEK * (day - 1))


def coming(days: Mapping[str, Observance], today: date) -> list[Coming]:
    """Return each of `days` once, the next time from `today` on, which counts; of one date in the order of `days`."""
    found = (Coming(next(_from(day.rule, today)), key, day) for key, day in days.items())
    return sorted(found, key=lambda one: one.when)


def _from(rule: str, today: date) -> Iterator[date]:
    return (when for year in count(today.year) if (when := on(rule, year)) >= today)


def soon(content: Content, page: Page) -> list[Coming]:
    """Return the next few days for `page`, as `coming` does, in its language.

    Those of a goal are about it, those of a section lead to one of its pages; the front page and the section of the
    goals have them all. A language without an agenda, where they lead, has none.
    """
    if not navigation.first_of_kind(content, page.locale, KIND):
        return []
    its = {key: day for key, day in content.days.items() if _is_for(content, page, day)}
    return coming(its, content.settings.today)[:FEW]


def calendar(page: Page, key: str = "") -> str:
    """Return the address of the calendar of the agenda `page`: of all its days, or of the one with this `key`."""
    return f"{page.address}{key}.ics" if key else f"{page.address.removesuffix('/')}.ics"


def sheet(page: Page) -> str:
    """Return the address of the sheet with a year of the agenda `page`."""
    return f"{page.address.removesuffix('/')}.pdf"


def source(page: Page, key: str = "") -> str:
    """Return where that calendar stands for a text that links to it: a file, as seen from the folder of a language."""
    return f"{'/'.join((*segments(page.key), *filter(None, [key])))}.ics"


def _is_for(content: Content, page: Page, day: Observance) -> bool:
    if isinstance(page.meta, Goal):
        return page.meta.goal in day.goals
    pages = navigation.children(content, page.locale, page)
    return (
        page.meta.kind == "home"
        or any(isinstance(one.meta, Goal) for one in pages)
        or day.page in {one.key for one in (page, *pages)}
    )


def rrule(rule: str) -> str:
    """Return how a calendar says `rule` (RFC 5545, section 3.3.10): `FREQ=YEARLY;BYMONTH=5;BYDAY=2SA`."""
    month, day, weekday = read(rule)
    when = f"BYMONTHDAY={day}" if weekday is None else f"BYDAY={day}{CODES[weekday]}"
    return f"FREQ=YEARLY;BYMONTH={month};{when}"
