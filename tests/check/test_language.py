"""What is a sentence, a word and a misspelling, in both languages, and where each stands in the source."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.check.language import Prose, spelling
from scripts.check.language.lexicon import Phrases, lexicon
from scripts.check.language.sentences import WORD, split
from scripts.content.marked import Marked

GIVEN = yaml.safe_load(Path(__file__).with_name("language.yml").read_text(encoding="utf-8"))


def prose(text: str, locale: str = "nl") -> Prose:
    return Prose(Marked(text), locale)


@pytest.mark.parametrize(("locale", "sentences"), GIVEN["sentences"])
def test_sentences_end_where_a_reader_pauses(locale: str, sentences: list[str]) -> None:
    joined = "\n".join(sentences) if sentences[-1][0] in "-*|" else " ".join(sentences)
    assert list(split(joined, lexicon(locale))) == sentences


@pytest.mark.parametrize(("text", "words"), GIVEN["words"])
def test_words_are_what_people_count(text: str, words: int) -> None:
    assert len(WORD.findall(text)) == words


@pytest.mark.parametrize(("text", "kinds"), GIVEN["kinds"])
def test_only_the_writers_own_words_are_read(text: str, kinds: list[str]) -> None:
    assert [sentence.kind for sentence in prose(text).sentences] == kinds


def test_what_is_not_weighed_leaves_the_sentence_whole() -> None:
    text = "Typ `een twee. drie` en zie [^onbekend] ‘dit is wat een ander daarvan zei.’ Daarna *zo*{: lang=en } verder."
    assert [len(sentence.words) for sentence in prose(text).sentences] == [3, 2]


@pytest.mark.parametrize(("source", "sentence", "word", "there"), GIVEN["places"])
def test_a_word_is_found_in_the_source(source: str, sentence: int, word: int, there: str) -> None:
    text = prose(source)
    assert source[text.sentences[sentence].offsets[word] :].startswith(there)


@pytest.mark.parametrize(("locale", "right", "wrong"), GIVEN["known"])
def test_words_are_known_or_not(locale: str, right: str, wrong: str) -> None:
    assert [word for word in right.split() if not spelling.is_known(word, locale)] == []
    assert [word for word in wrong.split() if spelling.is_known(word, locale)] == []


@pytest.mark.parametrize(("locale", "word", "meant"), GIVEN["meant"] + [("en", "a" * 500, "")])
def test_one_slip_is_seen_through(locale: str, word: str, meant: str) -> None:
    assert spelling.meant(word, locale).split(" / ")[0] == meant


def test_a_phrase_is_right_after_all_before_some_words() -> None:
    phrases = Phrases({"het gebeurd": "het gebeurt | is was", "teneinde": "om"})
    found = phrases.find("als het gebeurd is of het gebeurd vaak teneinde".split())
    assert [(first, instead) for first, _, instead in found] == [(5, "het gebeurt"), (8, "om")]


def test_a_language_without_a_file_has_no_words() -> None:
    empty: dict[str, Any] = dict(lexicon("tr"))
    assert not any(value for name, value in empty.items() if name not in ("plain", "mistakes"))
    assert list(lexicon("tr").plain.find(["teneinde"])) == []
