"""Mending what is certain; what each line becomes, and which are left, stands in `tests/pages/`."""

from collections.abc import Callable
from pathlib import Path

from scripts.check import mending
from scripts.report import Finding


def test_line_ends_stay_as_they_are(small: Path, findings: Callable[[], list[Finding]]) -> None:
    page = small / "docs/nl/stad/markt.md"
    text = page.read_bytes().replace(b"\n", b"\r\n")
    page.write_bytes(text + b"# Vis\r\n")
    assert mending.mend(small, findings()) == 1
    assert page.read_bytes() == text + b"## Vis\r\n"
    assert mending.mend(small, findings()) == 0
