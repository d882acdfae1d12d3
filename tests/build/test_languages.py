"""A site in one language, in two of which English is the first, and in three of which the last has only begun."""

import json
import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from scripts import check as checks
from scripts import weekly
from scripts.build import build
from scripts.content import read, settings, translations
from scripts.report import Finding
from tests.build.conftest import text_of
from tests.conftest import ROOT

POLISH = ROOT / "tests/polish"
DASHBOARD, RULES = text_of("translations", "De stand van de vertalingen"), text_of("rules", "Co sprawdzamy")
DRAWING = """brug:
  shape: bars
  title: {nl: De brug, en: The bridge}
  summary: {nl: De brug is lang., en: The bridge is long.}
  unit: {nl: meter, pl: metry}
  year: 2001
  points:
    - {label: {nl: Lang}, value: 60}
  sources: [brugboek]
"""
# What scripts/README.md says that a language needs, by where it goes.
LINE, WORDS, PAGES, SLUGS = "`mkdocs.yml`", "`overrides/words/`", "`docs/`", "`docs/data/slugs.yml`"
SLUG = {"stad": "miasto", "brug": "most", "over": "o-stronie", "bronnen": "zrodla", "zoeken": "szukaj", "x": "zasady"}
OWN = {
    "English": "Polski",
    "en_GB": "pl_PL",
    "In short": "W skrócie",
    '"English: home page"': '"Polski: strona główna"',
}


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def change(path: Path, pattern: str, new: str) -> None:
    text, times = re.subn(pattern, new, path.read_text())
    assert times, pattern
    path.write_text(text)


def errors(small: Path) -> list[Finding]:
    return [one for one in checks.run(settings.of(small))[1] if one.level == "error"]


def built(small: Path) -> dict[str, str]:
    """Build the site, and return its pages and files of text by address."""
    assert errors(small) == []
    build(small, small / "site", site_url="https://town.example/")
    paths = [path for kind in ("html", "xml") for path in (small / "site").rglob(f"*.{kind}")]
    return {path.relative_to(small / "site").as_posix().removesuffix("index.html"): path.read_text() for path in paths}


def begin_polish(small: Path, *without: str) -> None:
    """Do what scripts/README.md says of a language, but for the steps `without`."""
    (small / "docs/data/drawings.yml").write_text(DRAWING)
    if LINE not in without:
        change(small / "mkdocs.yml", "\n\nhooks:", "\n        - {locale: pl, name: Polski}\n\nhooks:")
    if WORDS not in without:
        words = small / "overrides/words/pl.yml"
        text = re.sub(
            r"\n  other: (.*)", r"\n  few: \1\n  many: \1\n  other: \1", (ROOT / "overrides/words/en.yml").read_text()
        )
        write(words, text)
        for english, polish in OWN.items():
            change(words, f": {english}\n", f": {polish}\n")
    if PAGES not in without:
        shutil.copytree(POLISH, small / "docs/pl")
    if SLUGS not in without:
        for part, slug in SLUG.items():
            path = small / "docs/data/slugs.yml"
            path.write_text(re.sub(rf"(?m)^{part}: {{(.*)}}$", rf"{part}: {{\1, pl: {slug}}}", path.read_text()))


@pytest.mark.parametrize("step", [LINE, WORDS, PAGES, SLUGS])
def test_a_language_needs_each_step_that_the_readme_has(small: Path, step: str) -> None:
    readme = (ROOT / "scripts/README.md").read_text().partition("- **a language**")[2].partition("That is all.")[0]
    assert set(re.findall("`[^` ]+(?:/|yml)`", readme)) == {LINE, WORDS, PAGES, SLUGS}
    begin_polish(small, step)
    assert errors(small) != []


def test_a_third_language_begins_with_four_pages_and_borrows_the_rest(small: Path) -> None:
    begin_polish(small)
    for locale in ("nl", "en"):
        change(small / f"docs/{locale}/stad/brug.md", r"\Z", "\n![Een brug](drawing:brug)\n")
    translations.accept(read(settings.of(small))[0], [small / "docs/en/stad/brug.md"])
    write(small / "docs/nl/over/vertalingen.md", DASHBOARD)
    write(small / "docs/pl/over/x.md", RULES)
    change(small / "docs/data/slugs.yml", r"\Z", "x: {pl: zasady}\n")
    pages = built(small)
    home, bridge, search, rules = (pages[f"pl/{name}"] for name in ("", "miasto/most/", "szukaj/", "o-stronie/zasady/"))
    # What is not there in Polish comes from English, and else from Dutch; it says so.
    assert 'role="img" lang="en" aria-label="' in home
    assert 'href="../en/town/" lang="en" hreflang="en">Town <span class="language">(English)' in home
    assert 'href="../stad/markt/" lang="nl" hreflang="nl">De markt' in home
    assert '<p lang="nl">Elke zaterdag staat de markt' in home
    assert '<strong lang="en">The bridge</strong>' in bridge
    assert '<th scope="col">metry</th>' in bridge
    assert '<th scope="row"><span lang="nl">Lang</span></th>' in bridge
    assert '<div data-pagefind-weight="0.1" lang="en">' in rules
    assert ">W skrócie</p>" in bridge
    assert '<span lang="nl">Wereldwijd Voorbeeldstad</span></a>' in home
    missing = pages["404.html"].partition('<section lang="pl"')[2]
    assert 'lang="en" hreflang="en">Town <span class="language">(English)' in missing
    # Letters that have no place in an anchor give way to the plain ones.
    assert '<h2 id="lodz-i-zrodlo">' in bridge
    assert list(json.loads(unescape(re.findall('data-found="([^"]*)"', search)[0]))) == ["one", "few", "many", "other"]
    # The switch offers what is there, and else the home page of a language.
    assert re.findall('hreflang="([a-z-]+)" href="https', bridge) == ["nl", "en", "pl", "x-default"]
    assert re.findall('hreflang="([a-z-]+)" href="https', pages["stad/markt/"]) == []
    switch = pages["stad/markt/"].partition('class="languages"')[2].partition("</nav>")[0]
    assert re.findall('href="([^"]*)">(.*?)<', switch) == [
        ("../../en/", "English: home page"),
        ("../../pl/", "Polski: strona główna"),
    ]
    assert not any("translation-note" in page for page in pages.values())
    dashboard = pages["over/vertalingen/"]
    assert re.findall('<th scope="col">(.*?)</th>', dashboard) == ["Pagina", "Engels", "Pools"]
    assert re.findall(r">([^<>]*)</td>", dashboard.partition("De brug</a>")[2])[:2] == [
        ": volgt de tekst",
        ": nog niet nagekeken",
    ]
    assert re.findall("<p>([^<]*tekst in het[^<]*)</p>", dashboard) == [
        "Engels: 7 van de 9 pagina’s volgen de tekst in het Nederlands.",
        "Pools: 0 van de 9 pagina’s volgen de tekst in het Nederlands.",
    ]


