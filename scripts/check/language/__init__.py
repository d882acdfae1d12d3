"""The language of a text: its sentences and words as a reader meets them, and where each stands in the file.

What is not the writer's own running text is left out: code, tables, quotations, notes, text in another language.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from markdown_it.token import Token

from scripts.check.language.lexicon import Lexicon, Phrases, lexicon
from scripts.check.language.sentences import ENDS, WORD, split
from scripts.content import Page
from scripts.content.marked import Marked, Place

Kind = Literal["text", "item", "heading"]
HEADINGS = frozenset({"heading_open", "admonition_title_open"})
ITEM = "list_item_open"
NOT_THE_WRITERS = frozenset({"table_open", "blockquote_open", "footnote_reference_open"})
QUOTE = "quote"
# Stands for a piece that is read but not weighed: a sentence goes on around it.
PIECE = "\ufffc"
PIECES = frozenset("code kbd samp var q cite".split())
TAKEN_BACK = frozenset({"del", "s"})
LANGUAGE = re.compile(r"""\slang=["'](?P<code>[^"']*)""")
# Another's words. An apostrophe inside a word closes nothing.
QUOTATION = re.compile(r"(?P<open>[‘“„«\"])(?P<words>(?:[^‘’“”„«»\"]|’(?=\w))*+)(?P<close>[’”»\"])")
# So many words between marks are a quotation; fewer are words with a wink.
QUOTED = 5
# Letters of Latin script; in others sentences and words are counted in other ways.
OTHER_SCRIPT = re.compile(r"[\u0370-\u1dff\u2c00-\u2c5f\u2c80-\ufdff\ufe30-\ufeff\uff65-\uffdc]")


class Sentence(NamedTuple):
    """A sentence, or an item or heading without a full stop: its words, and where in the Markdown each begins."""

    kind: Kind
    text: str
    words: list[str]
    offsets: list[int]

    @property
    def is_whole(self) -> bool:
        """Tell whether it reads as a sentence: an item of a list may be a few words only."""
        return self.kind == "text" or (self.kind == "item" and bool(ENDS.search(self.text)))


@dataclass(frozen=True)
class Prose:
    """The sentences of `marked`, which is written in the language `locale`."""

    marked: Marked
    locale: str

    @cached_property
    def lexicon(self) -> Lexicon:
        """What is known of the language."""
        return lexicon(self.locale)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """All sentences, headings and items, in the order in which they are read."""
        found = list[Sentence]()
        for kind, text, offsets in _blocks(self.marked, self.locale):
            begin = 0
            for sentence in split(text, self.lexicon):
                begin = text.index(sentence, begin)
                words = list(WORD.finditer(text, begin, begin + len(sentence)))
                if words:
                    starts = [offsets[word.start()] for word in words]
                    found.append(Sentence(kind, sentence, [word[0] for word in words], starts))
                begin += len(sentence)
        return found

    def find(self, phrases: Phrases) -> Iterator[tuple[Place, str, str]]:
        """Yield each of `phrases` in the text: where it stands, its words, and what to say instead."""
        for sentence in self.sentences:
            for first, words, instead in phrases.find([word.lower() for word in sentence.words]):
                yield self.marked.place(sentence.offsets[first]), words, instead


@lru_cache(maxsize=1)  # one page after another is looked at, by several rules
def reading(page: Page) -> Prose:
    """Return the sentences of `page`."""
    return Prose(page.marked, page.locale)


def _blocks(marked: Marked, locale: str) -> Iterator[tuple[Kind, str, list[int]]]:
    """Yield the words that are read in one go: their kind, and where in the Markdown each character of them stands."""
    opened = list[Token]()
    for token in marked.tokens:
        if token.nesting > 0:
            opened.append(token)
        elif token.nesting < 0:
            opened.pop()
        elif token.type == "inline" and not _is_foreign(token, locale) and (kind := _kind(opened)):
            for runs in _lines(token.children or [], locale):
                runs = [(unicodedata.normalize("NFC", words), at) for words, at in runs]
                text = QUOTATION.sub(_quoted, "".join(words for words, _ in runs))
                others = 0 if text.isascii() else len(OTHER_SCRIPT.findall(text))
                if text.strip() and 2 * others <= sum(map(str.isalpha, text)):
                    yield kind, text, [at + number for words, at in runs for number in range(len(words))]


def _kind(opened: list[Token]) -> Kind | None:
    if any(token.type in NOT_THE_WRITERS or token.meta.get("tag") == QUOTE for token in opened):
        return None
    if opened[-1].type in HEADINGS:
        return "heading"
    return "item" if any(token.type == ITEM for token in opened) else "text"


def _lines(pieces: list[Token], locale: str) -> Iterator[list[tuple[str, int]]]:
    """Yield the runs of words between two hard line ends, each with its offset; what is not weighed left out."""
    runs, left_out = list[tuple[str, int]](), list[str]()
    for piece in pieces:
        name, at = piece.tag, piece.meta.get("at", 0)
        if piece.nesting > 0 and (left_out or _is_foreign(piece, locale) or name in PIECES | TAKEN_BACK):
            if not left_out and name not in TAKEN_BACK:
                runs.append((PIECE, at))
            left_out.append(name)
        elif left_out:
            left_out = left_out[:-1] if piece.nesting < 0 and name == left_out[-1] else left_out
        elif piece.type in ("text", "text_special"):
            runs.append((piece.content, at))
        elif piece.type in ("softbreak", "code_inline"):
            runs.append(("\n" if piece.type == "softbreak" else PIECE, at))
        elif name == "br":  # of a hard line end, too
            yield runs
            runs = []
    yield runs


def _is_foreign(token: Token, locale: str) -> bool:
    """Tell whether `token` is said to be in another language than `locale`."""
    code = str(dict(token.meta.get("set", ())).get("lang", ""))
    if token.type == "html_inline" and (found := LANGUAGE.search(token.content)):
        code = found["code"]
    return bool(code) and code.lower().split("-")[0] != locale


def _quoted(quotation: re.Match[str]) -> str:
    """Return `quotation` with marks for its words when they are another's; how it ends still counts."""
    words = quotation["words"]
    if len(words.split()) < QUOTED:
        return quotation[0]
    end = words[-1] if words[-1] in ".?!…" else ""
    return quotation["open"] + PIECE * (len(words) - len(end)) + end + quotation["close"]
