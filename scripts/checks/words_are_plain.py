"""Words are those that people say, not those of the office (Direct Duidelijk)."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content import Content, Page
from scripts.report import Finding
from scripts.words import finding

RULE = "words_are_plain"


def check_page(page: Page, _content: Content) -> Iterator[Finding]:
    """Yield a hint for each word of the office in `page`, once a line, with what to say instead."""
    seen, plain = set[tuple[int, str]](), page.reading.lexicon.plain
    for sentence in page.reading.sentences if plain.may_be_in(page.reading.small) else ():
        for phrase in plain.find(sentence.small):
            place = page.marked.place(sentence.offset(phrase.first))
            if (place.line, phrase.text) not in seen:
                seen.add((place.line, phrase.text))
                words, instead = phrase.text, phrase.instead
                yield finding(RULE, "office", page.path, *place, level="hint", words=words, instead=instead)
