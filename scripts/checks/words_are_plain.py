"""Words are those that people say: no words of the office, no passive that hides who does it (Direct Duidelijk)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from scripts.article import Article
from scripts.checks.messages import finding
from scripts.language import Sentence
from scripts.language.lexicon import Passive
from scripts.language.sentences import WORD
from scripts.report import Finding

RULE = "words_are_plain"
# One passive in so many sentences is no habit.
FEW = 5
# A participle belongs to the auxiliary in its own clause.
CLAUSE = re.compile(r"[,;:]\s|[()–—]")


def check(article: Article) -> Iterator[Finding]:
    """Yield a hint for each word of the office in `article`, once a line, and for passives that it can do without.

    A passive that names who does it can be turned round. One here and there is plain enough; many make a page stiff.
    """
    seen = set[tuple[int, str]]()
    for sentence, number, case, words, instead in _found(article):
        place = article.place_of(sentence, number)
        if place and (place.line, words) not in seen:
            seen.add((place.line, words))
            yield finding(RULE, case, article.page.path, *place, level="hint", words=words, instead=instead)


def _found(article: Article) -> Iterator[tuple[Sentence, int, str, str, str]]:
    """Yield each sentence to mend, the number of the word in it, the case, the words, and what to say instead."""
    sentences, lexicon = article.prose.sentences, article.prose.lexicon
    for sentence in sentences if lexicon.plain.may_be_in(article.prose.small) else ():
        for phrase in lexicon.plain.find(sentence.small):
            yield sentence, phrase.first, "office", phrase.text, phrase.instead
    passives = (
        [(one, *each) for one in sentences for each in _passives(one, lexicon.passive)] if lexicon.passive else []
    )
    if len(passives) * FEW > len(article.prose.whole):
        sentence, number, words, _ = passives[0]
        yield sentence, number, "many", words, str(len(passives))
        return
    for sentence, number, words, has_doer in passives:
        if has_doer:
            yield sentence, number, "passive", words, ""


def _passives(sentence: Sentence, passive: Passive) -> Iterator[tuple[int, str, bool]]:
    """Yield the number of each auxiliary that makes a passive, both its words, and whether the doer is named."""
    if passive.auxiliaries.isdisjoint(sentence.words):
        return
    first = 0
    for clause in CLAUSE.split(sentence.text):
        words = [word.lower() for word in WORD.findall(clause)]
        for number, word in enumerate(words):
            if word in passive.auxiliaries:
                near = words[number + 1 : number + 1 + passive.after] + words[max(0, number - passive.before) : number]
                participle = next((other for other in near if _is_participle(other, passive)), "")
                if participle:
                    yield first + number, f"{word} {participle}", passive.doer in words[number:]
        first += len(words)


def _is_participle(word: str, passive: Passive) -> bool:
    if word in passive.participles:
        return True
    return word not in passive.never and bool(_pattern(passive.participle).fullmatch(word))


@cache
def _pattern(participle: str) -> re.Pattern[str]:
    return re.compile(participle)
