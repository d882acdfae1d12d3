"""The design tokens can be read: text on its ground at 4.5 or more, graphics at 3 or more, by day and by night."""

import re

import pytest

from tests.conftest import ROOT
from tests.contrast import contrast

TOKENS = (ROOT / "overrides/styles/tokens.css").read_text()
DAY, NIGHT = TOKENS.split("@media")
TEXT = [
    *[(text, ground) for text in ("ink", "soft", "river", "soil") for ground in ("paper", "card")],
    ("on-deep", "deep"),
    ("on-deep", "clay"),
    ("sun", "deep"),
    ("on-sun", "sun"),
    ("paper", "river"),
    ("paper", "ink"),
    ("ink", "found"),
]
GRAPHICS = [("river", "paper"), ("soil", "paper"), ("leaf", "paper"), ("soft", "paper"), ("river", "card")]


def colours(scheme: str) -> dict[str, str]:
    day = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", DAY))
    night = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", NIGHT))
    return day | (night if scheme == "night" else {})


@pytest.mark.parametrize("scheme", ["day", "night"])
def test_colours_can_be_read(scheme: str) -> None:
    found = colours(scheme)
    assert found.keys() == colours("day").keys(), "night changes only tokens of the day"
    for pairs, least in ((TEXT, 4.5), (GRAPHICS, 3)):
        for mark, ground in pairs:
            assert contrast(found[mark], found[ground]) >= least, f"{mark} on {ground}"
