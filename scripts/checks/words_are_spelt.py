"""Words are spelt as in the dictionary of their language; names of people and places are in `docs/data/names.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Content, Page
from scripts.language import Prose, spelling
from scripts.marked import Place
from scripts.report import Finding
from scripts.words import finding

RULE = "words_are_spelt"
# What people look up or type, not read as a word: an address, a number, two words around a full stop.
NO_WORD = re.compile(r"[\d.,:@&+#=?%~_]")
# So many unknown words, and one in so many, are another language and no mistakes. After MOST nobody looks on.
FOREIGN, SHARE, MOST = 8, 5, 60
# To say what was meant takes time.
EXPLAINED = 3


def check_page(page: Page, content: Content) -> Iterator[Finding]:
    """Yield a hint for each word of `page` that no list has, once, and for each known mistake of two words."""
    prose = page.reading
    unknown, looked_at = _unknown(prose, content.names)
    if len(unknown) > FOREIGN and len(unknown) * SHARE > looked_at:
        yield finding(RULE, "foreign", page.path, *_where(unknown[0], prose), level="hint", count=len(unknown))
        return
    for order, word in enumerate(unknown):
        meant = spelling.meant(word, prose.locale) if order < EXPLAINED else ""
        case, place = "meant" if meant else "unknown", _where(word, prose)
        yield finding(RULE, case, page.path, *place, level="hint", word=word, meant=meant)
    yield from _mistakes(page)


def _mistakes(page: Page) -> Iterator[Finding]:
    prose = page.reading
    for sentence in prose.sentences if prose.lexicon.mistakes.may_be_in(prose.small) else ():
        for mistake in prose.lexicon.mistakes.find(sentence.small):
            place, words = page.marked.place(sentence.offset(mistake.first)), mistake.text
            yield finding(RULE, "mistake", page.path, *place, level="hint", words=words, instead=mistake.instead)


def _unknown(prose: Prose, names: frozenset[str]) -> tuple[list[str], int]:
    """Return the words that no list has, and how many were looked at."""
    found, looked_at = list[str](), 0
    for word in prose.vocabulary:
        looked_at += 1
        if not (spelling.is_known(word, prose.locale) or word in names or NO_WORD.search(word)) and _is_word(
            word, prose
        ):
            found.append(word)
            if len(found) > MOST:
                break
    return found, looked_at


def _is_word(word: str, prose: Prose) -> bool:
    """Tell whether `word` is one for a dictionary.

    A capital inside a sentence begins a name, words of capitals are letters; what is not in the source is not its own.
    """
    if word not in prose.marked.text:
        return False
    if word.islower() or not word.istitle():
        return word.islower()
    return not any(word in sentence.words[1:] for sentence in prose.sentences)


def _where(word: str, prose: Prose) -> Place:
    sentence = next(sentence for sentence in prose.sentences if word in sentence.words)
    return prose.marked.place(sentence.offset(sentence.words.index(word)))
