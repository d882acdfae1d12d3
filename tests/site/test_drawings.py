"""Drawings of the site, in each of its languages: sound, and with their values in a table."""

from scripts.content import Content
from tests.build.drawings.test_figure import assert_sound, assert_tabled


def test_a_drawing_is_sound_and_says_what_it_shows(content: Content) -> None:
    for locale in content.settings.locales:
        assert_sound(content, locale)


def test_the_table_of_a_drawing_holds_every_value(content: Content) -> None:
    for locale in content.settings.locales:
        assert_tabled(content, locale)
