"""Words are spelt as in the dictionary of their language; names of people and places are in `docs/data/names.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.article import Article
from scripts.checks.messages import finding
from scripts.language import Prose, Sentence, spelling
from scripts.report import Finding

RULE = "words_are_spelt"
# What people look up or type, not read as a word: an address, a number, two words around a full stop.
NO_WORD = re.compile(r"[\d.,:@&+#=?%~_]")
# So many unknown words, and one in so many, are another language and no mistakes. After MOST nobody looks on.
FOREIGN, SHARE, MOST = 8, 5, 60
# To say what was meant takes time.
EXPLAINED = 3


def check(article: Article) -> Iterator[Finding]:
    """Yield a hint for each word of `article` that no list has, once, and for each known mistake of two words."""
    prose, path = article.prose, article.page.path
    unknown, looked_at = _unknown(prose, article.content.names)
    if len(unknown) > FOREIGN and len(unknown) * SHARE > looked_at:
        place = article.place_of(*_where(unknown[0], prose))
        if place:
            yield finding(RULE, "foreign", path, *place, level="hint", count=len(unknown))
        return
    for order, word in enumerate(unknown):
        place = article.place_of(*_where(word, prose))
        if place:
            meant = spelling.meant(word, prose.lexicon.swaps, prose.locale) if order < EXPLAINED else ""
            yield finding(RULE, "meant" if meant else "unknown", path, *place, level="hint", word=word, meant=meant)
    yield from _mistakes(article)


def _mistakes(article: Article) -> Iterator[Finding]:
    prose = article.prose
    for sentence in prose.sentences if prose.lexicon.mistakes.may_be_in(prose.small) else ():
        for mistake in prose.lexicon.mistakes.find(sentence.small):
            place = article.place_of(sentence, mistake.first)
            if place:
                words, instead = mistake.text, mistake.instead
                yield finding(RULE, "mistake", article.page.path, *place, level="hint", words=words, instead=instead)


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
    if word not in prose.source:
        return False
    if word.islower() or not word.istitle():
        return word.islower()
    return not any(word in sentence.words[1:] for sentence in prose.sentences)


def _where(word: str, prose: Prose) -> tuple[Sentence, int]:
    return next((sentence, sentence.words.index(word)) for sentence in prose.sentences if word in sentence.words)
