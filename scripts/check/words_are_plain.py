"""Words are those that people say, not those of the office (Direct Duidelijk)."""

from scripts.check.language import reading
from scripts.check.rule import Content, Faults, Page, hint


def check_page(page: Page, _content: Content) -> Faults:
    """Yield a hint for each word of the office in `page`, once a line, with what to say instead."""
    seen = set[tuple[int, str]]()
    for place, words, instead in reading(page).find(reading(page).lexicon.plain):
        if (place.line, words) not in seen:
            seen.add((place.line, words))
            yield hint("office", page.path, *place, words=words, instead=instead)