def test_a_language_that_has_begun_is_no_list_of_tasks(small: Path) -> None:
    begin_polish(small)
    found = checks.run(settings.of(small))[1]
    (unnamed,) = (one for one in found if str(one.path) == "mkdocs.yml")
    line = (small / "mkdocs.yml").read_text().splitlines()[unnamed.line - 1]
    assert line == "        - {locale: pl, name: Polski}"
    assert '- {locale: pl, name: Polski, site_name: "Wereldwijd Voorbeeldstad"}' in unnamed.fix.en
    warnings = sorted({(one.rule, str(one.path)) for one in found if one.level == "warning"})
    assert warnings == [
        ("lists_speak_every_language", "docs/data/drawings.yml"),
        ("translations_have_the_same_parts", "docs/pl/stad/brug.md"),
        ("words_are_complete", "overrides/town/hero.yml"),
    ]
    lines = weekly.report(small, "en", offline=True).splitlines()
    assert [line for line in lines if "docs/pl" not in line and "pl" in line] == [
        "- Pages that are not there yet in language 'pl': 4 of 8"
    ]


def test_one_language_alone_speaks_of_no_other(small: Path) -> None:
    shutil.rmtree(small / "docs/en")
    change(small / "mkdocs.yml", r"(?s)        - locale: en\n.*?\n\n", "\n")
    write(small / "docs/nl/over/vertalingen.md", DASHBOARD)
    write(small / "docs/nl/over/controles.md", RULES)
    pages = built(small)
    assert {one.rule for one in checks.run(settings.of(small))[1]} <= {"words_are_spelt"}  # of what is Polish here
    assert "short-timeline" not in pages[""]  # no event has a place there
    assert "<h2>Talen</h2>" not in pages["over/controles/"]
    for address, page in pages.items():
        assert not re.search('alternate|x-default|class="languages"|<table|0 van de', page), address
    assert pages["404.html"].count("Nederlands") == 0
    assert re.findall(r'id="(_missing-nl)"|aria-labelledby="(_missing-nl)"', pages["404.html"]) != []


def test_english_can_be_the_first_language(small: Path) -> None:
    change(small / "mkdocs.yml", r"          default: true\n", "")
    change(small / "mkdocs.yml", r"(- locale: en\n)", r"\1          default: true\n")
    change(small / "docs/data/slugs.yml", r"(?m)^(\w+): .*$", r"\1: {nl: \1}")
    for path in (small / "docs/en").rglob("*.md"):
        path.write_text(re.sub("follows: .*\n", "", path.read_text()))
    (small / "docs/nl/stad/markt.md").rename(small / "docs/en/stad/markt.md")
    change(small / "docs/nl/stad/brug.md", "Heel oud", "Heel, heel oud")
    translations.accept(read(settings.of(small))[0], (small / "docs/nl").rglob("*.md"))
    change(small / "docs/en/stad/brug.md", "Very old", "Very, very old")
    change(small / "docs/data/timeline.yml", r"\Z", "  highlight: true\n")
    pages = built(small)
    assert "<strong>1880</strong> The bridge was built.</li>" in pages[""]
    assert '<html lang="en"' in pages["stad/brug/"]
    assert '<html lang="nl"' in pages["nl/stad/brug/"]
    assert "De tekst in het Engels is veranderd" in pages["nl/stad/brug/"]
    assert 'href="../../stad/markt/" lang="en" hreflang="en">De markt' in pages["nl/stad/"]
    assert re.findall('<section lang="(..)"', pages["404.html"]) == ["en", "nl"]
    assert re.findall('hreflang="([a-z-]+)" href="(https[^"]*)"', pages["stad/brug/"]) == [
        ("en", "https://town.example/stad/brug/"),
        ("nl", "https://town.example/nl/stad/brug/"),
        ("x-default", "https://town.example/stad/brug/"),
    ]
    assert "- `docs/nl/stad/brug.md` the text has changed" in weekly.report(small, "en", offline=True)
