"""The agenda: its page, its calendars as an app reads them, and the days that other pages show."""

from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urljoin

import pytest
import recurring_ical_events
from icalendar import Calendar
from selectolax.lexbor import LexborHTMLParser

from scripts.build import agenda, calendars
from scripts.content import Content, days, read, settings
from scripts.content.schema.data import Observance
from scripts.content.schema.moments import day_of
from scripts.git import Commit
from tests.build.test_languages import begin_polish, change, write
from tests.conftest import begin_agenda

YEARS = 10
# The keys of those in tests/year/ that are still to come.
EVENTS = ["agenda/inwoners.md", "agenda/ruilweek.md"]
COMMIT = Commit("unknown", datetime(2026, 11, 1, 12, tzinfo=UTC))
POLISH = """---
title: Dni, które wracają
description: Każdego roku wracają dni o wodzie, pokoju i uczciwym handlu. Proszę wybrać jeden z nich.
kind: agenda
menu: header
---

Oto one.
"""


def parsed(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address / "index.html").read_text(encoding="utf-8"))


def dates(page: LexborHTMLParser, selector: str) -> list[str]:
    return [node.attributes.get("datetime") or "" for node in page.css(f"{selector} time")]


def occurrences(path: Path, today: date) -> list[tuple[date, str]]:
    """Return what an app finds in the calendar `path` in the next ten years: dates, and keys."""
    events = recurring_ical_events.of(Calendar.from_ical(path.read_bytes()))
    found = events.between(today, today.replace(year=today.year + YEARS))
    return sorted((day_of(one["DTSTART"].dt), str(one["UID"]).removesuffix("@example.org")) for one in found)


@pytest.mark.parametrize("address", ["agenda/", "en/events/"])
def test_the_page_has_each_day_once_below_its_month(site: Path, content: Content, address: str) -> None:
    page, coming = parsed(site, address), days.coming(content, "en" if address.startswith("en/") else "nl")
    observed = [(one, one.what) for one in coming if isinstance(one.what, Observance)]
    assert len(observed) == len(content.days) == len(coming) - len(EVENTS)
    assert page.css(f"a[href='../{Path(address).name}.pdf']")
    assert dates(page, "h3") == [one.when.isoformat() for one in coming]
    ids = [node.attributes.get("id") for node in page.css("h3:has(time)")]
    assert [one for one in ids if one in content.days] == [one.key for one, _ in observed]
    months = [node.text() for node in page.css("h2") if node.text()[-4:].isdigit()]
    assert [month[-4:] for month in months] == sorted(month[-4:] for month in months)
    assert len(months) == len({one.when.isoformat()[:7] for one in coming})
    said = [node.text().split(".")[-2] for node in page.css("h3:has(time):not(:has(a)) + p")]
    years = [str(day.since) if day.since else "" for _, day in observed]
    assert all(year in text for year, text in zip(years, said, strict=True)) and any(years)
    # What is coming can be chosen by each of its goals.
    found = [(node.css_first("h3"), (node.attributes.get("class") or "").split()) for node in page.css("div.coming")]
    assert [goals for _, goals in found] == [["coming", *(f"for-{number}" for number in one.goals)] for one in coming]
    chosen = {node.attributes.get("value") for node in page.css("fieldset input")}
    assert chosen == {"any"} | {str(number) for one in coming for number in one.goals}


@pytest.mark.parametrize("address", ["agenda/", "en/events/"])
def test_an_app_finds_the_same_dates_for_ten_years(site: Path, content: Content, address: str) -> None:
    today = content.settings.today
    expected = [
        (when, key)
        for year in range(today.year, today.year + YEARS + 1)
        for key, day in content.days.items()
        if today <= (when := days.on(day.rule, year)) < today.replace(year=today.year + YEARS)
    ]
    links = {node.attributes.get("href") or "" for node in parsed(site, address).css("a[type='text/calendar']")}
    assert links == {f"../{Path(address).name}.ics", *(f"{key}.ics" for key in content.days)}
    whole = occurrences(site / f"{address[:-1]}.ics", today)
    assert [one for one in whole if one[1] in content.days] == sorted(expected)
    assert [f"{key}.md" for _, key in whole if key not in content.days] == EVENTS
    assert sorted(one for key in content.days for one in occurrences(site / address / f"{key}.ics", today)) == sorted(
        expected
    )


