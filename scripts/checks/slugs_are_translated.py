"""Every part of an address has a word in the language of the page."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.addresses import untranslated
from scripts.content import Content
from scripts.report import Finding, Text

RULE = "slugs_are_translated"


def check(content: Content) -> Iterator[Finding]:
    """Yield a finding for each page whose address holds a segment that `docs/data/slugs.yml` does not know."""
    default = content.settings.default_locale
    table = content.settings.relative(content.settings.data / "slugs.yml")
    for page in content.pages:
        for slug in untranslated(page.key, page.locale, default, content.slugs):
            yield Finding(
                RULE,
                page.path,
                1,
                Text(
                    f"«{slug}» heeft nog geen woord in de taal «{page.locale}», dus deze pagina heeft geen adres.",
                    f"'{slug}' has no word in language '{page.locale}' yet, so this page has no address.",
                ),
                Text(
                    "Elke taal heeft adressen in die taal, en een adres blijft voor altijd.",
                    "Each language has addresses in that language, and an address stays for ever.",
                ),
                Text(
                    f"Zet in {table} een regel: {slug}: {{{page.locale}: …}}",
                    f"Put a line in {table}: {slug}: {{{page.locale}: …}}",
                ),
            )
