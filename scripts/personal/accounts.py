"""Bank accounts: an IBAN with the length and the check digits that it needs (ISO 13616)."""

from __future__ import annotations

import re
from collections.abc import Iterator

# From the check digits on: a program finds figures sooner than letters. The country stands before them.
CHECKED = re.compile(r"\d(?:(?<=[A-Za-z]\d)|(?<=[A-Za-z][ .-]\d))\d(?:[ .-]?[A-Za-z0-9]){11,34}")
# Apart only in capitals: "in 2015" begins like one.
COUNTRY = re.compile(r"(?<![A-Za-z0-9])(?:[A-Za-z]{2}|[A-Z]{2}[ .-])\Z")
LENGTHS = range(15, 35)


def accounts(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each account number in `text` begins and ends, and the number."""
    for checked in CHECKED.finditer(text):
        start = checked.start()
        country = COUNTRY.search(text, max(0, start - 4), start)
        if country:
            places = [place for place in range(country.start(), checked.end()) if text[place].isalnum()]
            for length in LENGTHS[: len(places) - LENGTHS[0] + 1]:
                end = places[length - 1] + 1
                bare = "".join(text[place] for place in places[:length]).upper()
                if not text[end : end + 1].isalnum() and _is_valid(bare):
                    yield country.start(), end, bare
                    break


def _is_valid(number: str) -> bool:
    from stdnum import iban  # its table of countries is read at once: only when there is a number to judge

    return bool(iban.is_valid(number, check_country=False))
