"""A lesson as its templates and files need it: the titles and texts of its steps, whom it is for, addresses."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import NamedTuple

from scripts.content import Content, Page, navigation
from scripts.content.schema import lesson_page
from scripts.content.schema.lessons import Exercises

RENDERED = re.compile(r'(?=<h2 id="([\w-]+)")')
SHORT = "l"
ALL = "lessen.jsonld"
# So many lessons stand on the page of a goal.
FEW = 3
# By word of its front matter, where what a lesson is labelled with stands in the words of education.
LABELS = {"groups": "levels", "subjects": "subjects", "curriculum": "curriculum"}


class Text(NamedTuple):
    """The rendered text of a lesson: what comes before the steps, each step by its id, and its sources."""

    before: str
    steps: dict[str, str]
    after: str


class Files(NamedTuple):
    """The addresses of what goes with a lesson: sheet, answers, a copy to keep, links for a platform."""

    worksheet: str
    answers: str
    bundle: str
    cartridge: str


@dataclass(frozen=True)
class Lesson:
    """The lesson on `page`, with its `exercises`."""

    content: Content
    page: Page
    meta: lesson_page.Lesson
    exercises: Exercises

    def text(self, html: str) -> Text:
        """Return the rendered `html` of the lesson, taken apart at the headings of its steps."""
        before, *rest = RENDERED.split(html)
        parts = dict(zip(rest[::2], rest[1::2], strict=True))
        steps = {step.id: parts.pop(step.id) for step in self.meta.steps if step.id in parts}
        return Text(before, steps, "".join(parts.values()))

    def said(self, texts: Mapping[str, str]) -> str:
        """Return that of `texts`, by language, which readers of the lesson get."""
        return self.content.said(texts, self.page.locale).text

    @property
    def ages(self) -> tuple[int, int]:
        """How old the youngest and the oldest pupils are, about, in years."""
        levels = [self.content.education.levels[key] for key in self.meta.groups]
        return min(level.youngest for level in levels), max(level.oldest for level in levels)

    @property
    def short(self) -> str:
        """The short address, below that of the site: `l/banaan/`."""
        return f"{SHORT}/{self.meta.code}/"

    @property
    def files(self) -> Files:
        """The addresses of its files, below that of the site, each named after its code."""
        words, code, folder = self.content.words[self.page.locale], self.meta.code, self.page.address
        return Files(
            worksheet=f"{folder}{words['lesson_worksheet_file']}-{code}.pdf",
            answers=f"{folder}{words['lesson_answers_file']}-{code}.pdf",
            bundle=f"{folder}{code}.zip",
            cartridge=f"{folder}{code}.imscc",
        )


def lesson(content: Content, page: Page) -> Lesson | None:
    """Return the lesson on `page`; None when it is no lesson or has no exercises."""
    exercises = content.exercises.get(page.path.stem)
    if not isinstance(page.meta, lesson_page.Lesson) or not exercises:
        return None
    return Lesson(content, page, page.meta, exercises)


def lessons(content: Content, locale: str) -> list[Lesson]:
    """Return the lessons that exist in `locale`, in the order of their pages."""
    pages = navigation.offered(content, locale)
    found = (lesson(content, page) for page in pages if page.locale == locale)
    return [one for one in found if one]


def about(content: Content, locale: str, goal: int) -> list[Page]:
    """Return the pages of the few lessons in `locale` that are most about `goal`: it stands among their first."""
    found = [one for one in lessons(content, locale) if goal in one.meta.sdg]
    return [one.page for one in sorted(found, key=lambda one: one.meta.sdg.index(goal))][:FEW]


def everything(content: Content) -> Iterator[Lesson]:
    """Yield every lesson in every language, the default language first."""
    for locale in content.settings.locales:
        yield from lessons(content, locale)


def cartridge_of_all(content: Content, locale: str) -> str:
    """Return the address of the links to all lessons in `locale`, named after their folder: `lessen/lessen.imscc`.

    Empty when there are no lessons in that language, or no page that leads to them.
    """
    front = navigation.first_of_kind(content, locale, "lessons")
    return f"{front.address}{PurePath(front.address).name}.imscc" if front and lessons(content, locale) else ""


def of_all(content: Content) -> list[str]:
    """Return the addresses of the files that hold all lessons: as linked data, and per language as links."""
    return [ALL, *filter(None, (cartridge_of_all(content, locale) for locale in content.settings.locales))]


def headings(page: Page) -> dict[str, str]:
    """Return the title of each step of `page` by its id, in the order of the text: `## Raad wie wint {#raden}`."""
    return {one.id: one.text for one in page.marked.outline.headings if one.level == 2 and one.is_named}
