"""What lists say: the timeline, the agenda and the archive, their events, and the days that other pages show."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urljoin

import pytest

from scripts import check as checks
from scripts.build import calendars, listed
from scripts.content import Content, days, read, settings
from scripts.content.schema.data import Observance
from scripts.git import Commit
from tests.build.conftest import dates, page_of, parsed, text_of
from tests.build.test_languages import begin_polish, change, write
from tests.conftest import begin_agenda

# So many of those in tests/year/ are still to come.
EVENTS = 2
COMMIT = Commit("unknown", datetime(2026, 11, 1, 12, tzinfo=UTC))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("1991", ["1991", "1991", "1991"]),
        ("1994-03", ["maart 1994", "March 1994", "marzec 1994"]),
        ("1994-03-01", ["1 maart 1994", "1 March 1994", "1 marca 1994"]),
    ],
)
def test_dates_are_as_precise_as_the_source(value: str, said: list[str]) -> None:
    assert [listed.long_date(value, locale) for locale in ("nl", "en", "pl")] == said


def timeline(root: Path) -> str:
    content, findings = checks.run(settings.of(root))
    # What a title with marks says, it says as text; that is for its writer to know.
    assert {finding.rule for finding in findings if finding.level == "error"} <= {"marks_have_their_effect"}
    return listed.timeline(content, page_of(content, "en", "tijdlijn.md"))


def test_an_event_has_its_period_text_sources_and_link_and_a_title_is_text(small: Path) -> None:
    change(small / "docs/en/stad/brug.md", "title: The bridge", 'title: "The [bridge] #1"')
    assert timeline(small) == (
        '- **<time datetime="1880">1880</time> to <time datetime="1882-05">May 1882</time>**  \n    '
        "The bridge was built.[^brugboek] Read more: [The &#91;bridge&#93; &#35;1](stad/brug.md)."
    )


def test_a_text_that_is_not_there_yet_comes_from_another_language_and_says_so(small: Path) -> None:
    change(small / "docs/data/timeline.yml", "\n *en: .*", "")
    assert '\n    <span lang="nl">De brug werd gebouwd.</span>[^brugboek]' in timeline(small)


def test_events_stand_oldest_first_in_whatever_order_they_were_written(small: Path) -> None:
    event = '- when: "{}"\n  text: {{nl: Iets., en: Something.}}\n  sources: [brugboek]\n'
    written = "".join(event.format(when) for when in ("2001-05", "1990", "2001", "1990-01-02"))
    (small / "docs/data/timeline.yml").write_text(written)
    assert re.findall(r'datetime="([^"]+)"', timeline(small)) == ["1990", "1990-01-02", "2001", "2001-05"]


@pytest.mark.parametrize("address", ["agenda/", "en/events/"])
def test_the_agenda_has_each_day_once_below_its_month(site: Path, content: Content, address: str) -> None:
    page, coming = parsed(site, address), days.coming(content, "en" if address.startswith("en/") else "nl")
    observed = [(one, one.what) for one in coming if isinstance(one.what, Observance)]
    assert len(observed) == len(content.days) == len(coming) - EVENTS
    assert page.css(f"a[href='../{Path(address).name}.pdf']")
    calendar = {node.attributes.get("href") or "" for node in page.css("a[type='text/calendar']")}
    assert calendar == {f"../{Path(address).name}.ics", *(f"{key}.ics" for key in content.days)}
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


def test_what_a_language_lacks_comes_from_the_nearest(small: Path) -> None:
    begin_polish(small)
    begin_agenda(small)
    write(small / "docs/pl/agenda/index.md", text_of("agenda", "Dni, które wracają", menu="header"))
    change(small / "docs/data/slugs.yml", "events", "events, pl: kalendarz")
    content, _ = read(settings.of(small))
    said = listed.agenda(content, page_of(content, "pl", "agenda/index.md"))
    assert 'czwartek 10 grudnia</time>: <span lang="en">Human Rights Day</span>' in said
    (_, address, data), *_ = calendars.files(content, "pl", COMMIT)
    assert address == "pl/kalendarz.ics"
    assert b"SUMMARY;LANGUAGE=en:Human Rights Day\r\n" in data
    assert b"DTSTAMP:20261101T120000Z\r\n" in data


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
    assert dates(parsed(site, "en/events/residents/"), ".event")[0] == "2026-12-12T17:30:00+01:00"


@pytest.mark.parametrize(("address", "over"), [("agenda/inwoners/", False), ("agenda/scholen/", True)])
def test_what_is_over_says_so_and_asks_nobody_to_come(site: Path, address: str, over: bool) -> None:
    page = parsed(site, address)
    assert bool(page.css(".event-over a[href='../archief/']")) == over
    assert bool(page.css("a[type='text/calendar']")) != over
    assert ("Aanmelden" in told(site, address, ".event dt")) != over


def test_an_event_moves_to_the_archive_the_day_after_its_last(content: Content) -> None:
    archive, front = (page_of(content, "nl", f"agenda/{name}.md") for name in ("archief", "index"))
    for today, is_over in ((date(2027, 3, 27), False), (date(2027, 3, 28), True)):
        later = replace(content, settings=replace(content.settings, today=today))
        assert ("](ruilweek.md)" in listed.archive(later, archive)) == is_over
        assert ("](ruilweek.md)" in listed.agenda(later, front)) != is_over
        assert [one.when for one in days.coming(later, "nl") if one.key == "agenda/ruilweek.md"] == [today][is_over:]
    assert listed.archive(later, archive).index("](ruilweek.md)") < listed.archive(later, archive).index("## 2026")


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
        return [soon.key for soon in days.soon(content, page_of(content, "nl", key))]

    assert shown("stad/index.md") == shown("index.md") == []
    begin_agenda(small)
    assert shown("stad/index.md") == ["brugdag"]
    assert shown("over/index.md") == []
    assert len(shown("index.md")) == days.FEW
