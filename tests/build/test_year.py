"""The agenda of a year: one A4 that conforms to PDF/UA-1, every month on it, each day once."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from babel.dates import format_date

from scripts.build import typeset, year
from scripts.content import Content, days
from tests.build.lessons.test_sheets import failures, words
from tests.conftest import ROOT, SITE_URL

TEMPLATE = ROOT / "overrides" / year.TEMPLATE
MANY = 6  # days in each month


@pytest.mark.parametrize(("address", "locale"), [("agenda.pdf", "nl"), ("en/events.pdf", "en")])
def test_every_month_and_each_day_once_on_one_sheet(site: Path, content: Content, address: str, locale: str) -> None:
    path = site / address
    assert failures(path) == []
    assert len(pypdfium2.PdfDocument(path)) == 1
    # A name is broken where it must be, with a mark that it is one word.
    _, said = words(path).replace("\x02", "").split(f"{SITE_URL.split('://')[1]}{address.replace('.pdf', '/')}")
    names = [format_date(begin, "LLLL y", locale=locale).capitalize() for begin in year.months(date(2026, 11, 28))][:12]
    places = [said.index(name) for name in names]
    assert places == sorted(places)
    assert {key for key, day in content.days.items() if said.count(day.name[locale]) != 1} == set()


def test_a_full_year_is_on_one_sheet_in_smaller_letters(content: Content) -> None:
    page = next(page for page in content.pages if page.meta.kind == days.KIND)
    data = dict(year.sheet(content, page))
    day = next(day for month in data["months"] for day in month["days"])
    full = data | {"months": [month | {"days": [day] * MANY} for month in data["months"]]}
    assert len(pypdfium2.PdfDocument(typeset.pdf(TEMPLATE, full))) == 1


def test_a_sheet_of_december_goes_on_in_the_next_year() -> None:
    assert list(year.months(date(2026, 12, 31)))[:2] == [date(2026, 12, 1), date(2027, 1, 1)]
    assert list(year.months(date(2026, 12, 31)))[-1] == date(2027, 12, 1)
