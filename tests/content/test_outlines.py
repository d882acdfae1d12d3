"""Outlines of icons on a coarser grid: in fewer bytes, and nowhere seen to be another."""

import pytest

from scripts.content.icons import names, outline
from scripts.content.outlines import coarser


@pytest.mark.parametrize(
    ("typed", "short"),
    [
        ("M20 12h2v2h-2c-1.38 0-2.74-.35-4-1", "M20 12h2v2h-2c-1.4 0-2.7-.4-4-1"),
        ("M1 1a7.04 7.04 0 0112.06-2.01z", "M1 1a7 7 0 0 1 12.1-2z"),  # flags of an arc without a space after them
        ("M0 0a2.04 2.04 0 004.08 0", "M0 0a2.05 2.05 0 0 0 4.1 0"),  # half a circle stays that
        ("M0 0a2.04 2.04 0 002 1", "M0 0a2 2 0 0 0 2 1"),
        ("M0 0l.04 0 .04 0 .04 0 .04 0 .04 0", "M0 0l0 0 .1 0 0 0 .1 0 0 0"),  # what is left out does not add up
        ("m2.34 2.34 1 0zm.02 1h1", "m2.3 2.3 1 0zm.1 1h1"),  # after a closed part the pen is where that began
        ("M3,4.55,5,6H.26V12.5", "M3 4.6 5 6H.3V12.5"),
        ("M2 2q.5.5 1 0t1 0S6 6 7 7", "M2 2q.5.5 1 0t1 0S6 6 7 7"),
    ],
)
def test_points_lie_on_the_grid(typed: str, short: str) -> None:
    assert coarser(typed) == short
    assert coarser(short) == short


def test_every_icon_is_read_whole_and_none_is_longer() -> None:
    for name in sorted(names())[::25]:
        typed = outline(name)
        short = coarser(typed)
        assert [one for one in short if one.isalpha()] == [one for one in typed if one.isalpha()], name
        assert coarser(short) == short, name
        assert len(short) <= len(typed) + 10, name
