"""Every page stands in the folder of a language of the site."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content import Content
from scripts.report import Finding, Text

RULE = "pages_belong_to_a_language"


def check(content: Content) -> Iterator[Finding]:
    """Yield a finding for each Markdown file in `docs/` that is outside the folders of the languages."""
    settings = content.settings
    folders = " of ".join(f"docs/{locale}/" for locale in settings.locales)
    folders_en = " or ".join(f"docs/{locale}/" for locale in settings.locales)
    for path in sorted(settings.docs.rglob("*.md")):
        if path.relative_to(settings.docs).parts[0] not in (*settings.locales, settings.data.name):
            yield Finding(
                RULE,
                settings.relative(path),
                1,
                Text("Deze pagina hoort bij geen enkele taal.", "This page belongs to no language."),
                Text(
                    "De map bepaalt de taal en het adres van een pagina.",
                    "The folder decides the language and the address of a page.",
                ),
                Text(f"Zet het bestand in {folders}.", f"Move the file to {folders_en}."),
            )
