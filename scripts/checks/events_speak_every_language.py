"""Every event of the timeline has its text in every language of the site."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content import Content
from scripts.report import Finding, Text

RULE = "events_speak_every_language"


def check(content: Content) -> Iterator[Finding]:
    """Yield a finding for each event in `docs/data/timeline.yml` that lacks the text of a language."""
    path = content.settings.relative(content.settings.data / "timeline.yml")
    for position, event in enumerate(content.timeline):
        for locale in content.settings.locales:
            if locale not in event.text:
                yield Finding(
                    RULE,
                    path,
                    content.documents["timeline"].line((position, "text")),
                    Text(f"De tekst in de taal «{locale}» ontbreekt.", f"The text in language '{locale}' is missing."),
                    Text("De tijdlijn staat in elke taal.", "The timeline stands in every language."),
                    Text(f"Voeg onder text een regel toe: {locale}: …", f"Add a line below text: {locale}: …"),
                )
