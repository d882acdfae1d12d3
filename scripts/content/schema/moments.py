"""When an event begins and ends, as people type it: `2027-05-08`, or with a time in the Netherlands `2027-05-08 14:00`.

The types of the errors are keys of `schema` in `scripts/words/`.
"""

import re
from datetime import date, datetime, timedelta

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from scripts.content.schema import recurrence
from scripts.today import ZONE

SHAPE, WRITTEN = re.compile(r"20\d\d-\d\d-\d\d( \d\d:\d\d)?"), "%Y-%m-%d %H:%M"
YEAR, TIME = (
    re.compile(r"20\d\d"),
    re.compile(r"(?<![\d.\-/])(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?![.\-/]?\d)"),
)
NAMES = re.compile("|".join((*recurrence.WEEKDAYS, *recurrence.DUTCH_WEEKDAYS)), re.IGNORECASE)
# What to type in place of what nobody can make out.
EXAMPLE = "2027-05-08 14:00"
# How long an event takes of which nobody said so: for an example that can be typed.
LONG = timedelta(hours=2)


def read(typed: str) -> date | datetime:
    """Return the day that was `typed`, or the moment, in the time of the Netherlands. Raises `PydanticCustomError`."""
    if not SHAPE.fullmatch(typed):
        raise _error("moment_of_event", meant(typed))
    try:
        found = datetime.fromisoformat(typed)
    except ValueError as error:
        raise _error("no_such_moment", meant(typed)) from error
    return found.replace(tzinfo=ZONE) if " " in typed else found.date()


def day_of(moment: date | datetime) -> date:
    """Return the day of a `moment` that `read` returned."""
    return moment.date() if isinstance(moment, datetime) else moment


def start(typed: str) -> str:
    """Return when an event begins as it was `typed`. Raises as `read` does."""
    read(typed)
    return typed


def end(typed: str, info: ValidationInfo) -> str:
    """Return when an event ends as it was `typed`, after its start: a day at least as late, or a later time.

    Raises `PydanticCustomError` for another, and for none when there is a time in the start.
    """
    if "start" not in info.data:  # it has an error of its own
        return typed
    begin = read(info.data["start"])
    timed = isinstance(begin, datetime)
    better = f"{begin + LONG:{WRITTEN}}" if timed else info.data["start"]
    if not typed:
        if timed:
            raise _error("no_end", better)
        return typed
    if timed and (time := TIME.fullmatch(typed)):
        raise _error("moment_of_event", f"{day_of(begin)} {_time(time)}")
    found = read(typed)
    if isinstance(found, datetime) != timed:
        raise _error("other_end", better)
    if found < begin or (timed and found == begin):
        raise _error("early_end", better)
    return typed


def meant(typed: str) -> str:
    """Return the day or moment that somebody meant who `typed` something like it in Dutch or English, or an example."""
    year, time = YEAR.search(typed), TIME.search(typed)
    day = recurrence.meant(NAMES.sub("", TIME.sub("", typed)).strip())
    if not year or not recurrence.FIXED.fullmatch(day):
        return EXAMPLE
    return f"{year[0]}-{day} {_time(time)}" if time else f"{year[0]}-{day}"


def _time(found: re.Match[str]) -> str:
    return f"{found['hour']:0>2}:{found['minute']}"


def _error(kind: str, better: str) -> PydanticCustomError:
    return PydanticCustomError(kind, "no moment of an event", {"better": better})
