"""The days that come back as files for the calendar of a reader (RFC 5545): all of them to subscribe to, and each."""

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Event, vRecur

from scripts.content import Content, Page, days
from scripts.content.languages import Said
from scripts.content.schema.data import Observance
from scripts.git import Commit

# How often a program looks whether the calendar has changed (RFC 7986, section 5.7).
ANEW = timedelta(days=7)


def files(content: Content, page: Page, commit: Commit) -> Iterator[tuple[str, str, bytes]]:
    """Yield each calendar of the agenda `page`: its place beside the texts, its address, and what it holds.

    A moment in it is that of the `commit`, so that it is the same each time.
    """
    events = {key: _event(content, page, key, day, commit) for key, day in content.days.items()}
    yield days.source(page), days.calendar(page), _calendar(content, page, *events.values())
    for key, event in events.items():
        yield days.source(page, key), days.calendar(page, key), _calendar(content, page, event)


def _calendar(content: Content, page: Page, *events: Event) -> bytes:
    made = Calendar()
    made.add("PRODID", f"-//{_host(content)}//{page.meta.word}//{page.locale.upper()}")
    made.add("VERSION", "2.0")
    if len(events) != 1:
        name = f"{page.meta.word} · {content.settings.site_names[page.locale]}"
        for word in ("NAME", "X-WR-CALNAME"):  # programs from before RFC 7986 know the second
            made.add(word, name)
        made.add("REFRESH-INTERVAL", ANEW, parameters={"VALUE": "DURATION"})
    for event in events:
        made.add_component(event)
    return bytes(made.to_ical())


def _event(content: Content, page: Page, key: str, day: Observance, commit: Commit) -> Event:
    """Return `day` as it comes back each year, from the year of today on."""
    about, do = (content.said(text, page.locale) for text in (day.about, day.do))
    told = f"{about.text}\n\n{content.words[page.locale]['agenda_do']} {do.text}"
    made = Event()
    made.add("UID", f"{key}@{_host(content)}")
    for word in ("DTSTAMP", "LAST-MODIFIED"):
        made.add(word, commit.moment)
    made.add("DTSTART", days.on(day.rule, content.settings.today.year))
    made.add("RRULE", vRecur.from_ical(days.rrule(day.rule)))
    made.add("SUMMARY", *_text(content.said(day.name, page.locale)))
    made.add("DESCRIPTION", *_text(about._replace(text=told)))
    made.add("URL", f"{content.settings.site_url}{page.address}#{key}")
    made.add("TRANSP", "TRANSPARENT")  # nobody is busy on such a day
    return made


def _text(said: Said) -> tuple[str, dict[str, str]]:
    return said.text, {"LANGUAGE": said.locale}


def _host(content: Content) -> str:
    return urlsplit(content.settings.site_url).hostname or ""
