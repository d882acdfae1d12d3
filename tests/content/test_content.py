"""Reading pages and lists: what they may hold, and the line and words for what they may not."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts import content
from scripts.content import MOST_FRONT_MATTER, national, settings
from scripts.content.data import LISTS, Lists
from scripts.report import Finding
from scripts.words import phrase

AMISS = yaml.safe_load(Path(__file__).with_name("amiss.yml").read_text(encoding="utf-8"))
NATIONAL = {path.stem for path in national.FOLDER.iterdir()}
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
    path.parent.mkdir(exist_ok=True)
    text = path.read_text() if path.exists() else ""
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


def test_what_is_no_text_is_one_finding(small: Path, findings: Callable[[], list[Finding]]) -> None:
    page = small / "docs/nl/stad/markt.md"
    page.write_bytes(page.read_bytes() + b"caf\xe9")
    assert [found.message.nl for found in findings()] == ["Dit bestand is niet te lezen als tekst (UTF-8)."]


@pytest.mark.parametrize("name", sorted(LISTS.keys() - NATIONAL))
def test_a_list_that_is_absent_is_told_what_it_is_for_and_how_it_begins(small: Path, name: str) -> None:
    path = small / f"docs/data/{name}.yml"
    path.unlink()
    (found,) = content.read(settings.of(small))[1]
    assert str(found.path) == f"docs/data/{name}.yml"
    assert phrase(f"lists.{name}").en in found.message.en
    path.write_text(found.fix.nl.rpartition(": ")[2])
    assert content.read(settings.of(small))[1] == []


@pytest.mark.parametrize("text", ["", "\n", "# Nog niets.\n", "# Nog niets.\n\n# Straks.\n"])
def test_a_list_without_anything_is_an_empty_list(small: Path, text: str) -> None:
    for name in LISTS:
        (small / f"docs/data/{name}.yml").write_text(text)
    found, findings = content.read(settings.of(small))
    assert findings == []
    empty = {name: national.of(name, LISTS[name]) for name in NATIONAL}
    assert {name: getattr(found, name) for name in LISTS} == vars(Lists()) | empty


def test_an_empty_quiz_lacks_what_it_needs(small: Path) -> None:
    path = small / "docs/data/lessons/leeg.yml"
    path.parent.mkdir()
    path.write_text("# Nog niets.\n")
    assert [one.message.nl for one in content.read(settings.of(small))[1]] == [
        "«quiz» ontbreekt.",
        "«worksheet» ontbreekt.",
    ]


@pytest.mark.parametrize("text", [None, "", "# Straks.\n"])
def test_a_new_language_is_told_which_words_to_copy(
    small: Path, findings: Callable[[], list[Finding]], text: str | None
) -> None:
    words, others = small / "overrides/words/nl.yml", small / "overrides/words/en.yml"
    words.unlink()
    if text is not None:
        words.write_text(text)
    (found,) = (one for one in findings() if one.level == "error")
    assert (str(found.path), "vorige versie" in found.fix.nl) == ("overrides/words/nl.yml", False)
    assert "overrides/words/nl.yml als kopie van overrides/words/en.yml" in found.fix.nl
    shutil.copy(others, words)
    copied = [one for one in findings() if one.level == "error"]
    assert [words.read_text().split("\n")[one.line - 1] for one in copied] == ["language: English", "og_locale: en_GB"]
    assert [one.fix.nl.partition(": ")[2] for one in copied] == ["language: Nederlands", "og_locale: nl_NL"]
