"""Words that a language lacks, and words that a template asks for in vain."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.content import Content
from scripts.report import Finding
from tests.conftest import ROOT


@pytest.fixture
def overrides(small: Path) -> Path:
    folder = small / "overrides"
    folder.unlink()
    shutil.copytree(ROOT / "overrides", folder)
    return folder


def test_a_word_that_one_language_lacks(overrides: Path, findings: Callable[[], list[Finding]]) -> None:
    path = overrides / "words/en.yml"
    path.write_text(path.read_text().replace("menu: Menu\n", ""))
    (found,) = (found for found in findings() if found.level == "error")
    assert (str(found.path), found.level) == ("overrides/words/en.yml", "error")
    assert "«menu»" in found.message.nl
    assert "menu: …" in found.fix.nl


def test_a_word_that_no_language_has(overrides: Path, findings: Callable[[], list[Finding]]) -> None:
    path = overrides / "kinds/article.html"
    path.write_text(path.read_text() + "{# a #}\n{% block x %}{{ words.greeting }}{% endblock %}")
    (found,) = (found for found in findings() if found.level == "error")
    assert (str(found.path), found.line) == ("overrides/kinds/article.html", 3)
    assert "«greeting»" in found.message.nl


def test_an_empty_word(overrides: Path, findings: Callable[[], list[Finding]]) -> None:
    path = overrides / "words/en.yml"
    path.write_text(path.read_text().replace("menu: Menu\n", "menu:\n"))
    (found,) = (found for found in findings() if found.level == "error")
    assert str(found.path) == "overrides/words/en.yml"


def test_all_languages_of_the_real_site_hold_the_same_words(content: Content) -> None:
    assert len({frozenset(words) for words in content.words.values()}) == 1
    assert all(words["menu"] for words in content.words.values())
