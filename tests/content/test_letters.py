"""Letters of other languages, as who has no such keyboard types them."""

import pytest

from scripts.content.letters import anchor, plain


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Łódź", "lodz"),
        ("Wisła", "wisla"),
        ("Øresund", "oresund"),
        ("Đorđe", "dorde"),
        ("Straße", "strasse"),
        ("ĳs", "ijs"),
        ("coördinaten", "coordinaten"),
        ("Œuvre", "oeuvre"),
        ("foto’s", "foto’s"),
        ("東京 Ελλάδα", "東京 ελλαδα"),
    ],
)
def test_a_letter_gives_way_to_the_plain_one_that_people_type_for_it(typed: str, found: str) -> None:
    assert plain(typed) == found


@pytest.mark.parametrize(
    ("heading", "found"), [("Źródła i Łódź", "zrodla-i-lodz"), ("Straße", "strasse"), ("Café: 't Dal?", "cafe-t-dal")]
)
def test_an_anchor_holds_every_letter(heading: str, found: str) -> None:
    assert anchor(heading, "-") == found
