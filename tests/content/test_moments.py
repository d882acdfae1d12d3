"""When an event is: what somebody meant who typed it in another way, and that this can be typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.content.schema.moments import EXAMPLE, meant, read
from scripts.content.schema.recurrence import DUTCH_MONTHS


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("8 mei 2027", "2027-05-08"),
        ("zaterdag 8 mei 2027, 14.00 uur", "2027-05-08 14:00"),
        ("Saturday May 8 2027 9:30", "2027-05-08 09:30"),
        ("8-5-2027", "2027-05-08"),
        ("08.05.2027", "2027-05-08"),
        ("2027-5-8 14:00", "2027-05-08 14:00"),
        ("2027-05-08T14:00", "2027-05-08 14:00"),
        ("2027-05-08 14:00:00", "2027-05-08 14:00"),
        ("31 april 2027", "2027-04-30"),
        ("2027-02-29", "2027-02-28"),
        ("8 mei", EXAMPLE),
        ("2027-05-08 24:00", "2027-05-08"),
        ("binnenkort", EXAMPLE),
    ],
)
def test_what_somebody_meant_can_be_typed(typed: str, moment: str) -> None:
    assert meant(typed) == moment


@given(st.text() | st.lists(st.sampled_from([*DUTCH_MONTHS, "31", "0", "2028", "25:00", "9.59", "-"])).map(" ".join))
def test_whatever_is_advised_is_a_moment(typed: str) -> None:
    assert read(meant(typed))
