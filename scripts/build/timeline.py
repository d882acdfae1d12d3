"""The timeline as Markdown, so that its events cite and link like any other text."""

import posixpath
from datetime import date

from babel.dates import format_date

from scripts.content import Content, Page
from scripts.content.citations import literal
from scripts.content.schema.data import Event


def as_markdown(content: Content, page: Page) -> str:
    """Return the events of `docs/data/timeline.yml`, oldest first, as a list for `page`, in its language."""
    return "\n".join(_item(content, page, event) for event in sorted(content.timeline, key=lambda event: event.when))


def _item(content: Content, page: Page, event: Event) -> str:
    words = content.words[page.locale]
    times = [f'<time datetime="{one}">{long_date(one, page.locale)}</time>' for one in (event.when, event.until) if one]
    notes = "".join(f"[^{key}]" for key in event.sources)
    target = content.page(page.locale, event.page) if event.page else None
    onward = ""
    if target:
        link = posixpath.relpath(target.key, posixpath.dirname(page.key) or ".")
        onward = f" {words['read_on']}: [{literal(target.meta.title)}]({link})."
    when = f" {words['until']} ".join(times)
    # Two spaces end the line: the date stands above its text, with and without styles.
    text = content.said(event.text, page.locale)
    told = f"<span{text.lang}>{text.text}</span>" if text.lang else text.text
    return f"- **{when}**  \n    {told}{notes}{onward}"


def long_date(value: str, locale: str) -> str:
    """Return a date of one to three parts (`1994-03`) as people of `locale` write it: `maart 1994`."""
    parts = [int(part) for part in value.split("-")]
    # A month without a day has a form of its own in many languages: czerwiec, but 3 czerwca.
    pattern = ("y", "LLLL y", "d MMMM y")[len(parts) - 1]
    return format_date(date(*[*parts, 1, 1][:3]), pattern, locale=locale)
