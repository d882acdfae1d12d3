"""What is made from pages, drawings and lessons of the site, as many as there are, is as sound as in a new town."""

from pathlib import Path

from scripts.content import Content, lessons
from tests.build import test_linked_data
from tests.build.drawings.test_figure import assert_sound, assert_tabled
from tests.build.lessons import test_sheets
from tests.build.test_cards import OURS, fonts


def test_titles_on_cards_are_set_in_our_letters(content: Content) -> None:
    assert fonts("".join(sorted({letter for page in content.pages for letter in page.meta.title}))) == {OURS}


def test_drawings_are_sound_and_their_tables_whole(content: Content) -> None:
    for locale in content.settings.locales:
        assert_sound(content, locale)
        assert_tabled(content, locale)


def test_sheets_conform_with_answers_apart_and_programs_can_read_of_lessons(content: Content, site: Path) -> None:
    test_sheets.assert_conforming(content, site)
    test_sheets.assert_answers_apart(content, site)
    test_linked_data.assert_readable(list(lessons.everything(content)))
