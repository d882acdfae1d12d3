"""A page reads easily: a score of 60 or more by Flesch's formula, or the one that was made from it for its language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Any

from scripts.article import Article
from scripts.checks.messages import finding
from scripts.language import Prose, Sentence
from scripts.language.lexicon import ReadingEase
from scripts.report import Finding

RULE = "text_reads_easily"
# 'Plain English' begins here (Flesch, 1948). It says nothing about levels such as B1.
ENOUGH = 60
# A shorter text scores by chance.
LEAST = 100
SHOWN = 40


def check(article: Article) -> Iterator[Finding]:
    """Yield a hint when the sentences and words of `article` are long together, with the longest of both."""
    prose = article.prose
    formula = prose.lexicon.reading_ease
    if not formula or sum(len(sentence.words) for sentence in prose.whole) < LEAST:
        return
    reached = score(prose, formula)
    if reached < ENOUGH and (place := article.place_of(prose.whole[0])):
        values: dict[str, Any] = {
            "score": round(reached),
            "words": " / ".join(_longest_words(article)),
            "lines": " / ".join(_longest_sentences(article)),
        }
        yield finding(RULE, "hard", article.page.path, *place, level="hint", **values)


def score(prose: Prose, formula: ReadingEase) -> float:
    """Return how easily `prose` reads, from about 0 (hard) to 100 (easy).

    Names do not count: nobody can shorten them.
    """
    words = Counter(chain.from_iterable(map(_own, prose.whole)))
    length = sum(len(sentence.words) for sentence in prose.whole) / len(prose.whole)
    count = sum(times * syllables(word, formula.syllables) for word, times in words.items())
    return formula.base - formula.sentence * length - formula.syllable * count / max(1, words.total())


@lru_cache(maxsize=100_000)
def syllables(word: str, pattern: str) -> int:
    """Return how many syllables `word` has, at least one: the matches of `pattern`."""
    return len(re.findall(pattern, word.lower())) or 1


def _own(sentence: Sentence) -> list[str]:
    """Return the words that the writer chose: no numbers, no names."""
    words = sentence.words
    return [word for word in words[:1] if word.isalpha()] + list(filter(str.islower, words[1:]))


def _longest_words(article: Article) -> Iterator[str]:
    found: dict[str, tuple[Sentence, int]] = {}
    for sentence in article.prose.whole:
        for number, word in enumerate(sentence.words):
            if word.islower() and word.isalpha():
                found.setdefault(word, (sentence, number))
    for word in sorted(found, key=len, reverse=True)[:2]:
        place = article.place_of(*found[word])
        if place:
            yield f"{word[:SHOWN]} ({place.line})"


def _longest_sentences(article: Article) -> Iterator[str]:
    for sentence in sorted(article.prose.whole, key=lambda sentence: len(sentence.words), reverse=True)[:2]:
        place = article.place_of(sentence)
        if place:
            yield str(place.line)
