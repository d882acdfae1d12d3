"""A sentence has at most 25 words, and the sentences of a page have 15 on average (Onze Taal, Lengte van zinnen)."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.article import Article
from scripts.checks.messages import finding
from scripts.report import Finding

RULE = "sentences_are_short"
MOST = 25
AVERAGE = 15
# Fewer sentences have no average that says anything.
ENOUGH = 5


def check(article: Article) -> Iterator[Finding]:
    """Yield a warning for each long sentence in `article`, and one when its sentences are long on average."""
    prose = article.prose
    for sentence in prose.sentences:
        length = len(sentence.words)
        if length > MOST and (place := article.place_of(sentence)):
            begin = " ".join(sentence.text.split()[:4])[:40]
            yield finding(RULE, "long", article.page.path, *place, level="warning", words=length, begin=begin)
    lengths = [len(sentence.words) for sentence in prose.whole]
    if len(lengths) >= ENOUGH and sum(lengths) > AVERAGE * len(lengths):
        place = article.place_of(prose.whole[0])
        if place:
            average = round(sum(lengths) / len(lengths), 1)
            yield finding(RULE, "average", article.page.path, *place, level="warning", average=f"{average:g}")
