"""Sheets: conform to PDF/UA-1, answers apart, on two pages, letter by letter what was written."""

import re
import shutil
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from page import ValidationProfile, validate_pdf

from scripts.build import typeset
from scripts.build.lessons import sheets
from scripts.content import Content, lessons
from scripts.report import Unable
from tests.conftest import ROOT

TEMPLATE = ROOT / "overrides" / sheets.TEMPLATE
MARKS = r"""#eval("1") | #read("/etc/passwd") | $x$ | @a <b> | *c* `d` | \ \u{41} \# | = Kop | // f /* g */ | -- '"'"""


def words(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


def failures(path: Path) -> list[str]:
    return [str(failure) for failure in validate_pdf(path, profile=ValidationProfile.PDF_UA_1).failures]


@pytest.fixture
def sheet(content: Content) -> dict[str, Any]:
    """What is on the first worksheet, to change."""
    return dict(next(sheets.sheets(content))[1])


def assert_conforming(content: Content, site: Path) -> None:
    """Each sheet conforms, is set in our letters, and says nothing of when and where it was made."""
    for path in (site / address for address, _ in sheets.sheets(content)):
        assert failures(path) == [], path
        data = path.read_bytes()
        assert set(re.findall(rb"/BaseFont/\w+\+(\w+)", data)) == {b"NunitoSans"}, path
        assert b"CreationDate" not in data and str(ROOT).encode() not in data


def test_the_same_bytes_elsewhere_and_none_without_words_for_the_code(sheet: dict[str, Any], tmp_path: Path) -> None:
    shutil.copytree(TEMPLATE.parent, tmp_path / "print")
    template = tmp_path / "print" / TEMPLATE.name
    assert typeset.pdf(template, sheet) == typeset.pdf(TEMPLATE, sheet)
    template.write_text(template.read_text().replace(", alt: d.code_alt", ""))
    with pytest.raises(Unable, match="missing alt text"):
        typeset.pdf(template, sheet)


def assert_answers_apart(content: Content, site: Path) -> None:
    """The answers of each lesson are on the sheet with answers alone, and the other one fits on its pages."""
    for lesson in lessons.everything(content):
        blank, answers = words(site / lesson.files.worksheet), words(site / lesson.files.answers)
        for task in lesson.exercises.worksheet:
            answer = task.answer[lesson.page.locale][:25]
            assert answer in answers, f"{lesson.page.path}: {answer}"
            assert answer not in blank, f"{lesson.page.path}: {answer}"
        assert lesson.short in blank
        assert len(pypdfium2.PdfDocument(site / lesson.files.worksheet)) <= sheets.MOST_PAGES, lesson.page.path


def test_every_sheet_conforms_and_answers_are_on_the_other_one_only(content: Content, site: Path) -> None:
    assert len(list(sheets.sheets(content))) == 8
    assert_conforming(content, site)
    assert_answers_apart(content, site)


@pytest.mark.parametrize("text", MARKS.split(" | "))
def test_a_text_is_shown_as_it_was_written(sheet: dict[str, Any], tmp_path: Path, text: str) -> None:
    task = {"task": text, "table": [[text, text], [text], ["", text]], "lines": 1, "box": 0}
    source = sheet["sources"][0] | {"title": text, "publisher": text}
    path = tmp_path / "sheet.pdf"
    path.write_bytes(typeset.pdf(TEMPLATE, sheet | {"title": text, "tasks": [task], "sources": [source]}))
    assert words(path).count(text) == 8
    assert pypdfium2.PdfDocument(path).get_metadata_dict()["Title"] == text


def test_a_task_that_is_longer_than_a_page_goes_on_on_the_next(sheet: dict[str, Any], tmp_path: Path) -> None:
    rows = [["woord " * 20, f"rij {number}", "", "", "Meervoudigeduurzaamheidsdoelstelling"] for number in range(12)]
    path = tmp_path / "sheet.pdf"
    path.write_bytes(typeset.pdf(TEMPLATE, sheet | {"tasks": [{"task": "x", "table": rows, "lines": 12, "box": 14}]}))
    assert failures(path) == []
    assert all(f"rij {number}" in words(path) for number in range(12))


def test_a_character_without_a_letter_is_named(sheet: dict[str, Any]) -> None:
    with pytest.raises(Unable, match=r"the font lacks.*😀"):
        typeset.pdf(TEMPLATE, sheet | {"tasks": [{"task": "😀", "table": None, "lines": 1, "box": 0}]})
