"""Languages: which is nearest, how a borrowed text says so, and how each counts."""

import pytest
from markupsafe import escape

from scripts.content import languages

LOCALES = ("nl", "en", "pl", "de")
LESSONS = {"one": "{number} lekcja", "few": "{number} lekcje", "many": "{number} lekcji", "other": "{number} lekcji"}


@pytest.mark.parametrize(
    ("locale", "order"),
    [("nl", "nl en pl de"), ("en", "en nl pl de"), ("pl", "pl en nl de"), ("de", "de pl en nl")],
)
def test_the_nearest_language_comes_before_and_then_after(locale: str, order: str) -> None:
    assert languages.nearest(LOCALES, locale) == tuple(order.split())


@pytest.mark.parametrize(
    ("texts", "html"),
    [
        ({"nl": "a", "pl": "<b>"}, "&lt;b&gt;"),
        ({"nl": "<a>", "de": "b"}, '<span lang="nl">&lt;a&gt;</span>'),
        ({"de": "b", "en": "c"}, '<span lang="en">c</span>'),
        ({}, ""),
    ],
)
def test_a_borrowed_text_is_in_an_element_that_says_its_language(texts: dict[str, str], html: str) -> None:
    said = languages.said(LOCALES, "pl", texts)
    assert escape(said) == html
    assert said.text in {*texts.values(), ""}


def test_a_number_goes_with_the_form_that_its_language_has_for_it() -> None:
    assert languages.forms("pl") == ("one", "few", "many", "other")
    assert languages.forms("nl") == languages.forms("en") == ("one", "other")
    counted = [languages.counted("pl", LESSONS, number) for number in (1, 3, 5, 22)]
    assert counted == ["1 lekcja", "3 lekcje", "5 lekcji", "22 lekcje"]
    assert languages.counted("pl", {"other": "{number} {of}"}, 1, of="x") == "1 x"


def test_a_language_is_called_as_its_readers_call_it() -> None:
    assert [languages.name("pl", locale) for locale in ("nl", "en", "pl")] == ["Pools", "Polish", "polski"]
    assert [code for code in ("nl", "xx", "fry", "nl_NL") if languages.is_known(code)] == ["nl"]
