"""Things that lead to a person, and the many figures and names that only look like them.

All that is secret here is made up, or the example of the standard that describes it. Keys are put together from parts,
so that no scanner of repositories takes them for real.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from scripts.personal import found
from scripts.report import Finding
from scripts.settings import Contacts
from tests.conftest import ROOT

CONTACTS = Contacts(frozenset({"info@stadsbrug.nl", "@gemeente.nl"}), frozenset({"030 607 19 11"}))
Findings = Callable[[], list[Finding]]

PHONES = (
    "Bel 06-12345678.",
    "06 12 34 56 78",
    "06.12.34.56.78",
    "06/12345678",
    "(06) 12345678",
    "06 - 1234 5678",
    "0612345678",
    "tel.0612345678",
    "tel:0612345678",
    "+31612345678",
    "+31 6 12345678",
    "+31 (0)6 12 34 56 78",
    "(+31) 6 1234 5678",
    "0031 6 12345678",
    "0031612345678",
    "06\u00a01234\u00a05678",
    "06‑1234‑5678",
    "06–12345678",
    "０６１２３４５６７８",
    "٠٦١٢٣٤٥٦٧٨",
    "𝟎𝟔𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖",
    "0️⃣6️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣",
    "06\u200b12345678",
    "Mobiel 612345678",
    "WhatsApp: 31612345678",
    "https://wa.me/31612345678",
    "https://api.whatsapp.com/send?phone=31612345678&text=hallo",
    "nul zes een twee drie vier vijf zes zeven acht",
    "030-1234567",
    "030 123 45 67 of kom langs",
    "(030) 123 45 67",
    "Jan (0346-561234)",
    "0346 56 12 34",
    "+264 66 255 009",
    "+264 81 124 5678",
    "+48 81 458 60 01",
    "00 48 81 458 60 01",
    "+44 20 7946 0018",
    "+49 151 12345678",
    "Jan woont op 3430 AA en belt 06-12345678 op 12-05-2024",
    "<!-- piet 0612345678 -->",
    "`0612345678`",
    "ISBN 978-90-274-3964-2, bel 0612345678",
    "vaste nummer 030 123 45 67, mobiele nummer 06-12345678",
    "title: Bel 06 12345678",
    "KvK 30123456 06-12345678",
    "klantnummer 123456 0612345678",
    "06_12345678",
    "06*12345678",
    "+31\t6\t12345678",
    "https://t.me/+31612345678",
)
EMAILS = (
    "jan@stad.nl",
    "Mail jan.jansen@gmail.com.",
    "<jan_jansen@stad.nl>",
    "[mail](mailto:jan@stad.nl?subject=Hoi)",
    "jan+brug@mail.stad.nl",
    "JAN@STAD.NL",
    "jan@bücher.de",
    "jan＠stad.nl",
    "j.jansen@stad.co.uk",
    "`jan@stad.nl`",
    "**jan@stad.nl**",
    "_jan@stad.nl_",
    "naam [at] domein [dot] nl",
    "naam(at)stad.nl",
    "naam (at) stad (punt) nl",
    "naam[@]stad.nl",
    "naam {at} stad {dot} nl",
    "naam at stad dot nl",
    "jan apenstaartje stad punt nl",
    "jan @ gmail.com",
    "jan@ gmail.com",
    "https://stad.nl/nieuwsbrief?email=jan@stad.nl",
    "https://stad.nl/nieuwsbrief?email=jan%40stad.nl",
    "piet@anders.gemeente.nl",
    "jan(a)stad.nl",
    "jan-at-stad-dot-nl",
    "jan%40stad.nl",
    "infostadsbrug.nl en info2@stadsbrug.nl",
)
BSNS = (
    "BSN 123456782",
    "bsn: 123.456.782",
    "burgerservicenummer 123 456 782",
    "123-45-6782 is haar sofinummer",
    "Mijn nummer is 123456782.",
    "| Jan | 123456782 |",
    "111222333",
    "BSN:123456782",
    "１２３４５６７８２",
)
IBANS = (
    "NL91ABNA0417164300",
    "NL91 ABNA 0417 1643 00",
    "nl91 abna 0417 1643 00 op naam van Jan",
    "NL91.ABNA.0417.1643.00",
    "NL91-ABNA-0417-1643-00",
    "NL 91 ABNA 0417 1643 00",
    "DE89 3704 0044 0532 0130 00",
    "GB29NWBK60161331926819",
    "IBAN:NL91ABNA0417164300",
    "BE68 5390 0754 7034",
    "PL61109010140000071219812874",
    "NL91\u00a0ABNA\u00a00417\u00a01643\u00a000",
)
KEYS = (
    "ghp_" + "16C7e42F292c6912E7710c838347Ae178B4a",
    "ghs_" + "16C7e42F292c6912E7710c838347Ae178B4a",
    "github_pat_" + "11ABCDEFG0aBcDeFgHiJkL_mNoPqRsTuVwXyZ123456",
    "glpat-" + "Zk3bQ9xT2mW7vR5yN8pL",
    "AKIA" + "Z7QK3MWN5PRT2XYB",
    "xoxb-" + "2416837459-hG7kLm2QpRsT9vWx",
    "AIza" + "SyD3kf9Gh2Lm8Qw5Rt7Yz1Xc4Vb6Nn0PjKs",
    "sk-" + "ant-api03-Zk3bQ9xT2mW7vR5yN8pLdFgH",
    "sk-" + "proj-Zk3bQ9xT2mW7vR5yN8pLdFgH",
    "sk_" + "live_4eC39HqLyjWDarjtT1zdp7dc",
    "npm_" + "Zk3bQ9xT2mW7vR5yN8pLdFgHjKlM4nBvCxZa",
    "pypi-" + "AgEIcHlwaS5vcmcCJDk3bQ9xT2mW7vR5",
    "eyJ" + "hbGciOiJIUzI1NiJ9.eyJ" + "zdWIiOiJqYW4iLCJpYXQiOjF9.Zk3bQ9xT2mW7vR5yN8pL",
    "-----BEGIN " + "RSA PRIVATE KEY-----",
    "-----BEGIN " + "OPENSSH PRIVATE KEY-----",
    "https://x.blob.core.windows.net/a?sv=2022&sig=" + "Zk3bQ9xT2mW7vR5yN8pLdFgHjKlM4nBvCxZa%3D",
    "https://jan:" + "Zk3bQ9xT2mW@stad.nl/",
    "Authorization: Bearer " + "Zk3bQ9xT2mW7vR5yN8pL",
)
HONEST = (
    # Numbers of services and of the site itself.
    "Bel 14 030 of 112.",
    "0800-1234 is gratis",
    "0900-8844 (politie)",
    "088 123 45 67",
    "085-1234567",
    "116 000 en 116123",
    "+31 88 123 45 67",
    "030-6071911",
    "+31 30 607 19 11",
    # Figures, dates and times.
    "In 2023 telde Rundu 118.600.000 inwoners, tegen 63.431 in 2011.",
    "118 600 000 mensen",
    "van 1994-2001 en 2001–2017",
    "op 05-06-2023 10:00 uur",
    "05-06-2023 09.00-17.00 uur",
    "2023-05-06 12:30:45",
    "01.02.2024 en 03/04/2025",
    "09.00-12.30 en 13.30-17.00 uur",
    "€ 1.234.567,89 en $ 0.123456789",
    "EUR 123456782",
    "€ 123456782",
    "0,25 50 75 100",
    "0 25 50 75 100",
    "0 10 20 30 40 50 60",
    "01 02 03 04 05",
    "05 06 07 08 09 10",
    "2 4 6 8 10 12 14 16 18",
    "3,14159265358979",
    "0.612345678",
    "0.6123456789",
    "1e9 of 1000000000",
    "123456782 inwoners",
    "Uitslag 3-1, 2-0, 0-0, 4-2, 1-1",
    "20231231 en 20240101",
    "06-2023 tot 07-2024",
    "groep 06-07-08",
    # Coordinates and postcodes.
    "52.0292, 5.0803",
    "52.029167, 5.080278",
    "-17.933333, 19.766667",
    "52°01′45″N 5°04′49″E",
    "https://www.google.com/maps/@52.0292612,5.0803456,15z",
    "3431 LZ en 3430 AA Stad",
    "Postbus 1, 3430 AA",
    # Numbers with a name.
    "ISBN 978-0-306-40615-7",
    "ISBN 978 0 306 40615 7",
    "ISBN 0-306-40615-2",
    "ISBN-10: 0306406152",
    "9789027439642",
    "978-90-274-3964-2",
    "0-306-40615-2",
    "ISSN 0317-8471",
    "KvK 12345678",
    "KvK-nummer: 30123456",
    "RSIN 123456782",
    "RSIN: 123456782 (ANBI)",
    "fiscaal nummer 123456782",
    "btw NL123456782B01",
    "doi:10.1038/123456782",
    "10.1000/0612345678",
    "https://doi.org/10.1000/0612345678",
    "zaaknummer 0356123456",
    "ordernummer 0612345678",
    "klantnummer: 123456782",
    "invoice number 0612345678",
    "id: 123456782",
    "EAN 8712345678906",
    "ORCID 0000-0002-1825-0097",
    # Addresses of pages, files, versions, and names with a sign in them.
    "https://www.nu.nl/artikel/0612345678/titel",
    "https://allafrica.com/stories/201301070583.html",
    "https://voorbeeld.nl/node/123456782?id=0612345678",
    "local-news/kavango-east-12-years2025-09-18170645",
    "IMG_0612345678.jpg",
    "foto-0612345678.jpg",
    "abc0612345678def",
    "550e8400-e29b-41d4-a716-446655440000",
    "d41d8cd98f00b204e9800998ecf8427e",
    "192.168.001.001 en 10.0.0.1",
    "package@1.2.3",
    "@types/node@18.0.0",
    "a@b",
    "@naam en @wij@mastodon.nl",
    "user@host",
    "ssh jan@server.stad.nl",
    "scp -r site jan@server.stad.nl:/var/www",
    "git@github.com:wij/site.git",
    "jan@server.stad.nl:/var/www",
    "https://medium.com/@jan.stad/123",
    "https://github.com/wij/site@v1.2.3",
    "foto@2x.png",
    "info@example.org",
    "naam@voorbeeld.nl",
    "jij@school.example",
    "info@stadsbrug.nl",
    "INFO@Stadsbrug.nl",
    "balie@gemeente.nl",
    "noreply@github.com",
    "naam [at] voorbeeld [dot] nl",
    "Kijk (at) home",
    "Meet us at the market dot.",
    "We komen om 10 uur @ het plein",
    "Concert @ paradiso.nl",
    # What shows how a key looks, and what is none.
    "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "AKIAIOSFODNN7EXAMPLE",
    "sk-...",
    "sk-your-api-key-here-1234567890ABC",
    "eyJhbGciOi...",
    "NL00BANK0123456789",
    "NL00 BANK 0123 4567 89",
    "NL12 3456 bewoners",
    "BSN 000000000",
    "bsn 123456789",
    "111111110",
    "-----BEGIN PUBLIC KEY-----",
    "https://gebruiker:wachtwoord@example.org",
    "Wachtwoord: kies een sterk wachtwoord",
    "06-12xxxxxx",
    "06-00000000",
    "من ۱۹۹۴ تا ۲۰۰۱، ۱۱۸٬۶۰۰ نفر",
    "1994年から2001年まで 118,600人",
    "| 2001 | 37.000 |\n| 2011 | 63.431 |\n| 2023 | 118.600 |",
)


def kinds(text: str) -> set[str]:
    return {one.kind for one in found(text, CONTACTS)}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (kind, text)
        for kind, texts in (("phone", PHONES), ("email", EMAILS), ("bsn", BSNS), ("iban", IBANS), ("key", KEYS))
        for text in texts
    ],
)
def test_finds(kind: str, text: str) -> None:
    assert kinds(text) == {kind}


@pytest.mark.parametrize("text", HONEST)
def test_passes(text: str) -> None:
    assert kinds(text) == set()


def test_a_password_gets_a_hint() -> None:
    assert kinds("wachtwoord: Geheim123") == {"password"}
    assert kinds("Password = 'hunter22'") == {"password"}
    assert kinds("API_TOKEN: 9f8a7b6c5d4e3f2a1b0c") == {"password"}


def test_the_offset_is_that_of_the_thing() -> None:
    text = "één regel – ’s ochtends\nbel 06–12345678"
    (one,) = found(text, Contacts())
    assert text[one.offset :] == "06–12345678"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Bel\n\n06**12**345678.", 10),
        ("Bel 06&#49;2345678.", 8),
        ("Mail jan&#64;stad.nl.", 8),
        ("Mail jan**@**stad.nl.", 8),
        ("[mail](mailto:%6a%61%6e@stad.nl)", 8),
        ("IBAN NL91*ABNA*0417164300", 8),
        ("<span>06</span><span>12345678</span>", 8),
        ("06<!-- -->12345678", 8),
    ],
)
def test_what_the_source_hides_is_found_on_the_page(small: Path, findings: Findings, text: str, line: int) -> None:
    page = small / "docs/nl/stad/markt.md"
    page.write_text(page.read_text(encoding="utf-8").replace("Alleen in het Nederlands.", text), encoding="utf-8")
    (one,) = (one for one in findings() if one.rule == "personal_data_stays_private")
    assert (one.line, one.level) == (line, "error")


def test_no_message_repeats_what_it_found(small: Path, findings: Findings) -> None:
    page = small / "docs/nl/stad/markt.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n".join((*PHONES, *EMAILS, *BSNS, *IBANS)), encoding="utf-8")
    told = [one for one in findings() if one.rule == "personal_data_stays_private"]
    assert len(told) > 50
    for one in told:
        words = f"{one.message} {one.fix}"
        assert not any(piece in words for piece in ("1234", "12 34", "jan@", "gmail", "0417", "stad.nl"))


def test_the_maintainers_choose_what_the_site_shows(small: Path, findings: Findings) -> None:
    shutil.copytree(ROOT / "tests/pages/personal_data_stays_private/bad", small / "docs", dirs_exist_ok=True)
    assert "personal_data_stays_private" in {one.rule for one in findings()}
    config = small / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert "contacts: {emails: [], phones: []}" in text
    config.write_text(text.replace("phones: []", 'phones: ["+31 6 12345678"]'), encoding="utf-8")
    assert "personal_data_stays_private" not in {one.rule for one in findings()}


def test_contacts_that_are_no_numbers_allow_none() -> None:
    contacts = replace(CONTACTS, phones=frozenset({"geen nummer", "06-12345678"}))
    assert not list(found("06 12 34 56 78", contacts))
