"""Every language has the pages that each of its pages leads to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scripts.content import Content
from scripts.report import Finding, Text

RULE = "languages_have_their_pages"
NEEDED = ("home", "search", "sources")


def check(content: Content) -> Iterator[Finding]:
    """Yield a finding for each language that has not exactly one page of each kind in `NEEDED`."""
    count: Counter[tuple[str, str]] = Counter((page.locale, page.meta.kind) for page in content.pages)
    for locale in content.settings.locales:
        for kind in NEEDED:
            if count[locale, kind] != 1:
                number = count[locale, kind]
                yield Finding(
                    RULE,
                    content.settings.relative(content.settings.docs / locale),
                    1,
                    Text(
                        f"De taal «{locale}» heeft {number} pagina's met kind: {kind}. Dat moet er één zijn.",
                        f"Language '{locale}' has {number} pages with kind: {kind}. It needs one.",
                    ),
                    Text(
                        "Het menu en de voet van elke pagina leiden daarheen.",
                        "The menu and the foot of every page lead there.",
                    ),
                    Text(
                        f"Laat precies één pagina in docs/{locale}/ kind: {kind} hebben.",
                        f"Let exactly one page in docs/{locale}/ have kind: {kind}.",
                    ),
                )
