"""No two pages live at the same address, and no page at one that the site needs for itself."""

from collections.abc import Iterator

from scripts.content import Content, Page
from scripts.report import Finding
from scripts.words import finding

RULE = "addresses_are_unique"
RESERVED = ("assets", "pagefind")


def check_content(content: Content) -> Iterator[Finding]:
    """Yield a finding for each page whose address is taken, naming both files."""
    first: dict[str, Page] = {}
    for page in content.pages:
        other = first.setdefault(page.address, page)
        if other is not page:
            yield finding(RULE, "shared", page.path, 1, address=page.address, other=other.path, path=page.path)
        elif page.address.split("/")[0] in RESERVED:
            yield finding(RULE, "reserved", page.path, 1, address=page.address)
