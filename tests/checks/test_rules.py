"""Every rule on small real pages: what it refuses, where, and that it is content with the small site as it is."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.checks import FIRST, RULES
from scripts.report import Finding
from tests.conftest import ROOT

PAGES = ROOT / "tests/pages"

# rule, case (a folder laid over the small site), and what must be found: file, line, level, words of message and fix
CASES = [
    ("pages_belong_to_a_language", "bad", "docs/los.md", 1, "error", "bij geen enkele taal", "docs/nl/, docs/en/"),
    ("pages_belong_to_a_language", "bad-folder", "docs/fr/pont.md", 1, "error", "bij geen enkele taal", "docs/nl/"),
    (
        "slugs_are_translated",
        "bad",
        "docs/en/stad/toren.md",
        1,
        "error",
        "«toren» heeft nog geen woord",
        "toren: {en: …}",
    ),
    (
        "addresses_are_unique",
        "bad",
        "docs/nl/stad.md",
        1,
        "error",
        "docs/nl/stad/index.md en docs/nl/stad.md",
        "andere naam",
    ),
    ("addresses_are_unique", "bad-table", "docs/en/stad/toren.md", 1, "error", "docs/en/stad/brug.md en", "slugs.yml"),
    (
        "addresses_are_unique",
        "bad-reserved",
        "docs/nl/assets.md",
        1,
        "error",
        "de bestanden van de site",
        "andere naam",
    ),
    ("titles_are_unique", "bad", "docs/nl/stad/markt.md", 2, "error", "docs/nl/stad/brug.md", "andere titel"),
    ("languages_have_their_pages", "bad", "docs/nl", 1, "error", "2 pagina's met kind: search", "precies één"),
    ("folders_have_a_front", "bad", "docs/nl/haven/boot.md", 1, "error", "haven/index.md", "docs/nl/haven/index.md"),
    ("goals_have_a_page", "bad", "docs/nl/stad/markt.md", 5, "error", "Doel 6 is al van", "nummer"),
    ("goals_have_a_page", "bad-colour", "docs/nl/stad/markt.md", 5, "error", "Doel 7 heeft geen kleur", "goals.yml"),
    ("goals_have_a_page", "bad-missing", "docs/data/goals.yml", 1, "error", "Doel 6 heeft geen pagina", "goal: 6"),
    ("events_speak_every_language", "bad", "docs/data/timeline.yml", 3, "error", "de taal «en» ontbreekt", "en: …"),
    ("sources_are_known", "bad", "docs/nl/stad/markt.md", 8, "error", "«brugboeck»", "docs/data/sources.yml"),
    ("sources_are_known", "bad-timeline", "docs/data/timeline.yml", 5, "error", "«onbekend»", "docs/data/sources.yml"),
    ("sources_are_known", "bad-unused", "docs/data/sources.yml", 7, "warning", "«marktboek»", "[^marktboek]"),
    ("links_lead_somewhere", "bad", "docs/nl/stad/markt.md", 8, "error", "«burg.md»", "brug.md"),
    ("links_lead_somewhere", "bad-anchor", "docs/nl/stad/markt.md", 8, "error", "«brug.md#hoe-out»", "#hoe-oud"),
    ("links_lead_somewhere", "bad-related", "docs/nl/stad/markt.md", 6, "error", "«stad/burg.md»", "stad/brug.md"),
    ("links_lead_somewhere", "bad-language", "docs/en/stad/brug.md", 7, "error", "«markt.md»", "in deze taal"),
    ("links_lead_somewhere", "bad-timeline", "docs/data/timeline.yml", 5, "error", "«stad/burg.md»", "stad/brug.md"),
    ("questions_quote_a_page", "bad", "docs/data/questions.yml", 2, "warning", "stad/markt.md", "Neem de zin over"),
    ("drawings_are_sound", "bad", "docs/nl/stad/markt.md", 9, "error", "«karmen» is er niet", "kramen"),
    ("drawings_are_sound", "bad-inside", "docs/nl/stad/markt.md", 7, "error", "alleen op een regel", "eigen regel"),
    ("drawings_are_sound", "bad-twice", "docs/nl/stad/markt.md", 9, "error", "al op de pagina", "Haal deze regel weg"),
    (
        "drawings_are_sound",
        "bad-year",
        "docs/data/drawings.yml",
        1,
        "error",
        "jaar van de cijfers ontbreekt",
        "year: 2021",
    ),
    ("drawings_are_sound", "bad-total", "docs/data/drawings.yml", 6, "error", "samen 101, geen 100", "shape: bars"),
    ("drawings_are_sound", "bad-source", "docs/data/drawings.yml", 11, "error", "«brugboeck»", "brugboek"),
    (
        "drawings_are_sound",
        "bad-language",
        "docs/data/drawings.yml",
        9,
        "error",
        "«label» ontbreekt in de taal «en»",
        "en: …",
    ),
    ("drawings_are_sound", "bad-points", "docs/data/drawings.yml", 5, "error", "minder dan 2 punten", "points:"),
    ("drawings_are_sound", "bad-moment", "docs/data/drawings.yml", 8, "error", "een moment nodig", "when: 2021-06"),
    ("drawings_are_sound", "bad-place", "docs/data/drawings.yml", 5, "error", "«haave» staat niet", "haven"),
    ("drawings_are_sound", "bad-arc", "docs/data/drawings.yml", 7, "error", "«haven» staat niet bij places", "places:"),
    ("drawings_are_sound", "bad-name", "docs/data/places.yml", 7, "error", "«name» ontbreekt in de taal «en»", "en: …"),
]


@pytest.mark.parametrize(("rule", "case", "path", "line", "level", "message", "fix"), CASES)
def test_rule_finds(
    small: Path,
    findings: Callable[[], list[Finding]],
    rule: str,
    case: str,
    path: str,
    line: int,
    level: str,
    message: str,
    fix: str,
) -> None:
    shutil.copytree(PAGES / rule / case, small / "docs", dirs_exist_ok=True)
    (found,) = findings()
    assert (found.rule, str(found.path), found.line, found.level) == (rule, path, line, level)
    assert message in found.message.nl
    assert fix in found.fix.nl
    assert found.message.en
    assert found.why.nl


@pytest.mark.parametrize("rule", sorted({rule for rule, *_ in CASES} - {"languages_have_their_pages"}))
def test_rule_is_content_with_good_pages(small: Path, findings: Callable[[], list[Finding]], rule: str) -> None:
    shutil.copytree(PAGES / rule / "good", small / "docs", dirs_exist_ok=True)
    assert findings() == []


def test_the_small_site_is_good(findings: Callable[[], list[Finding]]) -> None:
    assert findings() == []


def test_every_rule_is_named_and_tried() -> None:
    named = {rule.__module__.rsplit(".", 1)[-1] for rule in (*FIRST, *RULES)}
    assert named == {rule for rule, *_ in CASES} | {"words_are_complete"}
