"""Every source that is cited stands in `docs/data/sources.yml`; one that nobody cites is reported."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import PurePath

from scripts.citations import cited, used
from scripts.content import Content
from scripts.report import Finding
from scripts.words import finding

RULE = "sources_are_known"


def check(content: Content) -> Iterator[Finding]:
    """Yield an error for each unknown key, with its file and line, and a warning for each source without a citation."""
    for page in content.pages:
        for key, line in cited(page):
            if key not in content.sources:
                yield _unknown(content, page.path, line, key)
    timeline = content.settings.relative(content.settings.data / "timeline.yml")
    for position, event in enumerate(content.timeline):
        for number, key in enumerate(event.sources):
            if key not in content.sources:
                line = content.documents["timeline"].line((position, "sources", number))
                yield _unknown(content, timeline, line, key)
    yield from _unused(content)


def _unknown(content: Content, path: PurePath, line: int, key: str) -> Finding:
    close = get_close_matches(key, content.sources, n=1)
    if close:
        return finding(RULE, "misspelt", path, line, key=key, close=close[0])
    return finding(RULE, "unknown", path, line, key=key)


def _unused(content: Content) -> Iterator[Finding]:
    path = content.settings.relative(content.settings.data / "sources.yml")
    for key in content.sources.keys() - used(content).keys():
        line = content.documents["sources"].line((key,))
        yield finding(RULE, "unused", path, line, level="warning", key=key)
