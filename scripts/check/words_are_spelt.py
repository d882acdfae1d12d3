"""Words are spelt as in the dictionary of their language; names of people and places are in `docs/data/names.yml`."""

import re
from itertools import islice

from scripts.check.language import Prose, reading, spelling
from scripts.check.rule import Content, Faults, Page, hint
from scripts.content.marked import Place

# What people look up or type, not read as a word: an address, a number, two words around a full stop.
NO_WORD = re.compile(r"[\d.,:@&+#=?%~_]")
# So many unknown words, and one in so many, are another language and no mistakes. After MOST nobody looks on.
FOREIGN, SHARE, MOST = 8, 5, 60
# To say what was meant takes time.
EXPLAINED = 3


def check_page(page: Page, content: Content) -> Faults:
    """Yield a hint for each word of `page` that no list has, once, and for each known mistake of two words."""
    prose = reading(page)
    words = list(dict.fromkeys(word for sentence in prose.sentences for word in sentence.words))
    unknown = list(islice((word for word in words if _is_unknown(word, prose, content.names)), MOST + 1))
    looked_at = words.index(unknown[-1]) + 1 if len(unknown) > MOST else len(words)
    if len(unknown) > FOREIGN and len(unknown) * SHARE > looked_at:
        yield hint("foreign", page.path, *_where(unknown[0], prose), count=len(unknown))
        return
    for order, word in enumerate(unknown):
        meant = spelling.meant(word, prose.locale) if order < EXPLAINED else ""
        case, place = "meant" if meant else "unknown", _where(word, prose)
        yield hint(case, page.path, *place, word=word, meant=meant)
    for place, mistake, instead in prose.find(prose.lexicon.mistakes):
        yield hint("mistake", page.path, *place, words=mistake, instead=instead)


def _is_unknown(word: str, prose: Prose, names: frozenset[str]) -> bool:
    """Tell whether `word` is one for a dictionary, and no list has it.

    A capital inside a sentence begins a name, words of capitals are letters; what is not in the source is not its own.
    """
    if spelling.is_known(word, prose.locale) or word in names or NO_WORD.search(word) or word not in prose.marked.text:
        return False
    is_first = word.istitle() and not any(word in sentence.words[1:] for sentence in prose.sentences)
    return word.islower() or is_first


def _where(word: str, prose: Prose) -> Place:
    sentence = next(sentence for sentence in prose.sentences if word in sentence.words)
    return prose.marked.place(sentence.offsets[sentence.words.index(word)])
