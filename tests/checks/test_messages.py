"""The words of the rules and the promises: whole in both languages, with the same words to fill in."""

from __future__ import annotations

from pathlib import Path
from string import Formatter

import pytest

from scripts.rule_words import FOLDER, PROMISES, texts

WORDS = [path for folder in (FOLDER, PROMISES) for path in folder.glob("*_*.yml")]
RULES = sorted(path.stem for path in WORDS)
CODE = [path.read_text(encoding="utf-8") for path in FOLDER.parent.rglob("*.py")]
ABOUT = {"title", "why"}


def blanks(sentence: str) -> set[str]:
    """Return the words in braces of `sentence`."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("rule", RULES)
def test_words_stand_beside_a_rule(rule: str) -> None:
    assert any(f'RULE = "{rule}"' in text or f'PROMISE = "{rule}"' in text for text in CODE)
    for case in texts(rule).keys() - ABOUT:
        assert any(f'"{case}"' in text for text in CODE), f"nobody says {case}"


@pytest.mark.parametrize("path", WORDS, ids=lambda path: path.stem)
def test_no_word_hides_another(path: Path) -> None:
    keys = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith((" ", "#"))]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("rule", RULES)
def test_both_languages_say_the_same(rule: str) -> None:
    words = texts(rule)
    for about in ABOUT:
        assert set(words[about]) == {"nl", "en"}
        assert all(words[about].values())
    for case in words.keys() - ABOUT:
        (message, fix), (message_en, fix_en) = words[case]["nl"], words[case]["en"]
        assert blanks(message) == blanks(message_en), case
        assert blanks(fix) == blanks(fix_en), case
        assert all(sentence.strip() for sentence in (message, fix, message_en, fix_en))
