"""News stands in the folder of a newsroom, alone there, with the same day in every language, which has come."""

from pathlib import PurePosixPath

from scripts.check.rule import Content, Faults, Page, error
from scripts.content import navigation
from scripts.content.news import FRONT
from scripts.content.schema.front_matter import News
from scripts.content.translations import source

# Where a newsroom is, when the site has none yet.
USUAL = "nieuws/index.md"


def check_page(page: Page, content: Content) -> Faults:
    """Yield an error for news elsewhere or on another day, and for what is no news among it.

    In a site without a newsroom, a folder without a front hears of that itself.
    """
    section = navigation.section_of(content, page)
    if isinstance(page.meta, News):
        yield from _day(page, page.meta, content)
        known = [one.key for one in content.pages if one.meta.kind == FRONT]
        if section.meta.kind != FRONT if section else known or "/" not in page.key:
            front = next(iter(known), USUAL)
            about = {"locale": page.locale, "front": front, "folder": PurePosixPath(front).parent}
            yield error("outside" if known else "nowhere", page.path, page.line("kind"), **about)
    elif page.meta.kind == FRONT and (section or "/" not in page.key):
        yield error("front", page.path, page.line("kind"), locale=page.locale, front=USUAL)
    elif section and section.meta.kind == FRONT:
        yield error("other", page.path, page.line("kind"), kind=page.meta.kind, front=section.path)


def _day(page: Page, meta: News, content: Content) -> Faults:
    original, today = source(content, page), content.settings.today.isoformat()
    if original and isinstance(original.meta, News) and original.meta.date != meta.date:
        yield error("differs", page.path, page.line("date"), date=original.meta.date, path=original.path)
    elif meta.date > today:
        yield error("future", page.path, page.line("date"), date=meta.date, today=today)
