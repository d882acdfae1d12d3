"""Every link inside the site leads to a page and an anchor that exist."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import PurePath, PurePosixPath
from urllib.parse import unquote, urlsplit

from scripts.content import Content, Page
from scripts.markdown import Outline, line_of, outliner
from scripts.render import written
from scripts.report import Finding, Text

RULE = "links_lead_somewhere"
_WHY = Text("Een lezer die hierop klikt, komt nergens uit.", "A reader who follows it ends up nowhere.")


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
    return Finding(
        RULE,
        path,
        line,
        Text(f"De link «{link}» leidt nergens heen.", f"The link '{link}' leads nowhere."),
        _WHY,
        Text(f"Typ in plaats daarvan: {close}", f"Type this instead: {close}")
        if close
        else Text(
            "Schrijf het pad naar het bestand, gezien vanaf deze pagina, bijvoorbeeld ../rundu/index.md. "
            "Bestaat de pagina niet in deze taal? Haal de link dan weg.",
            "Write the path to the file as seen from this page, for example ../rundu/index.md. "
            "Is there no such page in this language? Then remove the link.",
        ),
    )


def _no_anchor(path: PurePath, line: int, link: str, anchors: list[str], wanted: str) -> Finding:
    close = get_close_matches(wanted, anchors, n=1) or [name for name in anchors if not name.startswith("fn")][:1]
    return Finding(
        RULE,
        path,
        line,
        Text(f"De plek achter # in «{link}» bestaat niet.", f"The place after # in '{link}' does not exist."),
        _WHY,
        Text(f"Typ: #{close[0]}", f"Type: #{close[0]}")
        if close
        else Text("Haal # en wat erachter staat weg.", "Remove # and what follows it."),
    )
