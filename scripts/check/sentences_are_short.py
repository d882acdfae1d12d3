"""A sentence has at most 25 words, and the sentences of a page have 15 on average (Onze Taal, Lengte van zinnen)."""

from scripts.check.language import reading
from scripts.check.rule import Content, Faults, Page, warning

MOST = 25
AVERAGE = 15
# Fewer sentences have no average that says anything.
ENOUGH = 5


def check_page(page: Page, _content: Content) -> Faults:
    """Yield a warning for each long sentence in `page`, and one when its sentences are long on average."""
    prose, place = reading(page), page.marked.place
    for sentence in prose.sentences:
        length = len(sentence.words)
        if length > MOST:
            begin = " ".join(sentence.text.split()[:4])[:40]
            yield warning("long", page.path, *place(sentence.offsets[0]), words=length, begin=begin)
    whole = [sentence for sentence in prose.sentences if sentence.is_whole]
    lengths = [len(sentence.words) for sentence in whole]
    if len(lengths) >= ENOUGH and sum(lengths) > AVERAGE * len(lengths):
        average, where = round(sum(lengths) / len(lengths), 1), place(whole[0].offsets[0])
        yield warning("average", page.path, *where, average=f"{average:g}")
