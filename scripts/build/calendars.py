"""What is on the agenda as files for the calendar of a reader (RFC 5545): all to subscribe to, and each by itself."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import icalendar
from icalendar import TRANSP, Calendar, Timezone, vRecur, vText

from scripts.content import Content, Page, days, navigation
from scripts.content.languages import Said
from scripts.content.schema.data import Observance
from scripts.content.schema.front_matter import Event
from scripts.git import Commit

# How often a program looks whether the calendar has changed (RFC 7986, section 5.7).
ANEW = timedelta(days=7)
DAY = timedelta(days=1)
# What a calendar has no word of its own for that is no address of mail.
TOLD = ("organiser", "cost", "sign_up")
# When it is summer time, for programs that do not know the zone by its name (RFC 5545, section 3.6.5).
ZONE = Timezone.from_ical(Path(__file__).with_name("amsterdam.ics").read_bytes())


def files(content: Content, locale: str, commit: Commit) -> Iterator[tuple[str, str, bytes]]:
    """Yield each calendar in `locale`: its place beside the texts, its address, and what it holds.

    A moment in it is that of the `commit`, so that it is the same each time.
    """
    events = {page: _event(content, page, event, commit) for page, event in days.events(content, locale)}
    if agenda := navigation.first_of_kind(content, locale, days.KIND):
        every = {key: _day(content, agenda, key, day, commit) for key, day in content.days.items()}
        whole = _calendar(content, agenda, *every.values(), *events.values())
        yield days.source(agenda), days.calendar(agenda), whole
        for key, day in every.items():
            yield days.source(agenda, key), days.calendar(agenda, key), _calendar(content, agenda, day)
    for page, event in events.items():
        if page.locale == locale:
            key = days.own(page)
            yield days.source(page, key), days.calendar(page, key), _calendar(content, page, event)


def _calendar(content: Content, page: Page, *entries: icalendar.Event) -> bytes:
    made = Calendar()
    made.prodid, made.version = f"-//{_host(content)}//{page.meta.word}//{page.locale.upper()}", "2.0"
    if page.meta.kind == days.KIND and len(entries) != 1:
        # Also under the name that programs from before RFC 7986 know.
        made.calendar_name = f"{page.meta.word} · {content.settings.site_names[page.locale]}"
        made.add("REFRESH-INTERVAL", ANEW, parameters={"VALUE": "DURATION"})
    if any(isinstance(one.start, datetime) for one in entries):
        made.add_component(ZONE)
    for one in entries:
        made.add_component(one)
    return bytes(made.to_ical())


def _day(content: Content, page: Page, key: str, day: Observance, commit: Commit) -> icalendar.Event:
    """Return `day` as it comes back each year, from the year of today on."""
    about, do = (content.said(text, page.locale) for text in (day.about, day.do))
    told = about._replace(text=f"{about.text}\n\n{content.words[page.locale]['agenda_do']} {do.text}")
    made = _entry(content, key, content.said(day.name, page.locale), told, f"{page.address}#{key}", commit)
    made.start = days.on(day.rule, content.settings.today.year)
    made.add("RRULE", vRecur.from_ical(day.rule))
    made.transparency = TRANSP.TRANSPARENT  # nobody is busy on such a day
    return made


def _event(content: Content, page: Page, event: Event, commit: Commit) -> icalendar.Event:
    """Return the `event` of `page`; of whole days the end is the day after the last (RFC 5545, section 3.6.1)."""
    words, name = content.words[page.locale], Said(event.title, page.locale)
    lines = [f"{words[f'event_{one}']}: {text}" for one in TOLD if (text := getattr(event, one))]
    told = name._replace(text="\n".join([event.description, *lines]))
    made = _entry(content, page.key.removesuffix(".md"), name, told, page.address, commit)
    made.start = event.begins
    made.end = event.ends if isinstance(event.ends, datetime) else event.ends + DAY
    made.location = _text(name._replace(text=event.place))
    return made


def _entry(content: Content, key: str, name: Said, about: Said, address: str, commit: Commit) -> icalendar.Event:
    return icalendar.Event.new(
        uid=f"{key}@{_host(content)}",
        stamp=commit.moment,
        last_modified=commit.moment,
        summary=_text(name),
        description=_text(about),
        url=f"{content.settings.site_url}{address}",
    )


def _text(said: Said) -> vText:
    return vText(said.text, params={"LANGUAGE": said.locale})


def _host(content: Content) -> str:
    return urlsplit(content.settings.site_url).hostname or ""
