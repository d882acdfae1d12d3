"""Every source that is cited stands in `docs/data/sources.yml`; one that nobody cites is reported."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import PurePath

from scripts.citations import cited, used
from scripts.content import Content
from scripts.drawings import mentions
from scripts.report import Finding, Text

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
    maybe = Text(f" Bedoelt u [^{close[0]}]?", f" Do you mean [^{close[0]}]?") if close else Text("", "")
    return Finding(
        RULE,
        path,
        line,
        Text(f"De bron «{key}» staat niet in de lijst.{maybe.nl}", f"The source '{key}' is not in the list.{maybe.en}"),
        Text("Een lezer moet elk feit kunnen nagaan.", "A reader must be able to check every fact."),
        Text(
            "Gebruik een sleutel uit docs/data/sources.yml, of voeg de bron daar toe met titel, uitgever en adres.",
            "Use a key from docs/data/sources.yml, or add the source there with its title, publisher and address.",
        ),
    )


def _unused(content: Content) -> Iterator[Finding]:
    path = content.settings.relative(content.settings.data / "sources.yml")
    # A template can draw too, so the sources of every drawing are in use.
    drawn = {key for drawing in content.drawings for key in mentions.sources(content, drawing)}
    for key in content.sources.keys() - used(content).keys() - drawn:
        yield Finding(
            RULE,
            path,
            content.documents["sources"].line((key,)),
            Text(f"Geen enkele pagina gebruikt de bron «{key}».", f"No page uses the source '{key}'."),
            Text(
                "Een lijst met bronnen die niets dragen, wekt verkeerd vertrouwen.",
                "A list of unused sources misleads.",
            ),
            Text(f"Verwijs ernaar met [^{key}], of haal de bron weg.", f"Cite it with [^{key}], or remove it."),
            level="warning",
        )
