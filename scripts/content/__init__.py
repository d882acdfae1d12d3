"""The one reader of pages: front matter, body, line numbers, kind, language, translation."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePath
from typing import ParamSpec, TypeVar

from pydantic import TypeAdapter

from scripts.content import data
from scripts.content.addresses import SlugTable, address
from scripts.content.markdown import without_code
from scripts.content.marked import Marked
from scripts.content.schema import data as models
from scripts.content.schema.drawings import DRAWINGS, PLACES, Drawing, Place
from scripts.content.schema.front_matter import FRONT_MATTER, FrontMatter
from scripts.content.schema.lessons import EDUCATION, EXERCISES, REDIRECTS, Education, Exercises
from scripts.content.settings import Settings
from scripts.content.strict_yaml import Document
from scripts.report import Finding, Refused
from scripts.words import finding

P = ParamSpec("P")
T = TypeVar("T")

RULE = "front_matter_is_valid"
# Longer than any page, and any line of one, needs to be; beyond it, reading takes time.
MOST_BYTES, MOST_CHARACTERS = 30_000, 2_000
MOST_FRONT_MATTER = 10_000
FRONT_MATTER_BLOCK = re.compile(r"---[ ]*\n(?P<yaml>.*?)^---[ ]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, eq=False)
class Page:
    """A page in one language.

    `path` is its file from the root of the repository, `key` its file from the folder of its language: the same for
    all translations. `body` is the Markdown after the front matter and begins on line `body_line` of the file.
    `address` is relative to the address of the site and ends with a slash; the default language's home is empty.
    """

    path: PurePath
    locale: str
    key: str
    meta: FrontMatter
    body: str
    body_line: int
    address: str
    document: Document = field(repr=False)

    @cached_property
    def prose(self) -> str:
        """The body with code blanked out, every other character where it was."""
        return without_code(self.body)

    @cached_property
    def marked(self) -> Marked:
        """What stands in the body, and where in the file."""
        return Marked(self.body, self.body_line)

    def line(self, *key: str | int) -> int:
        """Return the line of the file on which the front matter's `key` stands."""
        return self.document.line(key)


@dataclass(frozen=True, eq=False)
class Content:
    """All pages in all languages, and the lists they share. One reading is one object: equal only to itself."""

    settings: Settings
    pages: tuple[Page, ...]
    slugs: SlugTable
    sources: dict[str, models.Source]
    timeline: list[models.Event]
    goals: Mapping[int, models.GoalColour]
    questions: list[models.Question]
    names: frozenset[str]
    drawings: dict[str, Drawing]
    places: dict[str, Place]
    education: Education
    exercises: dict[str, Exercises]
    redirects: dict[str, str]
    search: dict[str, list[list[str]]]
    words: Mapping[str, Mapping[str, str]]
    documents: Mapping[str, Document] = field(repr=False)

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, str], Page]:
        return {(page.locale, page.key): page for page in self.pages}

    @cached_property
    def keys(self) -> frozenset[str]:
        """The file paths that exist in at least one language."""
        return frozenset(page.key for page in self.pages)

    def page(self, locale: str, key: str) -> Page | None:
        """Return the page with this file path in `locale`, when it exists."""
        return self._by_place.get((locale, key))

    def listed(self, name: str, *key: str | int) -> tuple[PurePath, int]:
        """Return the file of the list `name`, and the line on which `key` stands in it."""
        return self.settings.relative(self.settings.data / f"{name}.yml"), self.documents[name].line(key)

    def translations(self, key: str) -> list[Page]:
        """Return the page in every language that has it, in the order of the languages."""
        found = (self.page(locale, key) for locale in self.settings.locales)
        return [page for page in found if page]


