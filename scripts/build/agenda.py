"""The agenda and the archive as Markdown, so that days cite and link like any other text."""

import posixpath
import re
from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby

from babel.dates import format_date

from scripts.content import Content, Page, days, navigation
from scripts.content.citations import literal
from scripts.content.days import Coming
from scripts.content.languages import Said, lang
from scripts.content.schema.data import Observance
from scripts.content.schema.front_matter import Event

# A day in the rendered text, up to the next day or month.
DAY = re.compile(r"<h3\b[^>]*><time\b.*?(?=<h[23]\b|\Z)", re.DOTALL)


def as_markdown(content: Content, page: Page) -> str:
    """Return what is coming, by month, for the agenda `page`, in its language."""
    return "\n\n".join(_blocks(content, page, days.coming(content, page.locale)))


def archived(content: Content, page: Page) -> str:
    """Return the events that are over, the last ones first, by year, for the archive `page`, in its language."""
    today = content.settings.today
    over = [one for one in reversed(days.events(content, page.locale)) if one[1].is_over(today)]
    return "\n\n".join(_years(content, page, over)) or content.words[page.locale]["archive_empty"]


def _years(content: Content, page: Page, over: list[tuple[Page, Event]]) -> Iterator[str]:
    for year, those in groupby(over, key=lambda one: one[1].start[:4]):
        yield f"## {year}"
        for other, event in those:
            name = Said(event.title, other.locale, lang(other.locale, page.locale))
            yield f"- {_times(content, page, event)}: {_event_link(content, page, name, other.key, other.address)}"


def with_goals(html: str, coming: list[Coming]) -> str:
    """Return `html`, the rendered days of `coming`, each in an element with a class for each of its goals."""
    goals = iter([" ".join(["coming", *(f"for-{number}" for number in one.goals)]) for one in coming])
    return DAY.sub(lambda found: f'<div class="{next(goals, "coming")}">{found[0]}</div>', html)


def written(when: date, locale: str) -> str:
    """Return a day as people of `locale` write it in its year: `zaterdag 8 mei`."""
    return format_date(when, "EEEE d MMMM", locale=locale)


def day_and_month(when: date, locale: str) -> tuple[str, str]:
    """Return a day as people of `locale` write it, its number apart: `5` and `december`."""
    return str(when.day), format_date(when, "MMMM", locale=locale)


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


def _blocks(content: Content, page: Page, coming: list[Coming]) -> Iterator[str]:
    words, whole = content.words[page.locale], f"{content.settings.site_url}{days.calendar(page)}"
    yield f"{words['agenda_subscribe']} [{literal(whole)}]({_link(page, days.source(page))})"
    for month, those in groupby(coming, key=lambda one: format_date(one.when, "LLLL y", locale=page.locale)):
        yield f"## {month.capitalize()}"
        for one in those:
            if isinstance(one.what, Event):
                yield from _event(content, page, one, one.what)
            else:
                yield from _day(content, page, one, one.what)


def _event(content: Content, page: Page, one: Coming, event: Event) -> Iterator[str]:
    link = _event_link(content, page, one.name, one.key, one.address)
    yield f'### <time datetime="{one.when}">{written(one.when, page.locale)}</time>: {link}'
    about, place = (_told(one.name._replace(text=text)) for text in (event.description, event.place))
    yield f"{about}  \n{_times(content, page, event)}, {place}"


def _day(content: Content, page: Page, one: Coming, day: Observance) -> Iterator[str]:
    words = content.words[page.locale]
    name, about, do = (_told(content.said(text, page.locale)) for text in (day.name, day.about, day.do))
    notes = "".join(f"[^{key}]" for key in day.sources)
    yield f'### <time datetime="{one.when}">{written(one.when, page.locale)}</time>: {name} {{#{one.key}}}'
    since = f" {words['agenda_since'].format(year=day.since)}" if day.since else ""
    yield f"{about}{since}{notes}"
    yield f"**{words['agenda_do']}** {do}"
    pages = navigation.goals(content, page.locale)
    goals = (_to(page, pages.get(number), _goal(content, page, number)) for number in day.goals)
    onward = content.page(page.locale, day.page) if day.page else None
    links = [f"{words['agenda_goals']}: {' · '.join(goals)}"]
    links += [f"{words['read_on']}: {_to(page, onward, literal(onward.meta.title))}"] if onward else []
    # Two spaces end the line.
    yield "  \n".join([*links, f"[{words['agenda_add']}]({_link(page, days.source(page, one.key))})"])


def _event_link(content: Content, page: Page, name: Said, key: str, address: str) -> str:
    """Return a link to an event, in another language by its whole address: a round knows no other pages."""
    link = _link(page, key) if name.locale == page.locale else f"{content.settings.site_url}{address}"
    return f"[{_told(name)}]({link})"


def _times(content: Content, page: Page, event: Event) -> str:
    times = (f'<time datetime="{one}">{text}</time>' for one, text in moments(event, page.locale))
    return f" {content.words[page.locale][between(event)]} ".join(times)


def _goal(content: Content, page: Page, number: int) -> str:
    return f"{number} {_told(navigation.goal_name(content, page.locale, number))}"


def _told(said: Said) -> str:
    return f"<span{said.lang}>{literal(said.text)}</span>" if said.lang else literal(said.text)


def _to(page: Page, target: Page | None, text: str) -> str:
    """Return `text` as a link to `target`, when it is there in the language of `page`: a round knows no other pages."""
    return f"[{text}]({_link(page, target.key)})" if target and target.locale == page.locale else text


def _link(page: Page, key: str) -> str:
    return posixpath.relpath(key, posixpath.dirname(page.key) or ".")
