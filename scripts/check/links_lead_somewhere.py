"""Every link inside the site leads to a page and an anchor that exist."""

import posixpath
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import lru_cache
from pathlib import PurePath, PurePosixPath
from urllib.parse import unquote, urlsplit

from scripts.check import mending
from scripts.content import Content, Page, pictures
from scripts.content.marked import Link
from scripts.report import Finding
from scripts.words import finding

RULE = "links_lead_somewhere"


def check_content(content: Content) -> Iterator[Finding]:
    """Yield a finding for each link in a text, each related page and each page of the timeline that is not there."""
    for page in content.pages:
        for link in page.marked.outline.links:
            yield from _link(content, page, link)
        for name in ("related", "doors", "more"):
            for number, key in enumerate(getattr(page.meta, name, [])):
                if not _exists(content, content.settings.locales, key):
                    yield _nowhere(page.path, page.line(name, number), 1, key, _closest(content, page.locale, key))
    for position, event in enumerate(content.timeline):
        if event.page and not _exists(content, content.settings.locales, event.page):
            close = _closest(content, content.settings.default_locale, event.page)
            yield _nowhere(*content.listed("timeline", position, "page"), 1, event.page, close)


def _link(content: Content, page: Page, link: Link) -> Iterator[Finding]:
    parts, place, typed = urlsplit(link.target), (page.path, *link.place), link.target
    if parts.scheme or parts.netloc:
        return
    folder = PurePosixPath(page.key).parent
    path = unquote(parts.path)
    key = posixpath.normpath(str(folder / path)) if path else page.key
    target = content.page(page.locale, key)
    if target is None and not _exists(content, [page.locale], key):
        twin = next((other for other in content.pages if key == f"../{other.locale}/{other.key}"), page)
        if twin.locale != page.locale:
            yield finding(RULE, "language", *place, link=typed, close=posixpath.relpath(twin.key, folder))
        else:
            close = _closest(content, page.locale, key)
            yield _nowhere(*place, typed, close and posixpath.relpath(close, folder))
    elif target and parts.fragment and unquote(parts.fragment) not in target.marked.outline.anchors:
        anchors = sorted(target.marked.outline.anchors)
        near = get_close_matches(parts.fragment, anchors, n=1) or [one for one in anchors if not one.startswith("fn")]
        yield finding(RULE, "anchor" if near else "no_anchor", *place, link=typed, close="".join(near[:1]))


def _exists(content: Content, locales: Iterable[str], key: str) -> bool:
    # The file decides, not the page: a page that cannot be read has a finding of its own.
    if key.startswith(f"../{pictures.FOLDER}/"):
        return key.removeprefix("../") in pictures.files(content.settings)
    inside = not key.startswith("../")
    return inside and any((content.settings.docs / locale / key).is_file() for locale in locales)


@lru_cache(maxsize=4096)  # the same mistake stands on many pages, and looking takes time
def _closest(content: Content, locale: str, key: str) -> str:
    """Return the one page that `key` can have meant: by its address, by its name, or by how it is spelt."""
    pages = [page for page in content.pages if page.locale == locale]
    keys = [page.key for page in pages]
    wanted = key.strip("/").removesuffix(".html").removesuffix("/index")
    by_address = [page.key for page in pages if page.address.strip("/").endswith(wanted or "//")]
    exact = [key for key in keys if key in (f"{wanted}.md", f"{wanted}/index.md")]
    same_name = [known for known in keys if PurePosixPath(known).name == PurePosixPath(key).name != "index.md"]
    for found in (exact, same_name, by_address, get_close_matches(key, keys, n=1, cutoff=0.85)):
        if found:
            return found[0] if len(found) == 1 else ""
    return ""


def _nowhere(path: PurePath, line: int, column: int, link: str, close: str) -> Finding:
    if close:
        repair = mending.line(path, line, urlsplit(link).path, close, column)
        return finding(RULE, "misspelt", path, line, column, mend=repair, link=link, close=close)
    return finding(RULE, "nowhere", path, line, column, link=link)
