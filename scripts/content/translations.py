"""How a translation is doing: does it follow the text of the default language as that is now? Computed, never dated."""

import hashlib
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, NamedTuple

from scripts import files
from scripts.content import Content, Page, citations, kit
from scripts.report import Unable
from scripts.words import phrase

State = Literal["fresh", "stale", "unknown", "missing"]
LENGTH = 10


def digest(page: Page) -> str:
    """Return the short digest of what `page` says: on top, in its text, on its material; whatever the spaces."""
    numbers = (f"{one.number} {one.text}" for one in citations.numbers(page))
    asked = kit.asked(page)
    material = (asked.title, asked.text) if asked else ()
    said = "\n".join((page.meta.title, page.meta.description, *numbers, *material, page.body))
    normal = " ".join(unicodedata.normalize("NFC", said).split())
    return hashlib.sha256(normal.encode()).hexdigest()[:LENGTH]


def source(content: Content, page: Page) -> Page | None:
    """Return the page of the default language that `page` translates; None for that language itself."""
    default = content.settings.default_locale
    return None if page.locale == default else content.page(default, page.key)


def state(content: Content, locale: str, key: str) -> State:
    """Return how the page `key` is doing in `locale`: does it follow the text it was made from?

    `stale`: that text has changed since. `unknown`: the page does not say which text it follows.
    """
    page = content.page(locale, key)
    if page is None:
        return "missing"
    original = source(content, page)
    if original is None:
        return "fresh"
    if not page.meta.follows:
        return "unknown"
    return "fresh" if page.meta.follows == digest(original) else "stale"


class Row(NamedTuple):
    """A page of the default language, and how it is doing in each other language."""

    page: Page
    states: dict[str, State]


def states(content: Content) -> list[Row]:
    """Return every page of the default language with the state of its translations, in the order of their titles."""
    default, *others = content.settings.locales
    pages = sorted((page for page in content.pages if page.locale == default), key=lambda page: page.meta.title)
    return [Row(page, {locale: state(content, locale, page.key) for locale in others}) for page in pages]


def accept(content: Content, paths: Iterable[Path]) -> list[Page]:
    """Write into each translation in `paths` that it follows the text of the default language as it is now.

    Returns the pages, those that said so already too. Raises `Unable` for a path that is no translation of a page,
    before anything is written.
    """
    root, accepted = content.settings.root, list[tuple[Page, Page]]()
    pages = {root / page.path: page for page in content.pages}
    for path in paths:
        page = pages.get(path.absolute())
        original = source(content, page) if page else None
        if not page or not original:
            example = content.settings.relative(content.settings.docs / content.settings.locales[-1] / "index.md")
            raise Unable(phrase("translations.none", path=path.absolute(), example=example))
        accepted.append((page, original))
    for page, original in accepted:
        lines = (root / page.path).read_bytes().decode().splitlines(keepends=True)
        line_end = lines[0].lstrip("\ufeff- ")
        given = page.document.lines.get(("follows",))
        at = given - 1 if given else [line.rstrip() for line in lines].index("---", 1)
        # In quotes: ten digits alone are a number in YAML.
        lines[at : at + bool(given)] = [f'follows: "{digest(original)}"{line_end}']
        files.write(root / page.path, "".join(lines).encode())
    return [page for page, _ in accepted]
