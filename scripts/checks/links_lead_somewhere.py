"""Every link inside the site leads to a page and an anchor that exist."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from pathlib import PurePath, PurePosixPath
from urllib.parse import unquote, urlsplit

from scripts import mending, pictures
from scripts.content import Content, Page
from scripts.marked import Link, Outline
from scripts.report import Finding
from scripts.words import finding

RULE = "links_lead_somewhere"


def check(content: Content, outlines: Mapping[PurePath, Outline]) -> Iterator[Finding]:
    """Yield a finding for each link in a text, each related page and each page of the timeline that is not there."""
    for page in content.pages:
        outline = outlines.get(page.path)
        for link in outline.links if outline else ():
            yield from _link(content, outlines, page, link)
        for name in ("related", "doors", "more"):
            for number, key in enumerate(getattr(page.meta, name, [])):
                if not _exists(content, content.settings.locales, key):
                    line = page.line(name, number)
                    yield _nowhere(page.path, line, 1, key, _closest(content, page.locale, key), key)
    timeline = content.settings.relative(content.settings.data / "timeline.yml")
    for position, event in enumerate(content.timeline):
        if event.page and not _exists(content, content.settings.locales, event.page):
            line = content.documents["timeline"].line((position, "page"))
            close = _closest(content, content.settings.default_locale, event.page)
            yield _nowhere(timeline, line, 1, event.page, close, event.page)


def _link(content: Content, outlines: Mapping[PurePath, Outline], page: Page, link: Link) -> Iterator[Finding]:
    parts, place, typed = urlsplit(link.target), (page.path, *link.place), link.target
    if parts.scheme or parts.netloc:
        return
    folder = PurePosixPath(page.key).parent
    path = unquote(parts.path)
    key = posixpath.normpath(str(folder / path)) if path else page.key
    target = content.page(page.locale, key)
    if target is None and not _exists(content, [page.locale], key):
        twin = _in_other_language(content, page, key)
        if twin:
            yield finding(RULE, "language", *place, link=typed, close=posixpath.relpath(twin, folder))
        else:
            close = _closest(content, page.locale, key)
            yield _nowhere(*place, typed, close and posixpath.relpath(close, folder), parts.path)
    elif target and parts.fragment and target.path in outlines:
        anchors = outlines[target.path].anchors
        if unquote(parts.fragment) not in anchors:
            yield _no_anchor(*place, typed, sorted(anchors), parts.fragment)


def _in_other_language(content: Content, page: Page, key: str) -> str:
    """Return the file path of the page that `key`, seen from the folder of one language, names in another."""
    for locale in content.settings.locales:
        twin = key.removeprefix(f"../{locale}/")
        if locale != page.locale and twin != key and content.page(locale, twin):
            return twin
    return ""


def _exists(content: Content, locales: Iterable[str], key: str) -> bool:
    # The file decides, not the page: a page that cannot be read has a finding of its own.
    if key.startswith(f"../{pictures.FOLDER}/"):
        return key.removeprefix("../") in pictures.files(content.settings)
    inside = not key.startswith("../")
    return inside and any((content.settings.docs / locale / key).is_file() for locale in locales)


@lru_cache(maxsize=4096)  # the same mistake stands on many pages, and looking takes time
def _closest(content: Content, locale: str, key: str) -> str:
    """Return the one page that `key` can have meant: by its address, by its name, or by how it is spelt."""
    keys = [page.key for page in content.pages if page.locale == locale]
    wanted = key.strip("/").removesuffix(".html").removesuffix("/index")
    by_address = [
        page.key for page in content.pages if page.locale == locale and page.address.strip("/").endswith(wanted or "//")
    ]
    exact = [key for key in keys if key in (f"{wanted}.md", f"{wanted}/index.md")]
    same_name = [known for known in keys if PurePosixPath(known).name == PurePosixPath(key).name != "index.md"]
    for found in (exact, same_name, by_address, get_close_matches(key, keys, n=1, cutoff=0.85)):
        if found:
            return found[0] if len(found) == 1 else ""
    return ""


def _nowhere(path: PurePath, line: int, column: int, link: str, close: str, typed: str) -> Finding:
    if close:
        repair = mending.line(path, line, typed, close, column)
        return finding(RULE, "misspelt", path, line, column, mend=repair, link=link, close=close)
    return finding(RULE, "nowhere", path, line, column, link=link)


def _no_anchor(path: PurePath, line: int, column: int, link: str, anchors: list[str], wanted: str) -> Finding:
    close = get_close_matches(wanted, anchors, n=1) or [name for name in anchors if not name.startswith("fn")][:1]
    if close:
        return finding(RULE, "anchor", path, line, column, link=link, close=close[0])
    return finding(RULE, "no_anchor", path, line, column, link=link)
