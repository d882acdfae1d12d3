"""Cards with the drawing of this town: their words can be read before it."""

from tests.build.test_cards import OVERRIDES, assert_readable


def test_words_can_be_read() -> None:
    assert_readable(OVERRIDES)
