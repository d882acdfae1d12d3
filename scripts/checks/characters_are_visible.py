"""A text holds no character that nobody sees, or that makes it read otherwise than it is.

The whole file is looked at, code too: a sample that shows something else than it says is the attack known as "Trojan
Source" (Boucher and Anderson, 2021). So is what a number such as `&#8238;` becomes on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from html import unescape
from pathlib import Path, PurePath

from scripts import mending, typed
from scripts.article import Article, Place, written
from scripts.characters import Found, hidden, name
from scripts.checks.messages import finding
from scripts.content import Content
from scripts.report import Finding, Level, Mend
from scripts.settings import Settings
from scripts.strict_yaml import Document

RULE = "characters_are_visible"
LEVELS: dict[str, Level] = {
    **dict.fromkeys(("direction", "invisible", "selector", "control", "private", "stacked"), "error"),
    "broken": "warning",
}
# What takes no room and has no effect: taking it out changes nothing that a reader sees.
EMPTY = frozenset("\u200b\ufeff")
ENTITY = re.compile(r"&(?:#\d{1,8}|#[xX][0-9A-Fa-f]{1,7}|[A-Za-z][A-Za-z0-9]{1,40});?")


def check(settings: Settings) -> Iterator[Finding]:
    """Yield a finding for each line of a page or list, and for each way in which it misleads."""
    for path, text in typed.files(settings):
        seen = set[tuple[int, str]]()
        for found in hidden(text):
            line, column = typed.place(text, found.offset)
            if (line, found.case) not in seen:
                seen.add((line, found.case))
                repair = partial(_without, path, found.character) if found.character in EMPTY else None
                yield _finding(path, (line, column), found, repair)


def check_values(content: Content) -> Iterator[Finding]:
    """Yield a finding for each value in front matter and lists that YAML makes misleading: `"\\u202e"`."""
    documents = [(page.path, page.document) for page in content.pages]
    data = content.settings.relative(content.settings.data)
    documents += [(data / f"{key}.yml", document) for key, document in content.documents.items()]
    for path, document in documents:
        values = list(_values(document))
        if any(hidden("\n".join(value for _, value in values))):
            source = typed.text_of(content.settings.root / path)
            for line, value in values:
                for one in _untyped(hidden(value), source):
                    yield _finding(path, (line, 1), one)


def check_article(article: Article) -> Iterator[Finding]:
    """Yield a finding for each character that misleads on the page and that the source writes as a number or a name."""
    if "&" in article.html:
        found = list(hidden(article.body.html or ""))
        for one in _untyped(found, written(article.page, article.content) if found else ""):
            yield _finding(article.page.path, _entity(article, one.character), one)


def _untyped(found: Iterable[Found], source: str) -> Iterator[Found]:
    """Yield each of `found`, once, that `check` does not already see in the text of the file."""
    typed_too = {one.character for one in hidden(source)}
    yield from {one.character: one for one in found if one.character not in typed_too}.values()


def _entity(article: Article, character: str) -> Place:
    entities = (found for found in ENTITY.finditer(article.page.body) if unescape(found[0]) == character)
    return next((article.at(found.start()) for found in entities), Place(article.page.body_line, 1))


def _values(document: Document) -> Iterator[tuple[int, str]]:
    """Yield each text in `document`, keys too, and the line on which it stands."""
    waiting: list[tuple[tuple[str | int, ...], object]] = [((), document.value)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, str):
            yield document.line(key), value
        elif isinstance(value, list):
            waiting += [((*key, number), item) for number, item in enumerate(value)]
        elif isinstance(value, dict):
            waiting += [((*key, word), item) for word, item in value.items()]


def _finding(path: PurePath, place: tuple[int, int], found: Found, mend: Mend | None = None) -> Finding:
    return finding(RULE, found.case, path, *place, level=LEVELS[found.case], mend=mend, character=name(found.character))


def _without(path: PurePath, character: str, root: Path) -> None:
    """Take `character` out of the file `path`, wherever it misleads."""
    text = (root / path).read_bytes().decode()
    start = len(text) - len(text.removeprefix("\ufeff"))
    places = {found.offset + start for found in hidden(text[start:]) if found.character == character}
    mending.write(root / path, "".join(letter for at, letter in enumerate(text) if at not in places).encode())
