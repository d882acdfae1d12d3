"""The one reader of pages: front matter, body, line numbers, kind, language, translation."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from scripts.content import data, languages, look
from scripts.content import words as own_words
from scripts.content.addresses import SlugTable, address
from scripts.content.data import Lists
from scripts.content.languages import Said
from scripts.content.marked import Marked
from scripts.content.schema.front_matter import FRONT_MATTER, MODELS, FrontMatter
from scripts.content.schema.lessons import Exercises, Quiz
from scripts.content.settings import Settings
from scripts.content.strict_yaml import Document
from scripts.report import Finding, Refused
from scripts.words import finding

RULE = "front_matter_is_valid"
# Longer than any page, and any line of one, needs to be; beyond it, reading takes time.
MOST_BYTES, MOST_CHARACTERS = 30_000, 2_000
MOST_FRONT_MATTER = 10_000
# The words that name pages wherever front matter and lists have them.
NAMES_A_PAGE = frozenset({"doors", "page", "related"})
FRONT_MATTER_BLOCK = re.compile(r"---[^\S\n]*\n(?P<yaml>.*?)^---[^\S\n]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


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
    def marked(self) -> Marked:
        """What stands in the body, and where in the file."""
        return Marked(self.body, self.body_line)

    def line(self, *key: str | int) -> int:
        """Return the line of the file on which the front matter's `key` stands."""
        return self.document.line(key)


class Mention(NamedTuple):
    """The name of a page, `key`, outside the texts: its file, line and column, and for readers of which language."""

    place: tuple[PurePath, int, int]
    locale: str
    key: str


@dataclass(frozen=True, eq=False, kw_only=True)
class Content(Lists):
    """All pages in all languages, and the lists they share. One reading is one object: equal only to itself.

    `words` is what the site itself says, by language and key; `plurals` are those words that go with a number, by form.
    """

    settings: Settings
    pages: tuple[Page, ...]
    exercises: dict[str, Exercises]
    quizzes: dict[str, Quiz]
    words: Mapping[str, Mapping[str, str]]
    plurals: Mapping[str, Mapping[str, Mapping[str, str]]]
    hero: Mapping[str, str]
    colours: Mapping[str, str]
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

    def every_document(self) -> Iterator[tuple[PurePath, Document]]:
        """Yield the front matter of each page, and each list, with its file."""
        yield from ((page.path, page.document) for page in self.pages)
        yield from ((self.listed(name)[0], document) for name, document in self.documents.items())

    def named_pages(self) -> Iterator[Mention]:
        """Yield each page that front matter or an entry of a list names, whether it is there or not."""
        locales = {page.path: page.locale for page in self.pages}
        for path, document in self.every_document():
            for place, value in document.values():
                word = next((part for part in reversed(place) if isinstance(part, str)), "")
                if word in NAMES_A_PAGE and len(place) > 1 and isinstance(value, str):
                    locale = locales.get(path, self.settings.default_locale)
                    yield Mention((path, *document.place(place, value)), locale, value)

    def said(self, texts: Mapping[str, str], locale: str) -> Said:
        """Return that of `texts`, by language, which readers of `locale` get."""
        return languages.said(self.settings.locales, locale, texts)

    def quiz(self, page: Page) -> Quiz | None:
        """Return the quiz that `page` shows, the list with its name; None for a page of another kind."""
        return self.quizzes.get(page.path.stem) if page.meta.kind == "quiz" else None

    def translations(self, key: str) -> list[Page]:
        """Return the page in every language that has it, in the order of the languages."""
        found = (self.page(locale, key) for locale in self.settings.locales)
        return [page for page in found if page]