def read(settings: Settings) -> tuple[Content, list[Finding]]:
    """Return everything that can be read, and findings for the pages and lists that cannot."""
    reader = _Reader(settings)
    slugs = reader.listed("slugs", models.SLUGS) or {}
    lessons = sorted(path.stem for path in (settings.data / data.LESSONS).glob("*.yml"))
    exercises = {stem: reader.listed(f"{data.LESSONS}/{stem}", EXERCISES) for stem in lessons}
    content = Content(
        settings=settings,
        pages=tuple(page for locale in settings.locales for page in reader.pages(locale, slugs)),
        slugs=slugs,
        sources=reader.listed("sources", models.SOURCES) or {},
        timeline=reader.listed("timeline", models.TIMELINE) or [],
        goals={goal.number: goal for goal in reader.listed("goals", models.GOALS) or ()},
        questions=reader.listed("questions", models.QUESTIONS) or [],
        names=frozenset(reader.listed("names", models.NAMES) or ()),
        drawings=reader.listed("drawings", DRAWINGS) or {},
        places=reader.listed("places", PLACES) or {},
        education=reader.listed("education", EDUCATION) or Education(levels={}, subjects={}, curriculum={}),
        exercises={stem: found for stem, found in exercises.items() if found},
        redirects=reader.listed("redirects", REDIRECTS) or {},
        search=reader.listed("search", models.SEARCH) or {},
        words={locale: reader.words(locale) for locale in settings.locales},
        documents=reader.documents,
    )
    return content, reader.findings


class _Reader:
    """Reads on after a file that cannot be read, and keeps what is wrong with it."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.findings: list[Finding] = []
        self.documents: dict[str, Document] = {}

    def attempt(self, read: Callable[P, T], *about: P.args, **more: P.kwargs) -> T | None:
        try:
            return read(*about, **more)
        except Refused as refused:
            self.findings.extend(refused.findings)
            return None

    def listed(self, name: str, model: TypeAdapter[T]) -> T | None:
        path = self.settings.data / f"{name}.yml"
        value, document = self.attempt(data.read, path, self.settings.relative(path), model) or (None, None)
        if document:
            self.documents[name] = document
        return value

    def words(self, locale: str) -> dict[str, str]:
        path = self.settings.overrides / "words" / f"{locale}.yml"
        found = self.attempt(data.read, path, self.settings.relative(path), models.WORDS)
        return found[0] if found else {}

    def pages(self, locale: str, slugs: SlugTable) -> Iterator[Page]:
        for path in sorted((self.settings.docs / locale).rglob("*.md")):
            if path.is_file() and not path.is_symlink():  # what a link leads to is no page of ours
                page = self.attempt(read_page, self.settings, slugs, locale, path)
                if page:
                    yield page


def read_page(settings: Settings, slugs: SlugTable, locale: str, path: Path) -> Page:
    """Return the page in the file `path`. Raises `Refused` when its front matter is absent, broken or does not fit."""
    shown = settings.relative(path)
    if path.stat().st_size > MOST_BYTES:
        raise Refused([])  # files_have_their_place says so
    text = data.text_of(path, shown, RULE)
    if any(len(line) > MOST_CHARACTERS for line in text.split("\n")):
        raise Refused([])  # files_have_their_place says so
    block = FRONT_MATTER_BLOCK.match(text[: MOST_FRONT_MATTER + 10])
    if not block:
        begun = text.startswith("---") and not text.partition("\n")[0].strip("- \r")
        case = "absent" if not begun else "large" if FRONT_MATTER_BLOCK.match(text) else "open"
        raise Refused([finding(RULE, case, shown, 1, most=MOST_FRONT_MATTER)])
    meta, document = data.fitting(block["yaml"], shown, FRONT_MATTER, RULE, first_line=2, skip=1)
    key = path.relative_to(settings.docs / locale).as_posix()
    return Page(
        path=shown,
        locale=locale,
        key=key,
        meta=meta,
        body=text[block.end() :],
        body_line=text.count("\n", 0, block.end()) + 1,
        address=address(key, locale, settings.default_locale, slugs),
        document=document,
    )
