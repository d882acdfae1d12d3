"""Reading pages and lists: what they may hold, and the line and words for what they may not."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts import content
from scripts.content import MOST_FRONT_MATTER, settings
from scripts.report import Finding

AMISS = yaml.safe_load(Path(__file__).with_name("amiss.yml").read_text(encoding="utf-8"))
TOO_LONG = "---\ntitle: De markt\n" + "# x\n" * (MOST_FRONT_MATTER // 4) + "---\nTekst.\n"


def test_a_page_knows_its_file_language_address_and_lines(small: Path) -> None:
    found, findings = content.read(settings.of(small))
    page = found.page("en", "stad/brug.md")
    assert findings == []
    assert page
    assert (str(page.path), page.locale, page.address) == ("docs/en/stad/brug.md", "en", "en/town/bridge/")
    assert (page.line("kind"), page.body_line, page.body[:12]) == (4, 8, "\nThe bridge ")
    for key, locales in (("stad/brug.md", ["nl", "en"]), ("stad/markt.md", ["nl"])):
        assert [other.locale for other in found.translations(key)] == locales


@pytest.mark.parametrize("row", [*AMISS, {"file": "nl/stad/markt.md", "new": TOO_LONG, "line": 1, "says": "te lang"}])
def test_what_does_not_fit_is_named_once(
    small: Path, findings: Callable[[], list[Finding]], row: dict[str, Any]
) -> None:
    path = small / "docs" / row["file"]
    text = path.read_text()
    assert row.get("old", "") in text
    path.write_text(text.replace(row["old"], row["new"], 1) if "old" in row else row["new"])
    (found,) = (found for found in findings() if found.level != "hint")
    assert (str(found.path), found.line, found.level) == (f"docs/{row['file']}", row["line"], "error")
    assert found.rule == ("front_matter_is_valid" if path.suffix == ".md" else "data_is_valid")
    assert row["says"] in found.message.nl
    assert row.get("fix", "") in found.fix.nl
    assert found.message.en


def test_what_nobody_sees_is_fine(small: Path, findings: Callable[[], list[Finding]]) -> None:
    page = small / "docs/nl/stad/markt.md"
    closed = page.read_bytes().replace(b"\n---\n", b"\n---\t \n")
    page.write_bytes(b"\xef\xbb\xbf" + closed.replace(b"\n", b"\r\n"))
    assert [found for found in findings() if found.level != "hint"] == []


def test_what_is_no_text_or_absent_is_one_finding(small: Path, findings: Callable[[], list[Finding]]) -> None:
    page = small / "docs/nl/stad/markt.md"
    page.write_bytes(page.read_bytes() + b"caf\xe9")
    assert [found.message.nl for found in findings()] == ["Dit bestand is niet te lezen als tekst (UTF-8)."]
    page.unlink()
    (small / "docs/data/sources.yml").unlink()
    (found,) = findings()
    assert (str(found.path), found.message.nl) == ("docs/data/sources.yml", "Dit bestand ontbreekt.")
