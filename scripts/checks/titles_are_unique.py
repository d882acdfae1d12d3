"""Every page of a language has a title of its own."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content import Content, Page
from scripts.report import Finding, Text

RULE = "titles_are_unique"


def check(content: Content) -> Iterator[Finding]:
    """Yield a finding for each page whose title another page of the same language has too."""
    first: dict[tuple[str, str], Page] = {}
    for page in content.pages:
        other = first.setdefault((page.locale, page.meta.title.casefold()), page)
        if other is not page:
            yield Finding(
                RULE,
                page.path,
                page.line("title"),
                Text(f"De titel is al van {other.path}.", f"The title belongs to {other.path} already."),
                Text(
                    "In menu's, zoekresultaten en tabbladen is de titel het enige dat pagina's uit elkaar houdt.",
                    "In menus, search results and tabs the title is all that tells pages apart.",
                ),
                Text("Geef deze pagina een andere titel.", "Give this page another title."),
            )
