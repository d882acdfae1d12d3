"""Text that is made to keep a program busy is given up in time, and honest text of any length is not."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.content import MOST_BYTES
from scripts.report import Finding

RULE = "text_is_light"
SLOW = {
    "brackets": "[" * 20_000,
    "pictures": "![" * 20_000,
    "links": "[a](" * 10_000,
    "backticks": "".join("`" * count + "a " for count in range(430)),
    "backslashes": "\\" * 90_000,
    "lists": "".join("    " * depth + "- x\n" for depth in range(200)),
    "quotes": "> " * 60 + "x",
}


def said(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.rule == RULE]


@pytest.mark.parametrize("name", SLOW)
def test_it_is_refused_in_under_a_second(small: Path, findings: Callable[[], list[Finding]], name: str) -> None:
    page = small / "docs/nl/stad/markt.md"
    findings()  # what is kept for later is made now
    begin = time.process_time()
    findings()
    usual = time.process_time() - begin
    page.write_text(f"{page.read_text()}\n{SLOW[name]}")
    begin = time.process_time()
    (found,) = said(findings())
    assert time.process_time() - begin - usual < 1
    assert (str(found.path), found.level) == ("docs/nl/stad/markt.md", "error")


def test_a_page_that_is_too_large_is_named_by_its_size(small: Path, findings: Callable[[], list[Finding]]) -> None:
    page = small / "docs/nl/stad/markt.md"
    page.write_text(page.read_text() + "Vis en bloemen. " * (MOST_BYTES // 16))
    (found,) = said(findings())
    assert "100 kB is het meeste" in found.message.nl


def test_a_long_honest_page_passes(small: Path, findings: Callable[[], list[Finding]]) -> None:
    page = small / "docs/nl/stad/markt.md"
    page.write_text(page.read_text() + "\n\nVis en *bloemen* bij [de brug](brug.md).\n" * 1_500)
    assert said(findings()) == []