def read(settings: Settings) -> tuple[Content, list[Finding]]:
    """Return everything that can be read, and findings for the pages and lists that cannot."""
    findings, pages, documents = list[Finding](), list[Page](), dict[str, Document]()
    lists, own = dict[str, Any](), {kind: dict[str, Any]() for kind in data.OWN}
    words, plurals = dict[str, dict[str, str]](), dict[str, dict[str, dict[str, str]]]()
    hero, colours, originals = dict[str, str](), dict[str, str](), dict[PurePath, FrontMatter]()
    for name in data.LISTS:
        with _noting(findings):
            lists[name], documents[name] = data.read_list(settings, name)
    for kind, (folder, model) in data.OWN.items():
        for path in sorted((settings.data / folder).glob("*.yml")):
            with _noting(findings):
                own[kind][path.stem], documents[f"{folder}/{path.stem}"] = data.read(settings, path, model)
    with _noting(findings):
        hero = look.hero(settings)
    with _noting(findings):
        colours = look.colours(settings)
    for locale in settings.locales:
        words[locale], plurals[locale] = {}, {}
        with _noting(findings):
            words[locale], plurals[locale], _ = own_words.read(settings, locale)
        for path in data.files(settings.docs / locale, ".md"):
            with _noting(findings):
                original = originals.get(path.relative_to(settings.docs / locale))
                pages.append(read_page(settings, lists.get("slugs", {}), locale, path, original))
        originals = originals or {PurePath(page.key): page.meta for page in pages}
    shared = {"words": words, "plurals": plurals, "hero": hero, "colours": colours, "documents": documents, **lists}
    shared |= {"exercises": own["lesson"], "quizzes": own["quiz"]}
    return Content(settings=settings, pages=tuple(pages), **shared), findings


@contextmanager
def _noting(findings: list[Finding]) -> Iterator[None]:
    """Go on after what cannot be read, and add what is wrong with it to `findings`."""
    try:
        yield
    except Refused as refused:
        findings += refused.findings


def read_page(
    settings: Settings, slugs: SlugTable, locale: str, path: Path, original: FrontMatter | None = None
) -> Page:
    """Return the page in the file `path`; `original` is what stands on top of that page in the default language.

    Raises `Refused` when its front matter is absent, broken or does not fit.
    """
    shown = settings.relative(path)
    if path.stat().st_size > MOST_BYTES:
        raise Refused([])  # files_have_their_place says so
    text = data.text_of(path, shown, RULE)
    if any(len(line) > MOST_CHARACTERS for line in text.split("\n")):
        raise Refused([])  # files_have_their_place says so
    block = FRONT_MATTER_BLOCK.match(text[: MOST_FRONT_MATTER + 10])
    if not block:
        begun = text.startswith("---") and not text.partition("\n")[0].strip("- \r")
        missing = "blank" if FRONT_MATTER_BLOCK.match(text.lstrip()) else "absent"
        case = missing if not begun else "large" if FRONT_MATTER_BLOCK.match(text) else "open"
        raise Refused([finding(RULE, case, shown, 1, most=MOST_FRONT_MATTER)])
    key = path.relative_to(settings.docs / locale).as_posix()
    whole = partial(_whole, settings, locale, path, original)
    meta, document = data.fitting(block["yaml"], shown, FRONT_MATTER, RULE, first_line=2, skip=1, whole=whole)
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


def _whole(settings: Settings, locale: str, path: Path, original: FrontMatter | None, document: Document) -> object:
    """Return what was typed on top of a page, of a translation with what it has from its `original`.

    Raises `Refused` when it needs an original and there is none of its kind.
    """
    typed = document.value
    kind = str(typed.get("kind")) if isinstance(typed, dict) else ""
    shared = MODELS[kind].SHARED if kind in MODELS and locale != settings.default_locale else ()
    if not isinstance(typed, dict) or not shared:
        return typed
    first = settings.docs / settings.default_locale / path.relative_to(settings.docs / locale)
    if original is None and first.is_file():
        raise Refused([])  # it cannot be read, and has a finding of its own
    if original is None or original.kind != kind:
        place, name = settings.relative(path), first.relative_to(settings.docs)
        raise Refused([finding(RULE, "no_original", place, document.line(("kind",)), kind=kind, name=name)])
    own = {name: value for name, value in typed.items() if name not in shared}
    return own | {name: getattr(original, name) for name in shared}
