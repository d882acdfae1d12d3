"""The words of a link say where it leads; a screen reader lists links without the text around them (WCAG 2.4.4)."""

import re
from collections.abc import Iterator

from scripts.check.language import reading
from scripts.content import Content, Page
from scripts.report import Finding
from scripts.words import finding

RULE = "links_say_where_they_go"
NO_WORD = re.compile(r"[\W_]+")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
# Longer than the address of a site: nobody reads it, and a screen reader spells it.
LONGEST = 40


def check_page(page: Page, _content: Content) -> Iterator[Finding]:
    """Yield a hint for each link in `page` whose words are empty, or are a long address."""
    empty = reading(page).lexicon.empty_links
    for link in page.marked.outline.links:
        case = ""
        if NO_WORD.sub(" ", link.text).strip().casefold() in empty:
            case = "empty"
        elif len(link.text) > LONGEST and ADDRESS.fullmatch(link.text):
            case = "address"
        if case:
            yield finding(RULE, case, page.path, *link.place, level="hint", text=link.text[:LONGEST])
