"""Characters around a text; those in it stand in `tests/pages/characters_are_visible/texts.yml`."""

from collections.abc import Callable
from pathlib import Path

from scripts.report import Finding


def test_a_mark_at_the_start_of_a_file_is_no_text_and_line_ends_may_be_double(
    small: Path, findings: Callable[[], list[Finding]]
) -> None:
    page = small / "docs/nl/stad/markt.md"
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes().replace(b"\n", b"\r\n") + "👍 en \u2067drie.".encode())
    (found,) = (found for found in findings() if found.rule == "characters_are_visible")
    assert (found.line, found.column) == (9, 6)
