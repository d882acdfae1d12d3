"""Every link inside the site leads to a page and an anchor that exist."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import PurePath, PurePosixPath
from urllib.parse import unquote, urlsplit

from scripts.checks.messages import finding
from scripts.content import Content, Page
from scripts.markdown import Outline, line_of, outliner
from scripts.render import written
from scripts.report import Finding

RULE = "links_lead_somewhere"


def check(content: Content) -> Iterator[Finding]:
    """Yield a finding for each link in a text, each related page and each page of the timeline that is not there."""
    outline = outliner(content.settings)
    outlines = {page.path: outline(written(page, content)) for page in content.pages}
    for page in content.pages:
        for link in dict.fromkeys(outlines[page.path].links):
            yield from _link(content, outlines, page, link)
        for name in ("related", "doors", "more"):
            for number, key in enumerate(getattr(page.meta, name, [])):
                if not _exists(content, content.settings.locales, key):
                    yield _nowhere(page.path, page.line(name, number), key, _closest(content, page.locale, key))
    timeline = content.settings.relative(content.settings.data / "timeline.yml")
    for position, event in enumerate(content.timeline):
        if event.page and not _exists(content, content.settings.locales, event.page):
            line = content.documents["timeline"].line((position, "page"))
            close = _closest(content, content.settings.default_locale, event.page)
            yield _nowhere(timeline, line, event.page, close)


def _link(content: Content, outlines: Mapping[PurePath, Outline], page: Page, link: str) -> Iterator[Finding]:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return
    folder = PurePosixPath(page.key).parent
    path = unquote(parts.path)
    key = posixpath.normpath(str(folder / path)) if path else page.key
    target = content.page(page.locale, key)
    line = line_of(link, page.body, page.body_line)
    if not target:
        if not _exists(content, [page.locale], key):
            close = _closest(content, page.locale, key)
            yield _nowhere(page.path, line, link, close and posixpath.relpath(close, folder))
    elif parts.fragment and unquote(parts.fragment) not in outlines[target.path].anchors:
        yield _no_anchor(page.path, line, link, sorted(outlines[target.path].anchors), parts.fragment)


def _exists(content: Content, locales: Iterable[str], key: str) -> bool:
    # The file decides, not the page: a page that cannot be read has a finding of its own.
    return any((content.settings.docs / locale / key).is_file() for locale in locales)


def _closest(content: Content, locale: str, key: str) -> str:
    keys = [page.key for page in content.pages if page.locale == locale]
    same_name = [known for known in keys if PurePosixPath(known).name == PurePosixPath(key).name != "index.md"]
    return next(iter(same_name or get_close_matches(key, keys, n=1, cutoff=0.85)), "")


def _nowhere(path: PurePath, line: int, link: str, close: str) -> Finding:
    if close:
        return finding(RULE, "misspelt", path, line, link=link, close=close)
    return finding(RULE, "nowhere", path, line, link=link)


def _no_anchor(path: PurePath, line: int, link: str, anchors: list[str], wanted: str) -> Finding:
    close = get_close_matches(wanted, anchors, n=1) or [name for name in anchors if not name.startswith("fn")][:1]
    if close:
        return finding(RULE, "anchor", path, line, link=link, close=close[0])
    return finding(RULE, "no_anchor", path, line, link=link)
