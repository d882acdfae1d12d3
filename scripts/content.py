"""The one reader of pages: front matter, body, line numbers, kind, language, translation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path, PurePath
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from scripts import data
from scripts.addresses import SlugTable, address
from scripts.language import Prose
from scripts.markdown import without_code
from scripts.marked import Marked
from scripts.report import Finding, Refused
from scripts.schema import data as models
from scripts.schema.drawings import DRAWINGS, PLACES, Drawing, Place
from scripts.schema.front_matter import FRONT_MATTER, FrontMatter
from scripts.schema.lessons import EDUCATION, EXERCISES, REDIRECTS, Education, Exercises
from scripts.schema.messages import explain
from scripts.settings import Settings
from scripts.strict_yaml import Document, YamlProblem, load
from scripts.words import complaint, finding

T = TypeVar("T")
U = TypeVar("U")

RULE = "front_matter_is_valid"
# Longer than any page, and any line of one, needs to be; beyond it, reading takes time.
MOST_BYTES, MOST_CHARACTERS = 30_000, 2_000
MOST_FRONT_MATTER = 10_000
FRONT_MATTER_BLOCK = re.compile(r"---[ ]*\n(?P<yaml>.*?)^---[ ]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
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
    document: Document = field(repr=False, compare=False)

    @cached_property
    def prose(self) -> str:
        """The body with code blanked out, every other character where it was."""
        return without_code(self.body)

    @cached_property
    def marked(self) -> Marked:
        """What stands in the body, and where in the file."""
        return Marked(self.body, self.body_line)

    @cached_property
    def reading(self) -> Prose:
        """The sentences of the body."""
        return Prose(self.marked, self.locale)

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
    slugs = reader.listed("slugs", models.SLUGS, {})
    names = reader.listed("names", models.NAMES, [])
    content = Content(
        settings=settings,
        pages=tuple(page for locale in settings.locales for page in reader.pages(locale, slugs)),
        slugs=slugs,
        sources=reader.listed("sources", models.SOURCES, {}),
        timeline=reader.listed("timeline", models.TIMELINE, []),
        goals={goal.number: goal for goal in reader.listed("goals", models.GOALS, [])},
        questions=reader.listed("questions", models.QUESTIONS, []),
        names=frozenset(names),
        drawings=reader.listed("drawings", DRAWINGS, {}),
        places=reader.listed("places", PLACES, {}),
        education=reader.listed("education", EDUCATION, Education(levels={}, subjects={}, curriculum={})),
        exercises=dict(reader.exercises()),
        redirects=reader.listed("redirects", REDIRECTS, {}),
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

    def attempt(self, work: Callable[[], T], otherwise: U) -> T | U:
        try:
            return work()
        except Refused as refused:
            self.findings.extend(refused.findings)
            return otherwise

    def listed(self, name: str, model: TypeAdapter[T], empty: U) -> T | U:
        path = self.settings.data / f"{name}.yml"

        def work() -> T:
            value, self.documents[name] = data.read(path, self.settings.relative(path), model)
            return value

        return self.attempt(work, empty)

    def exercises(self) -> Iterator[tuple[str, Exercises]]:
        for path in sorted((self.settings.data / data.LESSONS).glob("*.yml")):
            found = self.listed(f"{data.LESSONS}/{path.stem}", EXERCISES, None)
            if found:
                yield path.stem, found

    def words(self, locale: str) -> dict[str, str]:
        path = self.settings.overrides / "words" / f"{locale}.yml"
        return self.attempt(lambda: data.read(path, self.settings.relative(path), models.WORDS)[0], {})

    def pages(self, locale: str, slugs: SlugTable) -> Iterator[Page]:
        for path in sorted((self.settings.docs / locale).rglob("*.md")):
            if path.is_symlink() or not path.is_file():  # what it leads to is no page of ours
                continue
            page = self.attempt(partial(read_page, self.settings, slugs, locale, path), None)
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
        raise Refused([_without_block(shown, text)])
    try:
        document = load(block["yaml"], first_line=2)
        meta = FRONT_MATTER.validate_python(document.value)
    except YamlProblem as problem:
        raise Refused([complaint(RULE, shown, problem.line, problem.message, problem.fix)]) from problem
    except ValidationError as error:
        explained = explain(error, document, skip=1)
        raise Refused(complaint(RULE, shown, line, message, fix) for line, message, fix in explained) from error
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


def _without_block(shown: PurePath, text: str) -> Finding:
    begun = text.startswith("---") and not text.partition("\n")[0].strip("- \r")
    closed = begun and FRONT_MATTER_BLOCK.match(text)
    case = "large" if closed else "open" if begun else "absent"
    return finding(RULE, case, shown, 1, most=MOST_FRONT_MATTER)