def test_a_calendar_is_that_of_rfc_5545(site: Path) -> None:
    data = (site / "agenda/wereldwaterdag.ics").read_bytes()
    assert max(map(len, data.split(b"\r\n"))) <= 75
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    lines = (line.partition(":") for line in event.to_ical().decode().replace("\r\n ", "").split("\r\n")[1:-2])
    found = {name.partition(";")[0]: value for name, _, value in lines}
    assert found.pop("DTSTAMP") == found.pop("LAST-MODIFIED")
    assert found.pop("DESCRIPTION").startswith(r"Een dag van de Verenigde Naties voor schoon water voor iedereen.\n\n")
    assert found == {
        "UID": "wereldwaterdag@example.org",
        "DTSTART": "20260322",
        "RRULE": "FREQ=YEARLY;BYMONTHDAY=22;BYMONTH=3",
        "SUMMARY": "Wereldwaterdag",
        "URL": "https://example.org/agenda/#wereldwaterdag",
        "TRANSP": "TRANSPARENT",
    }
    assert b"DTSTART;VALUE=DATE:" in data


def test_what_a_language_lacks_comes_from_the_nearest(small: Path) -> None:
    begin_polish(small)
    begin_agenda(small)
    write(small / "docs/pl/agenda/index.md", POLISH)
    change(small / "docs/data/slugs.yml", "events", "events, pl: kalendarz")
    content, _ = read(settings.of(small))
    page = content.page("pl", "agenda/index.md")
    assert page
    assert 'czwartek 10 grudnia</time>: <span lang="en">Human Rights Day</span>' in agenda.as_markdown(content, page)
    (_, address, data), *_ = calendars.files(content, "pl", COMMIT)
    assert address == "pl/kalendarz.ics"
    assert b"SUMMARY;LANGUAGE=en:Human Rights Day\r\n" in data
    assert b"DTSTAMP:20261101T120000Z\r\n" in data


RIGHTS, EVENING, SWAP = "agenda/#dag-van-de-rechten-van-de-mens", "agenda/inwoners/", "agenda/ruilweek/"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("", [RIGHTS, EVENING, SWAP]),
        ("global-goals/", [RIGHTS, EVENING, SWAP]),
        ("global-goals/6-schoon-water-en-sanitair/", ["agenda/#wereldwaterdag", "agenda/#sdg-vlaggendag"]),
        ("global-goals/11-duurzame-steden-en-gemeenschappen/", [EVENING, "agenda/#burendag", "agenda/#sdg-vlaggendag"]),
        ("fairtrade/", [EVENING]),
        ("en/global-goals/", ["en/events/#dag-van-de-rechten-van-de-mens", "en/events/residents/", SWAP]),
        ("doe-mee/", []),
        ("agenda/", []),
    ],
)
def test_other_pages_show_the_next_few_of_their_own(site: Path, address: str, shown: list[str]) -> None:
    links = [node.attributes.get("href") or "" for node in parsed(site, address).css(".soon li a")]
    assert [urljoin(f"https://example.org/{address}", link) for link in links] == [
        f"https://example.org/{one}" for one in shown
    ]


def test_a_section_shows_the_days_that_lead_to_its_pages_where_there_is_an_agenda(small: Path) -> None:
    def shown(key: str) -> list[str]:
        content, _ = read(settings.of(small))
        page = content.page("nl", key)
        assert page
        return [one.key for one in days.soon(content, page)]

    assert shown("stad/index.md") == shown("index.md") == []
    begin_agenda(small)
    assert shown("stad/index.md") == ["brugdag"]
    assert shown("over/index.md") == []
    assert len(shown("index.md")) == days.FEW
