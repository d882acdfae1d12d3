"""The days that come back every year: their dates, and how calendars say when (RFC 5545)."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from scripts.content.schema.data import Observance
from scripts.content.schema.recurrence import LAST, read

WEEK = 7
# The days of a week as RFC 5545 has them (section 3.3.10), Monday first.
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


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


def coming(days: Mapping[str, Observance], today: date, count: int) -> list[Coming]:
    """Return the next `count` of `days` from `today` on, which counts; of one date in the order of `days`."""
    years = range(today.year, today.year + 2 + count // max(len(days), 1))
    found = (Coming(on(day.rule, year), key, day) for year in years for key, day in days.items())
    return sorted((one for one in found if one.when >= today), key=lambda one: one.when)[:count]


def rrule(rule: str) -> str:
    """Return how a calendar says `rule` (RFC 5545, section 3.3.10): `FREQ=YEARLY;BYMONTH=5;BYDAY=2SA`."""
    month, day, weekday = read(rule)
    when = f"BYMONTHDAY={day}" if weekday is None else f"BYDAY={day}{CODES[weekday]}"
    return f"FREQ=YEARLY;BYMONTH={month};{when}"
