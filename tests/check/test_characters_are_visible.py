"""Characters that mislead, and the same ones where a language or an emoji needs them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.check.characters_are_visible import hidden
from scripts.report import Finding

Findings = Callable[[], list[Finding]]
RULE = "characters_are_visible"


@pytest.mark.parametrize(
    "text",
    [
        "tekst \u202eakixel",
        "if x:  # \u202e\u2066 toegestaan \u2069\u2066",
        "woord\u200f",
        "geld\u200bzaken",
        "geld\u200dzaken",
        "😀\u200dtekst",
        "variabele\u3164",
        "\u2800\u2800tekst",
        "tekst\U000e0076\U000e0065",
        "\U0001f3f4\U000e0067\U000e0062",
        "\x1b[31mrood",
        "a\u2028b",
        "a\rb",
        "\uf0b7 punt",
        "\ud800",
    ],
)
def test_refuses(text: str) -> None:
    assert list(hidden(text))


@pytest.mark.parametrize(
    "text",
    [
        "“Café” in Malmö en Puławy – zonne\u00adpanelen, 10\u202fkm, ‎+31\tCO₂\r\n",
        "👍🏽 👨‍👩‍👧‍👦 👩🏼‍❤️‍💋‍👨🏽 🏳️‍🌈 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇳🇦 1️⃣ ❤️ ☁︎ 🙂‍↔️ \U0001faef",
        "می‌خواهم کتاب‌ها را بخوانم",
        "الأمم المتحدة ‏(UN)‏ رقم \u061c12-34",
        "עברית ‏C++‏ שָׁלוֹם",
        "हिन्दी में क्‍ष और বাংলা র‌্যাব",
        "ภาษาไทย\u200bตัดคำ ភាសា\u200bខ្មែរ",
        "中文 日本語、\ufe00 한국어 ᄒ\u1160 ᠮᠣᠩᠭᠣᠯ\u180e ⠓⠑⠀⠺",
        "Rukwangali, Thimbukushu, ǃXung, ǁKhauǁgoan",
    ],
)
def test_passes(text: str) -> None:
    assert list(hidden(text)) == []


def market(small: Path, old: str, new: str) -> None:
    page = small / "docs/nl/stad/markt.md"
    page.write_text(page.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("entity", ["&#x202e;", "&#8238;", "&zwj;", "&ZeroWidthSpace;"])
def test_numbers_that_become_characters_are_found(small: Path, findings: Findings, entity: str) -> None:
    market(small, "Alleen", f"Typ `{entity}` &zwnj;می&zwnj; &eacute;&nbsp;&shy;n.\n\nEen w{entity}oord.\n\nAlleen")
    (found,) = (found for found in findings() if found.rule == RULE)
    assert (found.line, found.column, found.level) == (10, 6, "error")


def test_values_that_yaml_makes_are_found(small: Path, findings: Findings) -> None:
    market(small, "title: De markt", r'title: "De \u202emarkt"')
    (found,) = (found for found in findings() if found.rule == RULE)
    assert found.line == 2
    assert "U+202E RIGHT-TO-LEFT OVERRIDE" in found.message.en


def test_a_mark_at_the_start_of_a_file_is_no_text_and_line_ends_may_be_double(small: Path, findings: Findings) -> None:
    page = small / "docs/nl/stad/markt.md"
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes().replace(b"\n", b"\r\n") + "👍 en \u2067drie.".encode())
    (found,) = (found for found in findings() if found.rule == RULE)
    assert (found.line, found.column) == (9, 6)
