"""Words are those that people say, not those of the office (Direct Duidelijk)."""

from collections.abc import Iterator

from scripts.check.language import reading
from scripts.content import Content, Page
from scripts.report import Finding
from scripts.words import finding

RULE = "words_are_plain"


def check_page(page: Page, _content: Content) -> Iterator[Finding]:
    """Yield a hint for each word of the office in `page`, once a line, with what to say instead."""
    seen = set[tuple[int, str]]()
    for place, words, instead in reading(page).find(reading(page).lexicon.plain):
        if (place.line, words) not in seen:
            seen.add((place.line, words))
            yield finding(RULE, "office", page.path, *place, level="hint", words=words, instead=instead)
