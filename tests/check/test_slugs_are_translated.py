"""What to do about a page without an address: done to the letter, it has one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.report import Finding

FRONT = """---
title: The market
description: Every Saturday the market stands on the square, with fish and with flowers.
kind: article
---

Every Saturday.[^brugboek]
"""


@pytest.mark.parametrize("entry", [None, "markt: {de: markt}\n", "markt:\n  de: markt\n  fr: marche\n", "markt: {}\n"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_said_works(
    small: Path, findings: Callable[[], list[Finding]], entry: str | None, language: str
) -> None:
    slugs = small / "docs/data/slugs.yml"
    before = slugs.read_text()
    slugs.write_text(before + (entry or ""))
    (small / "docs/en/stad/markt.md").write_text(FRONT)
    (found,) = (one for one in findings() if one.level == "error")
    assert found.rule == "slugs_are_translated"
    line = getattr(found.fix, language)[getattr(found.fix, language).rindex("markt: {") :].replace("…", "market")
    number = before.count("\n") + 1
    assert (f" {number} " in found.fix.nl) == (entry is not None)
    slugs.write_text(f"{before}{line}\n")
    assert [one for one in findings() if one.level == "error"] == []
