"""Things that lead to a person, and the many figures and names that only look like them. All of it is made up."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.check.personal_data_stays_private import found
from scripts.content.settings import Contacts
from scripts.report import Finding
from tests.conftest import ROOT

CONTACTS = Contacts(frozenset({"info@stadsbrug.nl", "@gemeente.nl"}), frozenset({"030 607 19 11", "geen nummer"}))
Findings = Callable[[], list[Finding]]
RULE = "personal_data_stays_private"


def kinds(text: str) -> set[str]:
    return {kind for kind, _ in found(text, CONTACTS)}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("phone", "Bel 06-12345678."),
        ("phone", "+31 (0)6 12 34 56 78"),
        ("phone", "0031612345678"),
        ("phone", "06‑1234‑5678, 06\u00a01234\u00a05678"),
        ("phone", "(030) 123 45 67 of kom langs"),
        ("phone", "+264 81 124 5678"),
        ("phone", "KvK 30123456, bel 06-12345678 op 12-05-2024"),
        ("email", "Mail jan.jansen@gmail.com."),
        ("email", "[mail](mailto:jan%40stad.nl?subject=Hoi)"),
        ("email", "https://stad.nl/nieuwsbrief?email=jan@stad.nl"),
        ("email", "piet@anders.gemeente.nl"),
        ("bsn", "burgerservicenummer 123 456 782"),
        ("bsn", "| Jan | 123456782 |"),
        ("iban", "NL91 ABNA 0417 1643 00"),
        ("iban", "DE89370400440532013000"),
    ],
)
def test_finds(kind: str, text: str) -> None:
    assert kinds(text) == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "Bel 14 030, 112, 0800-1234, 088 123 45 67 of 030-6071911.",
        "info@stadsbrug.nl, BALIE@gemeente.nl, naam@voorbeeld.nl, info@example.org en noreply@github.com",
        "@naam, @wij@mastodon.nl, git@github.com:wij/site.git en https://medium.com/@jan.stad/123",
        "In 2023 telde Rundu 118.600.000 inwoners, tegen 63.431 in 2011.",
        "op 05-06-2023 10:00 uur, 1994-2001 en 2001–2017, 09.00-12.30 uur",
        "€ 1.234.567,89, 0,25 en 3,14159265358979 of 0.612345678",
        "52.029167, 5.080278 en -17.933333, 19.766667",
        "ISBN 978-0-306-40615-7, ISBN-10: 0306406152, ISSN 0317-8471",
        "KvK-nummer: 30123456, RSIN 123456782, btw NL123456782B01",
        "zaaknummer 0356123456, klantnummer: 123456782, invoice number 0612345678",
        "https://www.nu.nl/artikel/0612345678/titel en IMG_0612345678.jpg",
        "550e8400-e29b-41d4-a716-446655440000 en NL00BANK0123456789",
    ],
)
def test_passes(text: str) -> None:
    assert kinds(text) == set()


@pytest.mark.parametrize("text", ["Bel\n06**12**345678.", "Tekst.\n06&#49;2345678", "Mail\njan@**stad**.nl."])
def test_what_marks_hide_is_found(small: Path, findings: Findings, text: str) -> None:
    page = small / "docs/nl/stad/markt.md"
    page.write_text(page.read_text(encoding="utf-8") + f"\n{text}\n", encoding="utf-8")
    (one,) = (one for one in findings() if one.rule == RULE)
    assert (one.line, one.level) == (10, "error")
    assert not any(piece in f"{one.message} {one.fix}" for piece in ("1234", "jan@", "stad.nl"))


def test_the_maintainers_choose_what_the_site_shows(small: Path, findings: Findings) -> None:
    shutil.copytree(ROOT / "tests/pages" / RULE / "bad", small / "docs", dirs_exist_ok=True)
    assert RULE in {one.rule for one in findings()}
    config = small / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("phones: []", 'phones: ["+31 6 12345678"]'), encoding="utf-8")
    assert RULE not in {one.rule for one in findings()}
