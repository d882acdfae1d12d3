"""The words of a link say where it leads; a screen reader lists links without the text around them (WCAG 2.4.4)."""

import re

from scripts.check.language import reading
from scripts.check.rule import Content, Faults, Page, hint

NO_WORD = re.compile(r"[\W_]+")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
# Longer than the address of a site: nobody reads it, and a screen reader spells it.
LONGEST = 40


def check_page(page: Page, _content: Content) -> Faults:
    """Yield a hint for each link in `page` whose words are empty, or are a long address."""
    for link in page.marked.outline.links:
        if NO_WORD.sub(" ", link.text).strip().casefold() in reading(page).lexicon.empty_links:
            yield hint("empty", page.path, *link.place, text=link.text[:LONGEST])
        elif len(link.text) > LONGEST and ADDRESS.fullmatch(link.text):
            yield hint("address", page.path, *link.place, text=link.text[:LONGEST])
