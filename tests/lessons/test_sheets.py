"""Sheets: conform to PDF/UA-1, answers apart, on two pages, the same bytes each time, and made once."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from page import ValidationProfile, validate_pdf
from selectolax.lexbor import LexborHTMLParser
from weasyprint.urls import FatalURLFetchingError

from scripts import lessons
from scripts.content import Content
from scripts.lessons import sheets
from scripts.report import Unable

EVERY = 32


def words(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


def failures(path: Path) -> list[str]:
    return [str(failure) for failure in validate_pdf(path, profile=ValidationProfile.PDF_UA_1).failures]


def test_every_sheet_conforms(content: Content, site: Path) -> None:
    made = list(sheets.sheets(content))
    assert len(made) == EVERY
    for sheet in made:
        assert failures(site / sheet.address) == [], sheet.address


def test_a_sheet_without_words_for_its_picture_does_not(content: Content, tmp_path: Path) -> None:
    html = re.sub("<title>[^<]*</title>(?=<path)", "", next(sheets.sheets(content)).html)
    (tmp_path / "bad.pdf").write_bytes(sheets.pdf(html))
    assert failures(tmp_path / "bad.pdf")


def plain(text: str) -> str:
    return " ".join(LexborHTMLParser(text).text(deep=True).split())


def test_answers_are_on_the_other_sheet_only(content: Content, site: Path) -> None:
    for lesson in lessons.everything(content):
        sheet, answers = words(site / lesson.files.worksheet), words(site / lesson.files.answers)
        for task in lesson.exercises.worksheet:
            answer = plain(task.answer[lesson.page.locale])[:25]
            assert answer in answers, f"{lesson.page.path}: {answer}"
            assert answer not in sheet, f"{lesson.page.path}: {answer}"
        assert lesson.short in sheet
        assert len(pypdfium2.PdfDocument(site / lesson.files.worksheet)) <= 2, lesson.page.path


def test_without_its_libraries_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("weasyprint.text.ffi.harfbuzz_subset", None)
    sheets._libraries.cache_clear()
    with pytest.raises(Unable) as unable:
        sheets.pdf('<html lang="en"><title>x</title>')
    assert "libharfbuzz-subset0" in unable.value.sentence.nl
    sheets._libraries.cache_clear()


def test_the_same_bytes_and_made_once(content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = next(sheets.sheets(content))
    monkeypatch.setattr(sheets, "sheets", lambda _: [sheet])
    (tmp_path / sheet.address).parent.mkdir(parents=True)
    made = []
    for cache in (tmp_path / "one", tmp_path / "two"):
        sheets.write(content, tmp_path, cache)
        made.append((tmp_path / sheet.address).read_bytes())
    assert made[0] == made[1]
    monkeypatch.setattr(sheets, "pdf", lambda _: pytest.fail("made again"))
    sheets.write(content, tmp_path, tmp_path / "one")


def test_a_sheet_that_is_not_whole_is_made_again(
    content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = next(sheets.sheets(content))
    monkeypatch.setattr(sheets, "sheets", lambda _: [sheet])
    (tmp_path / sheet.address).parent.mkdir(parents=True)
    sheets.write(content, tmp_path, tmp_path / "cache")
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_bytes(b"%PDF-1.7 half")
    sheets.write(content, tmp_path, tmp_path / "cache")
    assert (tmp_path / sheet.address).read_bytes().rstrip().endswith(b"%%EOF")


def test_a_sheet_loads_nothing_from_outside() -> None:
    html = '<html lang="en"><title>x</title><img alt="x" src="file:///etc/passwd">'
    with pytest.raises(FatalURLFetchingError):
        sheets.pdf(html)


def test_our_fonts_have_every_character(content: Content) -> None:
    needed = {letter for sheet in sheets.sheets(content) for letter in LexborHTMLParser(sheet.html).text(deep=True)}
    for path in sheets.FONTS:
        assert {letter for letter in needed if letter > " "} <= set(map(chr, TTFont(path).getBestCmap())), path.name
