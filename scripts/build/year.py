"""The agenda of twelve months on one A4 to hang up: one PDF in each language (PDF/UA-1)."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from babel.dates import format_date

from scripts import templates
from scripts.build import typeset
from scripts.build.lessons import sheets
from scripts.content import Content, Page, days, kit, look
from scripts.content.days import Coming

TEMPLATE = "print/year.typ"
CACHE = ".cache/sheets"
# The size of the letters, from ample to tight, in points.
SIZES = (12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6)
# So many pixels an inch has the small picture of it.
SMALL = 20


def write(content: Content, site: Path) -> None:
    """Write beside each agenda below `site` the twelve months from that of today on, with a small picture of them.

    Raises `Unable` when a name holds a character that cannot be printed.
    """
    template, cache = content.settings.overrides / TEMPLATE, content.settings.root / CACHE
    pages = [(page, sheet(content, page)) for page in content.pages if page.meta.kind == days.KIND]
    typeset.write([(site / days.sheet(page), data) for page, data in pages], template, typeset.pdf, cache)
    small = [(site / kit.small(days.sheet(page)), data | {"ppi": SMALL}) for page, data in pages]
    typeset.write(small, template, typeset.png, cache)


def sheet(content: Content, page: Page) -> dict[str, Any]:
    """Return what is on the sheet: every month, also one that has no day yet, for who hangs it up writes on it."""
    words, locale, overrides = content.words[page.locale], page.locale, content.settings.overrides
    address = f"{content.settings.site_url}{page.address}"
    begins = list(months(content.settings.today))
    coming = [one for one in days.coming(content, locale, begins[0]) if one.when < begins[-1]]
    return {
        "rooms": SIZES,
        "pages": 1,
        "lang": locale,
        "title": words["agenda_sheet_title"].format(first=_named(begins[0], locale), last=_named(begins[-2], locale)),
        "author": content.settings.site_names[locale],
        "icon": templates.render(overrides, look.ICON, colours=content.colours),
        "colours": content.colours,
        "goals": {str(number): goal.model_dump(include={"colour", "text"}) for number, goal in content.goals.items()},
        "months": [
            {
                "name": _named(begin, locale).capitalize(),
                "days": [_day(locale, one) for one in coming if begin <= one.when < end],
            }
            for begin, end in pairwise(begins)
        ],
        "about": words["agenda_sheet_about"],
        "address": address,
        "code": sheets.code(content, address),
        "code_alt": words["lesson_qr"].format(address=address),
    }


def months(today: date) -> Iterator[date]:
    """Yield the first day of the month of `today` and of the twelve after it."""
    for month in range(today.month - 1, today.month + 12):
        yield date(today.year + month // 12, month % 12 + 1, 1)


def _named(when: date, locale: str) -> str:
    return format_date(when, "LLLL y", locale=locale)


def _day(locale: str, one: Coming) -> dict[str, Any]:
    return {
        "when": format_date(one.when, "EEEEEE d", locale=locale),
        "name": one.name._asdict(),
        "goals": one.goals,
    }
