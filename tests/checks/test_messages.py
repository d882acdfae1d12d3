"""The words of the rules: whole in both languages, with the same words to fill in."""

from __future__ import annotations

from string import Formatter

from scripts.checks import FIRST, RULES
from scripts.checks.messages import texts


def blanks(sentence: str) -> set[str]:
    """Return the words in braces of `sentence`."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_every_rule_has_its_words_and_no_other() -> None:
    rules = {rule.__module__.rsplit(".", 1)[-1] for rule in (*FIRST, *RULES)}
    assert set(texts()) == rules


def test_both_languages_say_the_same() -> None:
    for rule, words in texts().items():
        assert set(words["why"]) == {"nl", "en"}, rule
        for case in words.keys() - {"why"}:
            (message, fix), (message_en, fix_en) = words[case]["nl"], words[case]["en"]
            assert blanks(message) == blanks(message_en), f"{rule}, {case}"
            assert blanks(fix) == blanks(fix_en), f"{rule}, {case}"
            assert all(sentence.strip() for sentence in (message, fix, message_en, fix_en))
