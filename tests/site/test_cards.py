"""Cards of the site: every title is set in our letters."""

from scripts.content import Content
from tests.build.test_cards import OURS, fonts


def test_titles_are_set_in_our_letters(content: Content) -> None:
    assert fonts("".join(sorted({letter for page in content.pages for letter in page.meta.title}))) == {OURS}
