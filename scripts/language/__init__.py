"""The language of a text: its sentences and words as a reader meets them, and where each stands in the file.

What is not the writer's own running text is left out: code, tables, quotations, notes, text in another language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from selectolax.lexbor import LexborHTMLParser

from scripts.language.alignment import places
from scripts.language.lexicon import Lexicon, lexicon
from scripts.language.sentences import ENDS, WORD, split

Kind = Literal["text", "item", "step", "heading"]
TITLE = 'p class="admonition-title"'
# Where a block begins. `render` writes these tags itself; a writer cannot type them.
BLOCK = re.compile(rf"<(?P<tag>{TITLE}|(?:p|li|[uo]l|h[1-6]|d[ltd]|div|details|summary|br)\b)")
LIST_END = re.compile("</[uo]l>")
MARK = re.compile("\x1e([^\x1f]*)\x1f")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary", TITLE})
LISTS: dict[str, Kind] = {"ul": "item", "ol": "step"}
NOT_THE_WRITERS = "pre, table, blockquote, .quote, .footnote, .footnote-ref, del, s"
# Stands for a piece that is read but not weighed: a sentence goes on around it.
PIECE = "\ufffc"
PIECES = "code, kbd, samp, var, q, cite"
# Another's words. An apostrophe inside a word closes nothing.
QUOTATION = re.compile(r"(?P<open>[‘“„«\"])(?P<words>(?:[^‘’“”„«»\"]|’(?=\w))*+)(?P<close>[’”»\"])")
# So many words between marks are a quotation; fewer are words with a wink.
QUOTED = 5
LABEL = re.compile(r"\[\^[^\]\s]{1,200}\]")
# Letters of Latin script; in others sentences, syllables and words are counted in other ways.
OTHER_SCRIPT = re.compile(r"[\u0370-\u1dff\u2c00-\u2c5f\u2c80-\ufdff\ufe30-\ufeff\uff65-\uffdc]")


@dataclass(frozen=True)
class Sentence:
    """A sentence, or an item or heading without a full stop: its words, and which word of the text is its first."""

    kind: Kind
    text: str
    words: list[str]
    first: int

    @cached_property
    def small(self) -> list[str]:
        """The words in small letters."""
        return [word.lower() for word in self.words]

    @property
    def is_whole(self) -> bool:
        """Tell whether it reads as a sentence: an item of a list may be a few words only."""
        return self.kind == "text" or (self.kind != "heading" and bool(ENDS.search(self.text)))


@dataclass(frozen=True)
class Prose:
    """The text in `html`, written in the language `locale`. `source` is the Markdown that it was made from."""

    html: str
    source: str
    locale: str

    @cached_property
    def lexicon(self) -> Lexicon:
        """What is known of the language."""
        return lexicon(self.locale)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """All sentences, headings and items, in the order in which they are read."""
        found, first = list[Sentence](), 0
        for kind, text in _blocks(self.html, self.locale):
            for sentence in split(text, self.lexicon):
                words = WORD.findall(sentence)
                if words:
                    found.append(Sentence(kind, sentence, words, first))
                    first += len(words)
        return found

    @cached_property
    def vocabulary(self) -> dict[str, None]:
        """The words of the text, each once, in the order in which they come first."""
        return dict.fromkeys(word for sentence in self.sentences for word in sentence.words)

    @cached_property
    def small(self) -> frozenset[str]:
        """The words of the text in small letters."""
        return frozenset(map(str.lower, self.vocabulary))

    @cached_property
    def whole(self) -> list[Sentence]:
        """The sentences that read as one: no headings, no items of a few words."""
        return [sentence for sentence in self.sentences if sentence.is_whole]

    @cached_property
    def _places(self) -> list[int | None]:
        return places([word for sentence in self.sentences for word in sentence.words], self.source)

    def offset(self, sentence: Sentence, word: int = 0) -> int | None:
        """Return where in `source` the word of `sentence` with this number stands, or else the sentence.

        None when the sentence is not in `source` at all: the page was given it from a list.
        """
        numbers = (sentence.first + word, *range(sentence.first, sentence.first + len(sentence.words)))
        return next((place for place in map(self._places.__getitem__, numbers) if place is not None), None)


def _blocks(html: str, locale: str) -> Iterator[tuple[Kind, str]]:
    plain = unicodedata.normalize("NFC", html).replace("\x1e", "").replace("\x1f", "")
    marked = BLOCK.sub("\x1e\\g<tag>\x1f\\g<0>", plain)
    marked = LIST_END.sub("\\g<0>\x1e/\x1f", marked)
    tree = LexborHTMLParser(f"<!doctype html><body>{marked}")
    for node in tree.css(NOT_THE_WRITERS):
        node.decompose()
    for node in tree.css(PIECES):
        node.replace_with(PIECE)
    for node in tree.css(f'[lang]:not([lang|="{locale}" i])'):
        node.replace_with(PIECE)
    text = LABEL.sub(" ", tree.body.text() if tree.body else "")
    yield from _kinds(QUOTATION.sub(_quoted, text))


def _quoted(quotation: re.Match[str]) -> str:
    """Return `quotation` with a mark for its words when they are another's; how it ends still counts."""
    words = quotation["words"]
    if len(words.split()) < QUOTED or "\x1e" in words:
        return quotation[0]
    return quotation["open"] + PIECE + (words[-1] if words[-1] in ".?!…" else "") + quotation["close"]


def _kinds(text: str) -> Iterator[tuple[Kind, str]]:
    lists = list[Kind]()
    kind: Kind = "text"
    parts = MARK.split(text)
    for tag, words in zip(parts[1::2], parts[2::2], strict=True):
        if tag in LISTS:
            lists.append(LISTS[tag])
        elif tag == "/":
            lists = lists[:-1]
        if tag != "br":
            kind = "heading" if tag in HEADINGS else lists[-1] if lists else "text"
        if words.strip() and not _is_foreign(words):
            yield kind, words


def _is_foreign(text: str) -> bool:
    return not text.isascii() and 2 * len(OTHER_SCRIPT.findall(text)) > sum(map(str.isalpha, text))
