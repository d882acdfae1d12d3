"""The agenda as Markdown, so that its days cite and link like any other text."""

import posixpath
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from babel.dates import format_date

from scripts.content import Content, Page, days, navigation
from scripts.content.addresses import relative
from scripts.content.citations import literal
from scripts.content.days import Coming
from scripts.content.languages import Said

# Where the template has the days by goal (overrides/kinds/agenda.html). In Markdown, MkDocs would look for a heading.
BY_GOAL = "_goals"


def as_markdown(content: Content, page: Page) -> str:
    """Return the days that come back, each the next time from today on, for the agenda `page`, in its language."""
    return "\n\n".join(_blocks(content, page, days.coming(content.days, content.settings.today)))


def written(when: date, locale: str) -> str:
    """Return a day as people of `locale` write it in its year: `zaterdag 8 mei`."""
    return format_date(when, "EEEE d MMMM", locale=locale)


def _blocks(content: Content, page: Page, coming: list[Coming]) -> Iterator[str]:
    words, whole = content.words[page.locale], f"{content.settings.site_url}{days.calendar(page)}"
    yield f"{words['agenda_subscribe']} [{literal(whole)}]({_link(page, days.source(page))})"
    # It is there when the site is whole: as a link of Markdown, MkDocs would look for it sooner.
    yield f'{words["agenda_hang"]} <a href="{relative(days.sheet(page), page.address)}">{words["agenda_sheet"]}</a>'
    yield f'<a href="#{BY_GOAL}">{words["agenda_to_goals"]}</a>'
    for month, those in groupby(coming, key=lambda one: format_date(one.when, "LLLL y", locale=page.locale)):
        yield f"## {month.capitalize()}"
        for one in those:
            yield from _day(content, page, one)


def _day(content: Content, page: Page, one: Coming) -> Iterator[str]:
    words, day = content.words[page.locale], one.day
    name, about, do = (_told(content.said(text, page.locale)) for text in (day.name, day.about, day.do))
    notes = "".join(f"[^{key}]" for key in day.sources)
    yield f'### <time datetime="{one.when}">{written(one.when, page.locale)}</time>: {name} {{#{one.key}}}'
    since = f" {words['agenda_since'].format(year=one.day.since)}" if one.day.since else ""
    yield f"{about}{since}{notes}"
    yield f"**{words['agenda_do']}** {do}"
    pages = navigation.goals(content, page.locale)
    goals = (_to(page, pages.get(number), _goal(content, page, number)) for number in day.goals)
    onward = content.page(page.locale, day.page) if day.page else None
    links = [f"{words['agenda_goals']}: {' · '.join(goals)}"]
    links += [f"{words['read_on']}: {_to(page, onward, literal(onward.meta.title))}"] if onward else []
    # Two spaces end the line.
    yield "  \n".join([*links, f"[{words['agenda_add']}]({_link(page, days.source(page, one.key))})"])


def _goal(content: Content, page: Page, number: int) -> str:
    return f"{number} {_told(navigation.goal_name(content, page.locale, number))}"


def _told(said: Said) -> str:
    return f"<span{said.lang}>{literal(said.text)}</span>" if said.lang else literal(said.text)


def _to(page: Page, target: Page | None, text: str) -> str:
    """Return `text` as a link to `target`, when it is there in the language of `page`: a round knows no other pages."""
    return f"[{text}]({_link(page, target.key)})" if target and target.locale == page.locale else text


def _link(page: Page, key: str) -> str:
    return posixpath.relpath(key, posixpath.dirname(page.key) or ".")
