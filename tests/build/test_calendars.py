"""Calendars as ical.js reads them, which many apps read with: the same dates as on the pages, in summer and winter."""

import json
import subprocess
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest

from scripts.build import calendars
from scripts.content import Content, days
from scripts.today import ZONE
from tests import programs
from tests.conftest import ROOT

YEARS = 10
DAY = timedelta(days=1)
Found = list[list[str]]


def read(last: date, *paths: Path) -> list[Found]:
    """Return what ical.js finds in each of `paths` before the day `last`: keys, starts and ends."""
    script = ROOT / "tests/build/read_calendars.mjs"
    command: list[str | Path] = [programs.NODE, script, programs.fetched("ical.mjs"), str(last), *paths]
    found: list[Found] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return [sorted(one) for one in found]


def said(moment: date) -> str:
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    return moment.isoformat()


def expected(content: Content, locale: str, first: int) -> Found:
    """Return what the pages of `locale` show in ten years from the year `first` on, as `read` has it."""
    found = [
        [key, said(when), said(when + DAY)]
        for key, day in content.days.items()
        for year in range(first, first + YEARS)
        for when in [days.on(day.rule, year)]
    ]
    for page, event in days.events(content, locale):
        end = event.ends if isinstance(event.ends, datetime) else event.ends + DAY
        found.append([page.key.removesuffix(".md"), said(event.begins), said(end)])
    return sorted(found)


def test_other_programs_find_the_same_dates_for_ten_years(site: Path, content: Content) -> None:
    first = content.settings.today.year
    names = [("nl", "agenda"), ("en", "en/events")]
    wholes = [site / f"{name}.ics" for _, name in names]
    parts = sorted(path for _, name in names for path in (site / name).rglob("*.ics"))
    found = read(date(first + YEARS, 1, 1), *wholes, *parts)
    wanted = [expected(content, locale, first) for locale, _ in names]
    assert found[:2] == wanted
    assert len(wanted[0]) == YEARS * len(content.days) + 3
    assert sorted(one for part in found[2:] for one in part) == sorted(
        one
        for whole, others in zip(wanted, ([], ["agenda/ruilweek"]), strict=True)
        for one in whole
        if one[0] not in others
    )


def test_summer_time_begins_and_ends_as_in_the_netherlands(tmp_path: Path) -> None:
    calendar, path = icalendar.Calendar(), tmp_path / "weekly.ics"
    calendar.add_component(calendars.ZONE)
    moments = [datetime(2026, 1, 4, 12, tzinfo=ZONE) + week * timedelta(weeks=1) for week in range(52 * YEARS)]
    for number, moment in enumerate(moments):
        event = icalendar.Event()
        event.add("UID", f"{number:03}")
        event.add("DTSTART", moment)
        event.add("DTEND", moment + timedelta(hours=1))
        calendar.add_component(event)
    path.write_bytes(calendar.to_ical())
    (found,) = read(date(2040, 1, 1), path)
    assert [start for _, start, _ in found] == [said(moment) for moment in moments]


def fields(site: Path, address: str) -> dict[str, str]:
    """Return what stands in the calendar at `address`, of one entry, by name: lines are short, moments are the same."""
    data = (site / f"{address}.ics").read_bytes()
    assert max(map(len, data.split(b"\r\n"))) <= 75
    lines = data.decode().replace("\r\n ", "").partition("BEGIN:VEVENT\r\n")[2].partition("\r\nEND:VEVENT")[0]
    found = dict(line.split(":", 1) for line in lines.split("\r\n"))
    assert found.pop("DTSTAMP") == found.pop("LAST-MODIFIED")
    return found


def test_a_day_is_that_of_rfc_5545(site: Path) -> None:
    found = fields(site, "agenda/wereldwaterdag")
    about = found.pop("DESCRIPTION;LANGUAGE=nl")
    assert about.startswith(r"Een dag van de Verenigde Naties voor schoon water voor iedereen.\n\n")
    assert found == {
        "UID": "wereldwaterdag@example.org",
        "DTSTART;VALUE=DATE": "20260322",
        "RRULE": "FREQ=YEARLY;BYMONTHDAY=22;BYMONTH=3",
        "SUMMARY;LANGUAGE=nl": "Wereldwaterdag",
        "URL": "https://example.org/agenda/#wereldwaterdag",
        "TRANSP": "TRANSPARENT",
    }


@pytest.mark.parametrize(
    ("address", "locale"), [("agenda/inwoners/inwoners", "nl"), ("en/events/residents/residents", "en")]
)
def test_an_event_is_that_of_rfc_5545(site: Path, address: str, locale: str) -> None:
    found = fields(site, address)
    assert found["UID"] == "agenda/inwoners@example.org"
    assert found["URL"] == f"https://example.org/{address.rpartition('/')[0]}/"
    assert found["DTSTART;TZID=Europe/Amsterdam"] == "20261212T173000"
    assert found["DTEND;TZID=Europe/Amsterdam"] == "20261212T200000"
    assert found[f"LOCATION;LANGUAGE={locale}"].endswith("square" if locale == "en" else "plein")
    assert found[f"DESCRIPTION;LANGUAGE={locale}"].endswith("https://buurthuis.example/avond")


def test_whole_days_end_before_the_day_after(site: Path) -> None:
    data = (site / "agenda/ruilweek/ruilweek.ics").read_bytes()
    assert b"DTSTART;VALUE=DATE:20270320\r\nDTEND;VALUE=DATE:20270328\r\n" in data
    assert b"VTIMEZONE" not in data
