"""The style sheets of the finished site, each with what the pages that load it need."""

from __future__ import annotations

import re
from pathlib import Path

NAMED = re.compile(r"var\((--[\w-]+)\)")
GIVEN = re.compile(r"(--[\w-]+)\s*:")


def test_every_value_that_a_style_names_is_given(site: Path) -> None:
    sheets = {path.name.partition(".")[0]: path.read_text() for path in (site / "assets").glob("*.css")}
    board = sheets.pop("board")  # its script gives the two that fit a step on the board
    for kind, sheet in {**sheets, "board": sheets["lesson"] + board + "--fit: --columns:"}.items():
        assert set(NAMED.findall(sheet)) <= set(GIVEN.findall(sheet)), kind
