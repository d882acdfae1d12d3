"""A page or list holds nothing that leads to one person or opens a door, unless the maintainers chose to show it.

Looked at twice: the file as it was typed, with its front matter, code and comments, and the text as readers see it,
where `06**12**345678` is one number. What the site may show stands in `mkdocs.yml`, under `extra`, `contacts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import PurePath
from urllib.parse import unquote

from scripts import typed
from scripts.article import Article, Place, written
from scripts.checks.messages import finding
from scripts.personal import Found, found
from scripts.report import Finding, Level
from scripts.settings import Settings

RULE = "personal_data_stays_private"
LEVELS: dict[str, Level] = {**dict.fromkeys(("phone", "email", "bsn", "iban", "key"), "error"), "password": "hint"}
# What a link holds that a reader does not see, and that leads to a person.
CALLS = re.compile(r"(?:mailto|tel):", re.IGNORECASE)
TAGS = re.compile(r"<[^<>]{0,500}>")


def check(settings: Settings) -> Iterator[Finding]:
    """Yield a finding for each personal thing that is typed in a page or list, each once a line."""
    for path, text in typed.files(settings):
        places = ((one, typed.place(text, one.offset)) for one in found(text, settings.contacts))
        for one, place in {(one.kind, one.value, place.line): (one, place) for one, place in places}.values():
            yield _finding(path, place, one, text)


def check_article(article: Article) -> Iterator[Finding]:
    """Yield a finding for each personal thing that readers see in `article` and that its source hides."""
    contacts = article.content.settings.contacts
    shown = _shown(article)
    seen = {(one.kind, one.value): one for one in found(shown, contacts)}
    if seen:
        source = written(article.page, article.content)
        for kind, value in seen.keys() - {(one.kind, one.value) for one in found(source, contacts)}:
            yield _finding(article.page.path, _place(article, value), seen[kind, value], shown)


def _shown(article: Article) -> str:
    """Return all words of `article`: its text, what its pictures and titles say, whom its links mail or call."""
    parts = [article.body.text()]
    if " alt=" in article.html or " title=" in article.html:
        nodes = article.body.css("[alt], [title]")
        parts += [node.attributes.get(name) or "" for node in nodes for name in ("alt", "title")]
    parts += [unquote(link) for link in article.outline.links if CALLS.match(link)]
    return "\n".join(parts)


def _place(article: Article, value: str) -> Place:
    """Return the line of the source that makes `value`, markup and all; the first of the text when none does."""
    bare = _bare(value)[-8:]
    for number, line in enumerate(article.page.body.split("\n"), article.page.body_line):
        if bare in _bare(TAGS.sub("", unescape(unquote(line)))):
            return Place(number, 1)
    return Place(article.page.body_line, 1)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", text).lower()


def _finding(path: PurePath, place: Place, one: Found, text: str) -> Finding:
    # Never the thing itself: findings are public.
    start = text[one.offset : one.offset + 2]
    return finding(RULE, one.kind, path, *place, level=LEVELS[one.kind], start=start)
