"""Sheets of the lessons, as many as there are: they conform to PDF/UA-1, with the answers apart."""

from pathlib import Path

from scripts.content import Content
from tests.build.lessons.test_sheets import assert_answers_apart, assert_conforming


def test_every_sheet_conforms_and_is_set_in_our_letters(content: Content, site: Path) -> None:
    assert_conforming(content, site)


def test_answers_are_on_the_other_sheet_only(content: Content, site: Path) -> None:
    assert_answers_apart(content, site)
