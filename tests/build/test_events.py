"""Events: their pages before and after, the archive, what programs read, and what stays the same in translation."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.build import agenda, events
from scripts.content import Content, days
from tests.build.lessons.test_linked_data import unknown
from tests.conftest import SITE_URL


def parsed(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address / "index.html").read_text(encoding="utf-8"))


def told(site: Path, address: str, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in parsed(site, address).css(selector)]


def test_an_event_says_when_where_and_who(site: Path) -> None:
    facts = told(site, "agenda/inwoners/", ".event dd")
    assert facts == [
        "zaterdag 12 december 2026, 17:30 tot 20:00",
        "Buurthuis De Brug op het plein",
        "Wijkvereniging De Brug",
        "gratis",
        "https://buurthuis.example/avond",
        "Nederlands, Engels",
        "1 Geen armoede, 11 Duurzame steden en gemeenschappen",
    ]
    assert told(site, "en/events/residents/", ".event dd")[0] == "Saturday 12 December 2026, 17:30 to 20:00"
    start, _ = parsed(site, "en/events/residents/").css(".event time")
    assert start.attributes["datetime"] == "2026-12-12T17:30:00+01:00"


@pytest.mark.parametrize(("address", "over"), [("agenda/inwoners/", False), ("agenda/scholen/", True)])
def test_what_is_over_says_so_and_asks_nobody_to_come(site: Path, address: str, over: bool) -> None:
    page = parsed(site, address)
    assert bool(page.css(".event-over a[href='../archief/']")) == over
    assert bool(page.css("a[type='text/calendar']")) != over
    assert ("Aanmelden" in told(site, address, ".event dt")) != over


def test_an_event_moves_to_the_archive_the_day_after_its_last(content: Content) -> None:
    archive, front = content.page("nl", "agenda/archief.md"), content.page("nl", "agenda/index.md")
    assert archive
    assert front
    for today, is_over in ((date(2027, 3, 27), False), (date(2027, 3, 28), True)):
        later = replace(content, settings=replace(content.settings, today=today))
        assert ("](ruilweek.md)" in agenda.archived(later, archive)) == is_over
        assert ("](ruilweek.md)" in agenda.as_markdown(later, front)) != is_over
        assert [one.when for one in days.coming(later, "nl") if one.key == "agenda/ruilweek.md"] == [today][is_over:]
    assert agenda.archived(later, archive).index("](ruilweek.md)") < agenda.archived(later, archive).index("## 2026")


def test_linked_data_is_that_of_schema_org(site: Path, content: Content) -> None:
    for page, event in days.events(content, "en"):
        (script,) = parsed(site, page.address).css("script[type='application/ld+json']")
        data = json.loads(script.text())
        here = replace(content, settings=replace(content.settings, site_url=SITE_URL))
        assert data == events.linked_data(here, page)
        assert list(unknown(data)) == []
        assert data["endDate"] == event.ends.isoformat()
    whole, timed = (content.page("nl", f"agenda/{key}.md") for key in ("ruilweek", "scholen"))
    assert whole
    assert timed
    assert events.linked_data(content, whole)["startDate"] == "2027-03-20"
    assert events.linked_data(content, timed)["startDate"] == "2026-10-24T10:00:00+02:00"
    assert events.linked_data(content, timed)["endDate"] == "2026-10-25T16:00:00+01:00"
