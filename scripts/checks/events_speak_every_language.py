"""Every event of the timeline has its text in every language of the site."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content import Content
from scripts.report import Finding
from scripts.words import finding

RULE = "events_speak_every_language"


def check(content: Content) -> Iterator[Finding]:
    """Yield a finding for each event in `docs/data/timeline.yml` that lacks the text of a language."""
    path = content.settings.relative(content.settings.data / "timeline.yml")
    for position, event in enumerate(content.timeline):
        for locale in content.settings.locales:
            if locale not in event.text:
                line = content.documents["timeline"].line((position, "text"))
                yield finding(RULE, "missing", path, line, locale=locale)
