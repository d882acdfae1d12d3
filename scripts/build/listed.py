"""What lists say, as Markdown, to cite and link like any other text: the timeline, the agenda and the archive."""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby

from babel.dates import format_date

from scripts.content import Content, Page, days, navigation
from scripts.content.citations import literal
from scripts.content.days import Coming
from scripts.content.languages import Said, lang
from scripts.content.schema import data
from scripts.content.schema.front_matter import Event

# A day in the rendered text, up to the next day or month.
DAY = re.compile(r"<h3\b[^>]*><time\b.*?(?=<h[23]\b|\Z)", re.DOTALL)
# Two spaces end the line: what comes first stands above the rest, with and without styles.
BREAK = "  \n"


def timeline(content: Content, page: Page) -> str:
    """Return the events of `docs/data/timeline.yml`, oldest first, as a list for `page`, in its language."""
    return "\n".join(_moment(content, page, event) for event in sorted(content.timeline, key=lambda event: event.when))


def agenda(content: Content, page: Page) -> str:
    """Return what is coming, by month, for the agenda `page`, in its language."""
    return "\n\n".join(_months(content, page, days.coming(content, page.locale)))


def archive(content: Content, page: Page) -> str:
    """Return the events that are over, the last ones first, by year, for the archive `page`, in its language."""
    today = content.settings.today
    over = [one for one in reversed(days.events(content, page.locale)) if one[1].is_over(today)]
    return "\n\n".join(_years(content, page, over)) or content.words[page.locale]["archive_empty"]


# By the kind of the page that shows it.
KINDS: Mapping[str, Callable[[Content, Page], str]] = {
    "timeline": timeline,
    days.KIND: agenda,
    days.ARCHIVE: archive,
}


def with_goals(html: str, coming: list[Coming]) -> str:
    """Return `html`, the rendered days of `coming`, each in an element with a class for each of its goals."""
    goals = iter([" ".join(["coming", *(f"for-{number}" for number in one.goals)]) for one in coming])
    return DAY.sub(lambda found: f'<div class="{next(goals, "coming")}">{found[0]}</div>', html)


def long_date(value: str, locale: str) -> str:
    """Return a date of one to three parts (`1994-03`) as people of `locale` write it: `maart 1994`."""
    parts = [int(part) for part in value.split("-")]
    # A month without a day has a form of its own in many languages: czerwiec, but 3 czerwca.
    pattern = ("y", "LLLL y", "d MMMM y")[len(parts) - 1]
    return format_date(date(*[*parts, 1, 1][:3]), pattern, locale=locale)


def moments(event: Event, locale: str) -> list[tuple[str, str]]:
    """Return when `event` begins and, if that is another moment, ends: in ISO 8601, and as people of `locale` write it.

    An end on the day of the start is a time alone.
    """
    told = list[tuple[str, str]]()
    for moment in dict.fromkeys((event.begins, event.ends)):
        text = format_date(moment, "EEEE d MMMM y", locale=locale)
        if isinstance(moment, datetime):
            same = told and event.start[:10] == event.end[:10]
            text = f"{moment:%H:%M}" if same else f"{text}, {moment:%H:%M}"
        told.append((moment.isoformat(), text))
    return told


def between(event: Event) -> str:
    """Return the key of the word that stands between the moments of `event`: of days, the last one counts too."""
    return "event_until" if isinstance(event.ends, datetime) else "until"


def _moment(content: Content, page: Page, event: data.Event) -> str:
    words, text = content.words[page.locale], content.said(event.text, page.locale)
    times = (_time(one, long_date(one, page.locale)) for one in (event.when, event.until) if one)
    when = f" {words['until']} ".join(times)
    target = content.page(page.locale, event.page) if event.page else None
    onward = f" {words['read_on']}: {_to(page, target, literal(target.meta.title))}." if target else ""
    return f"- **{when}**{BREAK}    {_spoken(text, text.text)}{_notes(event.sources)}{onward}"


def _years(content: Content, page: Page, over: list[tuple[Page, Event]]) -> Iterator[str]:
    for year, those in groupby(over, key=lambda one: one[1].start[:4]):
        yield f"## {year}"
        for other, event in those:
            name = Said(event.title, other.locale, lang(other.locale, page.locale))
            yield f"- {_times(content, page, event)}: {_event_link(content, page, name, other.key, other.address)}"


def _months(content: Content, page: Page, coming: list[Coming]) -> Iterator[str]:
    words, whole = content.words[page.locale], f"{content.settings.site_url}{days.calendar(page)}"
    yield f"{words['agenda_subscribe']} [{literal(whole)}]({_link(page, days.source(page))})"
    for month, those in groupby(coming, key=lambda one: format_date(one.when, "LLLL y", locale=page.locale)):
        yield f"## {month.capitalize()}"
        for one in those:
            when = f"### {_time(one.when, format_date(one.when, 'EEEE d MMMM', locale=page.locale))}: "
            if isinstance(one.what, Event):
                yield when + _event_link(content, page, one.name, one.key, one.address)
                about, place = (_told(one.name._replace(text=text)) for text in (one.what.description, one.what.place))
                yield f"{about}{BREAK}{_times(content, page, one.what)}, {place}"
            else:
                yield f"{when}{_told(one.name)} {{#{one.key}}}"
                yield from _day(content, page, one.key, one.what)


def _day(content: Content, page: Page, key: str, day: data.Observance) -> Iterator[str]:
    words = content.words[page.locale]
    about, do = (_told(content.said(text, page.locale)) for text in (day.about, day.do))
    since = f" {words['agenda_since'].format(year=day.since)}" if day.since else ""
    yield f"{about}{since}{_notes(day.sources)}"
    yield f"**{words['agenda_do']}** {do}"
    pages = navigation.goals(content, page.locale)
    goals = (_to(page, pages.get(number), _goal(content, page, number)) for number in day.goals)
    onward = content.page(page.locale, day.page) if day.page else None
    links = [f"{words['agenda_goals']}: {' · '.join(goals)}"]
    links += [f"{words['read_on']}: {_to(page, onward, literal(onward.meta.title))}"] if onward else []
    yield BREAK.join([*links, f"[{words['agenda_add']}]({_link(page, days.source(page, key))})"])


def _event_link(content: Content, page: Page, name: Said, key: str, address: str) -> str:
    """Return a link to an event, in another language by its whole address: a round knows no other pages."""
    link = _link(page, key) if name.locale == page.locale else f"{content.settings.site_url}{address}"
    return f"[{_told(name)}]({link})"


def _times(content: Content, page: Page, event: Event) -> str:
    times = (_time(one, text) for one, text in moments(event, page.locale))
    return f" {content.words[page.locale][between(event)]} ".join(times)


def _time(moment: object, text: str) -> str:
    return f'<time datetime="{moment}">{text}</time>'


def _notes(sources: Sequence[str]) -> str:
    return "".join(f"[^{key}]" for key in sources)


def _goal(content: Content, page: Page, number: int) -> str:
    return f"{number} {_told(navigation.goal_name(content, page.locale, number))}"


def _told(said: Said) -> str:
    return _spoken(said, literal(said.text))


def _spoken(said: Said, text: str) -> str:
    return f"<span{said.lang}>{text}</span>" if said.lang else text


def _to(page: Page, target: Page | None, text: str) -> str:
    """Return `text` as a link to `target`, when it is there in the language of `page`: a round knows no other pages."""
    return f"[{text}]({_link(page, target.key)})" if target and target.locale == page.locale else text


def _link(page: Page, key: str) -> str:
    return posixpath.relpath(key, posixpath.dirname(page.key) or ".")
