"""What is a sentence, a word and a misspelling, in both languages, and where each stands in the source."""

from typing import Any

import pytest

from scripts.check.language import Prose, spelling
from scripts.check.language.lexicon import Phrases, lexicon
from scripts.check.language.sentences import WORD, split
from scripts.content.marked import Marked


def prose(text: str, locale: str = "nl") -> Prose:
    return Prose(Marked(text), locale)


@pytest.mark.parametrize(
    ("locale", "sentences"),
    [
        ("nl", ["Dat is bijv. zo.", "Dit niet."]),
        ("nl", ["Mr. J.P. de Vries van fa. Jansen kwam o.a. voor nr. 3.", "Hij ging d.w.z. zij ook."]),
        ("nl", ["Het kost ca. 3.500 euro, dus 2,5 keer zo veel.", "Klopt dat?"]),
        ("nl", ["Het begon in 1994.", "Daarna niet meer."]),
        ("nl", ["1. Eerst dit."]),
        ("nl", ["‘Kom je?’ vroeg hij.", "“Ja!” riep zij.", "(Dat was gisteren.)", "Nu niet."]),
        ("nl", ["Wat?!", "Niets...", "Of toch… een beetje.", "’s Avonds niet.", "'t Is zo."]),
        ("nl", ["Fairtrade B.V. bestaat.", "Zij werkt bij Rundu B.V.", "De rest niet."]),
        ("nl", ["zonder hoofdletter begonnen.", "daarna ging het verder.", "klaar!", "echt waar."]),
        ("nl", ["Appels, peren enz.", "Daarna was het op."]),
        ("nl", ["Kijk op www.example.org of https://example.org/a.b?c=1.", "Of bel."]),
        ("nl", ["Neem mee:", "- een pen", "- papier van 1. soort", "* een gum"]),
        ("nl", ["| a | b |", "| c | d |"]),
        ("nl", ["De stad H.I.J. Kavango.", "Ik ga."]),
        ("en", ["Dr. Smith vs. Mrs. Jones, e.g. at 5 p.m.", "Then they left for St. Albans."]),
        ("en", ["It was No. 7, i.e. the last.", "Was it?", "No.", "It wasn't."]),
        ("en", ["The U.S. and the U.K. agreed.", "J. R. R. Tolkien wrote it.", "See fig. 3."]),
        ("en", ["They sold 3,500 at $2.50 each.", '"Go!" she said.', "Use the app.", "It helps."]),
        ("tr", ["Bir cümle.", "İki cümle."]),
    ],
)
def test_sentences_end_where_a_reader_pauses(locale: str, sentences: list[str]) -> None:
    joined = "\n".join(sentences) if sentences[-1][0] in "-*|" else " ".join(sentences)
    assert list(split(joined, lexicon(locale))) == sentences


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("foto's, baby’s en e-mail", 4),
        ("3.500 of 2,5 en 60%", 5),
        ("https://example.org/a?b=c en info@example.org", 3),
        ("en/of – nou ja – 1994–2015", 5),
        ("…! ?", 0),
    ],
)
def test_words_are_what_people_count(text: str, words: int) -> None:
    assert len(WORD.findall(text)) == words


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("## Een kop\n\nEen zin. Nog een.", ["heading", "text", "text"]),
        ("1. Doe dit.\n2. Doe dat.\n\n    - of dit", ["item", "item", "item"]),
        ("- punt\n\n    - dieper\n\n- weer punt\n\nTekst.", ["item", "item", "item", "text"]),
        ('!!! note "Titel"\n\n    Tekst.', ["heading", "text"]),
        ('!!! quote "Titel"\n\n    Tekst.', []),
        ("> Wat een ander zei.", []),
        ("```\nCode.\n```\n\n| a |\n| --- |\n| cel. |", []),
        ("Een noot.[^1]\n\n[^1]: Wat erbij hoort.", ["text"]),
        ("Een regel<br>\nen nog een", ["text", "text"]),
        ("Das ist Deutsch.\n{: lang=de }\n\nEen zin.\n{: lang=nl-BE }", ["text"]),
        ("这是中文。这也是。\n\nهذا نص عربي.", []),
        ("\x1eli\x1fEen zin.", ["text"]),
        ("- Deutsch\n{: lang=de }\n\nEen zin.", ["text"]),
        ("> - Een punt\n>\n> > Dieper.\n\nEen zin.", ["text"]),
        ('<q>een <q lang="fr">deux</q></q> <del>a <s>b</s></del> zin.', ["text"]),
        ("", []),
    ],
)
def test_only_the_writers_own_words_are_read(text: str, kinds: list[str]) -> None:
    assert [sentence.kind for sentence in prose(text).sentences] == kinds


def test_what_is_not_weighed_leaves_the_sentence_whole() -> None:
    text = "Typ `een twee. drie` en zie [^onbekend] ‘dit is wat een ander daarvan zei.’ Daarna *zo*{: lang=en } verder."
    assert [len(sentence.words) for sentence in prose(text).sentences] == [3, 2]


@pytest.mark.parametrize(
    ("source", "sentence", "word", "there"),
    [
        ("Een zin.\n\nNog **een zin** hier.", 1, 2, "zin** hier"),
        ("[Een link](een/zin.md) en een zin. [Een](x.md) twee.", 1, 1, "twee."),
        ("`een code` zin.\n\n```\nTwee drie vier vijf.\n```\n\nTwee drie vier vijf.", 1, 0, "Twee drie vier vijf."),
        ("| Een | twee |\n| --- | --- |\n| een zin | van vijf |\n\nEen zin van vijf woorden.", 0, 0, "Een zin van"),
        ("Een &eacute;&eacute;n zin.\n\nDe tweede.", 1, 1, "tweede."),
        ("Een *Fair*trade zin met *nadruk* erin.", 0, 3, "met *nadruk"),
        ("{>} Een [zin][^a] met <b>nadruk</b>.\n", 0, 3, "nadruk</b>"),
    ],
)
def test_a_word_is_found_in_the_source(source: str, sentence: int, word: int, there: str) -> None:
    text = prose(source)
    assert source[text.sentences[sentence].offsets[word] :].startswith(there)


@pytest.mark.parametrize(
    ("locale", "right", "wrong"),
    [
        (
            "nl",
            "vrijwilligersvergoeding klimaatadaptatie Juni foto’s dáár níet gft-afval en/of ideeën",
            "gemeentte ideeen vrijwiliger",
        ),
        ("en", "neighbourhood naïve cafés councils’ don’t co-operation", "recieve color definatly"),
        ("tr", "her şey bilinmeyen", ""),
    ],
)
def test_words_are_known_or_not(locale: str, right: str, wrong: str) -> None:
    assert [word for word in right.split() if not spelling.is_known(word, locale)] == []
    assert [word for word in wrong.split() if spelling.is_known(word, locale)] == []


@pytest.mark.parametrize(
    ("locale", "word", "meant"),
    [
        ("nl", "vrijwiliger", "vrijwilliger"),
        ("nl", "gemeentte", "gemeente"),
        ("nl", "duurzaamhijd", "duurzaamheid"),
        ("nl", "xqzxqz", ""),
        ("en", "recieve", "receive"),
        ("en", "color", "colour"),
        ("en", "a" * 500, ""),
    ],
)
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
