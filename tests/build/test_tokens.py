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
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text(scheme: str, text: str, ground: str) -> None:
    found = colours(scheme)
    assert contrast(found[text], found[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["day", "night"])
@pytest.mark.parametrize(("mark", "ground"), GRAPHICS)
def test_graphics(scheme: str, mark: str, ground: str) -> None:
    found = colours(scheme)
    assert contrast(found[mark], found[ground]) >= 3


def test_night_changes_only_tokens_of_the_day() -> None:
    assert colours("night").keys() == colours("day").keys()
