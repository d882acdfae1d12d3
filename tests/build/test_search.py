"""Making the site searchable: only what is needed stays, and trouble is told in one sentence."""

from pathlib import Path

import pytest

from scripts import content
from scripts.build import search
from scripts.content import settings
from scripts.report import Unable

PAGE = '<!doctype html><html lang="nl"><title>De brug</title><article data-pagefind-body><h1>De brug</h1><p>Een brug.'


def test_only_what_a_search_page_fetches_stays(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE)
    search.write(tmp_path)
    folder = tmp_path / "pagefind"
    assert not [path.name for path in folder.iterdir() if "ui" in path.name or path.suffix == ".css"]
    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json"} <= {path.name for path in folder.iterdir()}


def test_what_pagefind_says_is_told_in_one_sentence(tmp_path: Path) -> None:
    words = "Pagefind cannot make the site searchable: "
    with pytest.raises(Unable, match=words):
        search.write(tmp_path / "nowhere")


def test_words_that_are_one_come_from_the_list_and_from_the_letters_of_the_pages(small: Path) -> None:
    page = small / "docs/nl/stad/brug.md"
    page.write_text(page.read_text() + "\nVan Wrocław en Oświęcim naar de Wisła, ook wel Wisla.\n")
    found, _ = content.read(settings.of(small))
    assert search.alike(found, "nl") == [["brug", "oeververbinding"], ["wisła", "wisla"], ["wrocław"]]
    assert search.alike(found, "en") == [["bridge", "river crossing"]]
