"""Mending what is certain, and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.check import mending
from scripts.report import Finding

MARKET = "docs/nl/stad/markt.md"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# Vis\n", "## Vis\n"),
        ("## Vis\n\n##### Haring\n", "## Vis\n\n### Haring\n"),
        ("Over [de brug](brg.md).\n", "Over [de brug](brug.md).\n"),
        ("Over [de brug](/stad/brug/).\n", "Over [de brug](brug.md).\n"),
        ("Een `brug` is [de brug](brug).\n", "Een `brug` is [de brug](brug.md).\n"),
        ("[De](brug.md) en\n[oude\nbrug](brug)\n", "[De](brug.md) en\n[oude\nbrug](brug.md)\n"),
    ],
)
def test_what_is_certain_is_mended(small: Path, findings: Callable[[], list[Finding]], before: str, after: str) -> None:
    page = small / MARKET
    text = page.read_text()
    page.write_text(text + before)
    assert mending.mend(small, findings()) == 1
    assert page.read_text() == text + after
    assert mending.mend(small, findings()) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Over [iets](bestaat-niet-en-lijkt-nergens-op.md).\n",  # no candidate
        "Een [brug](../brug).\n\n<script>alert(1)</script>\n",
        "Regel met twee spaties  \nen verder.\n",
        "```\n# geen kop   \n```\n",
    ],
)
def test_what_is_not_certain_is_left(small: Path, findings: Callable[[], list[Finding]], text: str) -> None:
    page = small / MARKET
    page.write_text(page.read_text() + text)
    before = page.read_text()
    mending.mend(small, [found for found in findings() if "brug](../brug)" not in text])
    assert page.read_text() == before


def test_line_ends_stay_as_they_are(small: Path, findings: Callable[[], list[Finding]]) -> None:
    page = small / MARKET
    text = page.read_bytes().replace(b"\n", b"\r\n")
    page.write_bytes(text + b"# Vis\r\n")
    assert mending.mend(small, findings()) == 1
    assert page.read_bytes() == text + b"## Vis\r\n"
