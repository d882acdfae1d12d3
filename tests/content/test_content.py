"""Reading pages: what front matter may hold, and the line and words for what it may not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import content
from scripts.content import settings
from scripts.report import Finding

GOOD = """---
title: Een pagina
description: Een omschrijving die lang genoeg is om iets over de pagina te zeggen.
kind: article
---

Tekst.[^brugboek]
"""


def test_a_page_knows_its_file_language_address_and_lines(small: Path) -> None:
    found, findings = content.read(settings.settings(settings.load(small)))
    page = found.page("en", "stad/brug.md")
    assert findings == []
    assert page is not None
    assert (str(page.path), page.locale, page.address) == ("docs/en/stad/brug.md", "en", "en/town/bridge/")
    assert page.line("kind") == 4
    assert page.body_line == 8
    assert page.body.startswith("\nThe bridge is old.")
    assert [other.locale for other in found.translations("stad/brug.md")] == ["nl", "en"]
    assert [other.locale for other in found.translations("stad/markt.md")] == ["nl"]


@pytest.mark.parametrize(
    ("before", "after", "line", "message", "fix"),
    [
        ("---\ntitle", "title", 1, "Het blok met titel en soort bovenaan ontbreekt.", "Begin de eerste regel met ---"),
        (
            "article\n---",
            "article\n",
            1,
            "wordt niet gesloten",
            "Zet een regel met alleen ---",
        ),
        (GOOD, "", 1, "Het blok met titel en soort bovenaan ontbreekt.", "Begin de eerste regel met ---"),
        ("title: Een pagina\n", "", 2, "«title» ontbreekt.", 'title: "De markt op zaterdag"'),
        ("Een pagina", "[open", 2, "Deze regel is niet te lezen", "dubbele aanhalingstekens"),
        ("Een pagina", "Een: pagina", 2, "Deze regel is niet te lezen", "dubbele aanhalingstekens"),
        ("Een pagina", "2017", 2, "De waarde van «title» is geen tekst.", '"2017"'),
        ("Een pagina", "x" * 71, 2, "«title» is te lang: 71 tekens.", "hoogstens 70"),
        (
            "Een omschrijving die lang genoeg is om iets over de pagina te zeggen.",
            "Kort",
            3,
            "«description» is te kort",
            "50",
        ),
        ("kind: article\n", "", 2, "«kind» ontbreekt", "kind: article"),
        ("article", "artikel", 4, "De soort pagina «artikel» bestaat niet.", "'article'"),
        ("article", "article\ntemplate: redirect.html", 5, "«template» hoort hier niet.", "Haal deze regel weg"),
        ("article", "article\norder: eerst", 5, "De waarde van «order» is geen heel getal.", "alleen cijfers"),
        ("article", "article\norder: 0", 5, "«0» is te klein voor «order».", "vanaf 1"),
        ("article", "goal\ngoal: 18", 5, "«18» is te groot voor «goal».", "tot en met 17"),
        ("article", "goal", 2, "«goal» ontbreekt.", "goal: 6"),
        ("article", "section\nmenu: top", 5, "«top» kan niet bij «menu».", "'header' or 'footer'"),
        ("article", "article\nrelated: x.md", 5, "«related» is geen lijst.", "met een streepje"),
        (
            "article",
            "article\nrelated: [a.md, b.md, c.md, d.md, e.md]",
            5,
            "«related» heeft er te veel: 5.",
            "hoogstens 4",
        ),
        ("article", "article\nkind: goal", 5, "«kind» staat er twee keer.", "Laat één van de twee staan"),
        ("title: Een pagina\n", "- een\n- lijst\n", 4, "Deze regel is niet te lezen", "woord: waarde"),
        (GOOD, "---\nzomaar tekst\n---\n", 2, "Dit blok is geen lijst van «woord: waarde».", "title:"),
    ],
)
def test_front_matter_that_does_not_fit(
    small: Path, findings: Callable[[], list[Finding]], before: str, after: str, line: int, message: str, fix: str
) -> None:
    assert before in GOOD
    (small / "docs/nl/stad/markt.md").write_text(GOOD.replace(before, after))
    (found,) = findings()
    assert (str(found.path), found.line) == ("docs/nl/stad/markt.md", line)
    assert message in found.message.nl
    assert fix in found.fix.nl
    assert found.message.en
    assert found.level == "error"


def test_windows_line_ends_and_a_byte_order_mark_are_fine(small: Path, findings: Callable[[], list[Finding]]) -> None:
    (small / "docs/nl/stad/markt.md").write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert [found for found in findings() if found.level != "hint"] == []


def test_a_page_that_is_not_utf8_is_named(small: Path, findings: Callable[[], list[Finding]]) -> None:
    (small / "docs/nl/stad/markt.md").write_bytes(GOOD.encode() + b"caf\xe9")
    (found,) = findings()
    assert found.message.nl == "Dit bestand is niet te lezen als tekst (UTF-8)."


@pytest.mark.parametrize(
    ("name", "before", "after", "line", "message"),
    [
        ("sources", "year: 2001", "year: ooit", 4, "«year»"),
        ("sources", "https://example.org/brug", "javascript:alert(1)", 5, "«javascript:alert(1)» past niet bij «url»"),
        ("sources", "  title: Het boek van de brug\n", "", 1, "«title» ontbreekt."),
        ("timeline", '"1880"', '"ooit"', 1, "«ooit» past niet bij «when»."),
        ("timeline", '"1880"', '"1882-02-30"', 1, "«1882-02-30» past niet bij «when»."),
        ("timeline", "1882-05", "1882-13", 2, "«1882-13» past niet bij «until»."),
        ("timeline", "sources: [brugboek]", "sources: []", 7, "«sources» is leeg."),
        ("slugs", "{en: town}", "{en: Town Hall}", 1, "«Town Hall» past niet bij «en»."),
        ("slugs", "stad: {en: town}", "stad: {en: town", 1, "Deze regel is niet te lezen"),
    ],
)
def test_lists_that_do_not_fit(
    small: Path, findings: Callable[[], list[Finding]], name: str, before: str, after: str, line: int, message: str
) -> None:
    path = small / f"docs/data/{name}.yml"
    assert before in path.read_text()
    path.write_text(path.read_text().replace(before, after, 1))
    (found,) = findings()
    assert (str(found.path), found.line) == (f"docs/data/{name}.yml", line)
    assert message in found.message.nl


def test_a_missing_list_is_one_finding(small: Path, findings: Callable[[], list[Finding]]) -> None:
    (small / "docs/data/sources.yml").unlink()
    (found,) = findings()
    assert (str(found.path), found.message.nl) == ("docs/data/sources.yml", "Dit bestand ontbreekt.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Gewone tekst.\n", "ontbreekt"),
        ("\n---\ntitle: De markt\n---\n", "ontbreekt"),
        ("---\ntitle: De markt\n\nTekst.\n", "niet gesloten"),
        ("---\ntitle: De markt\n----\nTekst.\n", "niet gesloten"),
        ("---\ntitle: De markt\n" + "# x\n" * 4000 + "---\nTekst.\n", "te lang"),
    ],
)
def test_a_block_that_is_not_one_is_named_for_what_it_is(
    small: Path, findings: Callable[[], list[Finding]], text: str, said: str
) -> None:
    (small / "docs/nl/stad/markt.md").write_text(text)
    (found,) = (found for found in findings() if found.level == "error")
    assert found.rule == "front_matter_is_valid"
    assert said in found.message.nl
