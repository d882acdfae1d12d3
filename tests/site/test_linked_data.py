"""Linked data of the lessons, as many as there are, has forms and words that catalogues know."""

from scripts.content import Content, lessons
from tests.build.test_linked_data import assert_readable


def test_linked_data_of_each_lesson_has_forms_that_programs_read(content: Content) -> None:
    assert_readable(list(lessons.everything(content)))
