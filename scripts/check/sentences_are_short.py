"""A sentence has at most 25 words, and the sentences of a page have 15 on average (Onze Taal, Lengte van zinnen)."""

from collections.abc import Iterator

from scripts.check.language import reading
from scripts.content import Content, Page
from scripts.report import Finding
from scripts.words import finding

RULE = "sentences_are_short"
MOST = 25
AVERAGE = 15
# Fewer sentences have no average that says anything.
ENOUGH = 5


def check_page(page: Page, _content: Content) -> Iterator[Finding]:
    """Yield a warning for each long sentence in `page`, and one when its sentences are long on average."""
    prose, place = reading(page), page.marked.place
    for sentence in prose.sentences:
        length = len(sentence.words)
        if length > MOST:
            begin = " ".join(sentence.text.split()[:4])[:40]
            where = place(sentence.offsets[0])
            yield finding(RULE, "long", page.path, *where, level="warning", words=length, begin=begin)
    whole = [sentence for sentence in prose.sentences if sentence.is_whole]
    lengths = [len(sentence.words) for sentence in whole]
    if len(lengths) >= ENOUGH and sum(lengths) > AVERAGE * len(lengths):
        average, where = round(sum(lengths) / len(lengths), 1), place(whole[0].offsets[0])
        yield finding(RULE, "average", page.path, *where, level="warning", average=f"{average:g}")
