"""No two pages live at the same address, and no page at one that the site needs for itself."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content import Content, Page
from scripts.report import Finding, Text

RULE = "addresses_are_unique"
RESERVED = ("assets", "pagefind")
_WHY = Text("Een lezer kan op één adres maar één pagina krijgen.", "A reader can get only one page at one address.")


def check(content: Content) -> Iterator[Finding]:
    """Yield a finding for each page whose address is taken, naming both files."""
    first: dict[str, Page] = {}
    for page in content.pages:
        other = first.setdefault(page.address, page)
        if other is not page:
            yield _finding(page, f"{other.path} en {page.path}", f"{other.path} and {page.path}")
        elif page.address.split("/")[0] in RESERVED:
            yield _finding(page, f"de bestanden van de site en {page.path}", f"the site's own files and {page.path}")


def _finding(page: Page, owners: str, owners_en: str) -> Finding:
    return Finding(
        RULE,
        page.path,
        1,
        Text(
            f"Het adres /{page.address} is van twee: {owners}.",
            f"The address /{page.address} is shared by {owners_en}.",
        ),
        _WHY,
        Text(
            "Geef dit bestand een andere naam, of zet in docs/data/slugs.yml een ander woord.",
            "Give this file another name, or put another word in docs/data/slugs.yml.",
        ),
    )
