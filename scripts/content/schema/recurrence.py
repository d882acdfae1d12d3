"""Which day of every year, as people type it: `05-21` (month and day), or `second saturday of may`.

What is there in some years only, such as 29 February or a fifth Friday, is no such day.
"""

import re
from itertools import permutations

from pydantic_core import PydanticCustomError

# Which of its weekdays in a month, as calendars count them.
RANKS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = tuple("january february march april may june july august september october november december".split())
# How many days each month has in every year.
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FIXED = re.compile(r"([0-9]{2})-([0-9]{2})")
NTH = re.compile(rf"(\w+) ({'|'.join(WEEKDAYS)}) of ({'|'.join(MONTHS)})")
# What to type in place of what nobody can make out.
EXAMPLE = "second saturday of may"
# To know what somebody meant: the same in Dutch, and of every month the last when there may be no fifth.
DUTCH_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
DUTCH_MONTHS = tuple("januari februari maart april mei juni juli augustus september oktober november december".split())
DUTCH_RANKS = ("eerste", "tweede", "derde", "vierde", "laatste", "vijfde")
MEANT_RANKS = (*RANKS, "fifth")


def read(typed: str) -> str:
    """Return the rule that was `typed` as calendars say it (RFC 5545, 3.3.10): `FREQ=YEARLY;BYMONTH=5;BYDAY=2SA`.

    For what is no day of every year raise `PydanticCustomError` with what to type instead. The types of that error are
    keys of `schema` in `scripts/words/`.
    """
    kind = "recurrence"
    if found := FIXED.fullmatch(typed):
        month, day = int(found[1]), int(found[2])
        if 1 <= month <= len(MONTHS) and 1 <= day <= LENGTHS[month - 1]:
            return f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}"
        kind = "leap_day" if typed == "02-29" else "no_such_day" if 1 <= month <= len(MONTHS) else kind
    elif found := NTH.fullmatch(typed):
        rank, weekday, month = RANKS.get(found[1]), found[2][:2].upper(), MONTHS.index(found[3]) + 1
        if rank:
            return f"FREQ=YEARLY;BYMONTH={month};BYDAY={rank}{weekday}"
        kind = "not_every_year" if found[1] == "fifth" else kind
    raise PydanticCustomError(kind, "no day of every year", {"better": meant(typed)})


def meant(typed: str) -> str:
    """Return the rule that somebody meant who `typed` something like it in Dutch or English; otherwise an example."""
    month, weekday = _place(typed, MONTHS, DUTCH_MONTHS), _place(typed, WEEKDAYS, DUTCH_WEEKDAYS)
    numbers = [int(number) for number in re.findall(r"(?<!\d)[0-9]{1,2}(?!\d)", typed)]
    if month and weekday:
        counted = next((number for number in numbers if 1 <= number <= len(RANKS)), len(RANKS))
        rank = min(_place(typed, MEANT_RANKS, DUTCH_RANKS) or counted, len(RANKS))
        return f"{MEANT_RANKS[rank - 1]} {WEEKDAYS[weekday - 1]} of {MONTHS[month - 1]}"
    # People put the day first, unless a year stands before it.
    ordered = numbers[:2] if re.match(r"\d{4}", typed) else numbers[1::-1]
    pairs = [(month, day) for day in numbers] if month else permutations(ordered, 2)
    found = ((month, day) for month, day in pairs if 1 <= month <= len(MONTHS) and day <= max(LENGTHS))
    return next((f"{month:02}-{min(day or 1, LENGTHS[month - 1]):02}" for month, day in found), EXAMPLE)


def _place(typed: str, *languages: tuple[str, ...]) -> int:
    """Return which of some names stands in what was `typed`, whole or its beginning, from 1; 0 for none."""
    words = tuple(re.findall(r"[a-z]{3,}", typed.lower()))
    places = (place for names in languages for place, name in enumerate(names, 1) if any(map(name.startswith, words)))
    return next(places, 0)
