"""Characters that mislead, and the same ones where a language or an emoji needs them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.characters import hidden, name
from scripts.mending import mend
from scripts.report import Finding

Findings = Callable[[], list[Finding]]
RULE = "characters_are_visible"
TAGS = "".join(chr(0xE0000 + ord(letter)) for letter in "verborgen opdracht")
MISLEADING = {
    "direction": (
        "tekst \u202eakixel",
        "\u202dtekst",
        "\u202atekst\u202c",
        "tekst \u2066code\u2069",
        "\u2067tekst",
        "\u2068tekst",
        "if x:  # \u202e\u2066 toegestaan \u2069\u2066",
        "woord\u200f",
        "woord\u200e woord",
        "x\u061cy",
        "עברית".ljust(20, "x") + "\u200fwoord",
    ),
    "invisible": (
        "geld\u200bzaken",
        "geld\u2060zaken",
        "geld\ufeffzaken",
        "geld\u200czaken",
        "geld\u200dzaken",
        "een \u200d emoji",
        "a\u2061b\u2062c\u2063d\u2064",
        "\u206atekst",
        "\u206ftekst",
        "tekst\ufff9boven\ufffaonder\ufffb",
        "tekst\ufffc",
        "variabele\u3164",
        "\u115f",
        "\u1160x",
        "\uffa0",
        "a\u034fb",
        "\u2800\u2800tekst",
        "\u17b4",
        "a\u180bb",
        "a\u00ad\u00ad\u00adb",
        "\U0001d173noot",
        "😀\u200dtekst",
    ),
    "selector": (
        f"tekst{TAGS}",
        f"😀{TAGS}",
        "\U000e0001en",
        "\U0001f3f4\U000e0067\U000e0062",
        "a\ufe0fb",
        "tekst\ufe00",
        "!\ufe0f",
        "😀\ufe0f\ufe0f",
        "😀\U000e0100\U000e0101\U000e0102",
        "a\U000e01ef",
    ),
    "control": (
        "a\x00b",
        "a\x07b",
        "\x1b[31mrood",
        "a\x08b",
        "a\x0cb",
        "a\x0bb",
        "a\x7fb",
        "a\x85b",
        "a\u2028b",
        "a\u2029b",
        "a\rb",
    ),
    "private": (
        "\ue000",
        "\uf0b7 punt",
        "\uf8ff",
        "\U000f0000",
        "\U0010fffd",
        "\ufdd0",
        "\uffff",
        "\U0001fffe",
        "\ud800",
    ),
    "broken": ("caf\ufffd", "\ufffd\ufffd"),
    "stacked": (
        "Z" + "\u0300\u0323" * 5,
        "e" + "\u0301" * 9,
        "Za\u0300\u0301\u0302l\u0300\u0301\u0302g\u0300\u0301\u0302o",
    ),
}
HONEST = (
    "Gewone tekst, met één café in Malmö en Puławy: ‘zo’ – of “zo” …",
    "€ 12,50 · 20 °C ± 1 × 2 ÷ 3 ≈ 0,7 → klaar ✓",
    "10\u00a0km en 10\u202fkm, 5\u2009m, a\u2003b\u3000c",
    "zonne\u00adpanelen\u00adproject",
    "tab\ttab\r\nvolgende regel\r\n",
    "👍 👍🏽 👩🏿‍🦱 🧑🏻‍🚀",
    "👨‍👩‍👧‍👦 👩‍❤️‍👨 👩🏼‍❤️‍💋‍👨🏽",
    "🏳️‍🌈 🏴‍☠️ 🏳️‍⚧️",
    "🇳🇱 🇳🇦 🇵🇱",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "1️⃣ 2️⃣ #️⃣ *️⃣ 🔟",
    "❤️ ☀️ ☁︎ ✔️ ✉️ ©️ ®️ ™️ ℹ️ ‼️ ⁉️ 〰️ ㊗️ ↔️ ↩︎ ▶️ ⏏︎",
    "❤️‍🔥 👁️‍🗨️ 🐻‍❄️ 🙂‍↔️ ⛓️‍💥",
    "می‌خواهم کتاب‌ها را بخوانم",
    "خانه‌ام",
    "الأمم المتحدة ‏(UN)‏ وهولندا",
    "رقم \u061c12-34",
    "العَرَبِيَّةُ بِالتَّشْكِيلِ",
    "שָׁלוֹם עֲלֵיכֶם",
    "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים",
    "עברית ‏C++‏ ועוד",
    "‎+31 عربى",
    "हिन्दी में क्‍ष और क्‌ष",
    "বাংলা র‌্যাব",
    "മലയാളം ന്‍",
    "සිංහල ශ්‍රී",
    "ภาษาไทย\u200bตัดคำ",
    "ភាសា\u200bខ្មែរ",
    "မြန်မာ\u200bဘာသာ",
    "བོད་སྐད་",
    "Tiếng Việt: Vie\u0323\u0302t Nam",
    "o\u0302\u0301 e\u0323\u0302 a\u0306\u0300",
    "i\u0307\u0308 y\u0301",
    "中文 葛\U000e0100飾区 \u795e\ufe00",
    "日本語、\ufe00テスト",
    "한국어 한글",
    "ᄒ\u1160 옛한글 \u115f\u1161",
    "ᠮᠣᠩᠭᠣᠯ\u180e ᠪᠢᠴᠢᠭ᠋",
    "⠓⠑⠇⠇⠕⠀⠺⠕⠗⠇⠙",
    "0︀ ≨︀ ∩︀",
    "Ελληνικά, русский, հայերեն, ქართული",
    "Rukwangali, Thimbukushu, Rumanyo, ǃXung, ǁKhauǁgoan",
    "አማርኛ ᏣᎳᎩ ߒߞߏ",
    "𝑎² + 𝑏² = 𝑐²",
    "𓀀 𐎠 𒀀",
    "﷽ ﷺ",
    "H₂O, CO₂, m², 1½, ½, №, ‰",
    "`\\u202e` en `&#8238;` zijn letters",
    "\N{LATIN SMALL LETTER E}\N{COMBINING ENCLOSING CIRCLE}",
)


@pytest.mark.parametrize(("case", "text"), [(case, text) for case, texts in MISLEADING.items() for text in texts])
def test_refuses(case: str, text: str) -> None:
    assert {found.case for found in hidden(text)} == {case}


@pytest.mark.parametrize("text", HONEST)
def test_passes(text: str) -> None:
    assert list(hidden(text)) == []


def test_a_character_is_named_as_unicode_does() -> None:
    assert name("\u202e") == "U+202E RIGHT-TO-LEFT OVERRIDE"
    assert name("\x07") == "U+0007"


def markt(small: Path, text: str, newline: str = "\n") -> Path:
    page = small / "docs/nl/stad/markt.md"
    changed = page.read_text(encoding="utf-8").replace("Alleen in het Nederlands.", text)
    page.write_bytes(changed.replace("\n", newline).encode())
    return page


@pytest.mark.parametrize(
    "text",
    [
        "Een &#x202e;omgekeerde tekst.",
        "Een &#8238;omgekeerde tekst.",
        "Een woord&zwj;deel.",
        "Een woord&NoBreak;deel.",
        "Een woord&ZeroWidthSpace;deel.",
        'Een <abbr title="a&#x202e;b">woord</abbr>.',
        '[brug](brug.md "een &#x200b;titel")',
    ],
)
def test_numbers_that_become_characters_are_found(small: Path, findings: Findings, text: str) -> None:
    markt(small, f"Eerst dit.\n\n{text}")
    (found,) = (found for found in findings() if found.rule == RULE)
    assert (found.line, found.column, found.level) == (10, text.index("&") + 1, "error")


def test_a_number_in_code_stays_a_number(small: Path, findings: Findings) -> None:
    markt(small, "Typ `&#x202e;` of `&zwj;` nooit. Wel &zwnj;می&zwnj;خواهم &amp;#x202e; &eacute;&nbsp;&shy;n.")
    assert [found for found in findings() if found.rule == RULE] == []


def test_values_that_yaml_makes_are_found(small: Path, findings: Findings) -> None:
    page = small / "docs/nl/stad/markt.md"
    page.write_text(
        page.read_text(encoding="utf-8").replace("title: De markt", r'title: "De \u202emarkt"'), encoding="utf-8"
    )
    (found,) = (found for found in findings() if found.rule == RULE)
    assert (found.line, found.message.en) == (2, "Here stands U+202E RIGHT-TO-LEFT OVERRIDE. "
        "That character changes the order in which you see letters.")  # fmt: skip


def test_a_line_is_told_once_for_each_way(small: Path, findings: Findings) -> None:
    markt(small, "a\u200bb\u200bc\u202ed\u202e")
    assert [found.message.en[12:18] for found in findings() if found.rule == RULE] == ["U+200B", "U+202E"]


def test_line_and_column_with_carriage_returns(small: Path, findings: Findings) -> None:
    markt(small, "Een.\n\nTwee 👍 en \u2067drie.", newline="\r\n")
    (found,) = (found for found in findings() if found.rule == RULE)
    assert (found.line, found.column) == (10, 11)


def test_a_mark_at_the_start_of_a_file_is_no_text(small: Path, findings: Findings) -> None:
    page = small / "docs/nl/stad/markt.md"
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes())
    assert [found for found in findings() if found.rule == RULE] == []


def test_only_what_is_empty_is_taken_out(small: Path, findings: Findings) -> None:
    page = markt(small, "geld\u200bzaken\ufeff, ภาษา\u200bไทย en \u202eanders", newline="\r\n")
    assert mend(small, findings()) == 1
    mend(small, findings())
    text = page.read_bytes().decode()
    assert "geldzaken, ภาษา\u200bไทย en \u202eanders" in text
    assert text.count("\r\n") == text.count("\n")
