"""Citations: which sources a page uses, and how a source reads."""

import shutil
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from scripts import content
from scripts.content import Content, settings
from scripts.content.citations import cited, literal, reference, used, with_sources
from scripts.content.schema.data import Source
from tests.conftest import ROOT


def test_cited_names_key_and_line(town: Content) -> None:
    page = town.page("nl", "stad/brug.md")
    assert page
    assert list(cited(page)) == [("brugboek", 10), ("brugboek", 14)]


def test_used_counts_the_timeline_and_each_page_once(town: Content) -> None:
    assert [str(page.path) for page in used(town)["brugboek"]] == [
        "docs/nl/stad/brug.md",
        "docs/nl/stad/markt.md",
        "docs/nl/tijdlijn.md",
        "docs/en/stad/brug.md",
        "docs/en/tijdlijn.md",
    ]


def test_a_drawing_brings_its_sources_and_those_of_its_places(small: Path) -> None:
    shutil.copytree(ROOT / "tests/pages/drawings_are_sound/good", small / "docs", dirs_exist_ok=True)
    places = small / "docs/data/places.yml"
    places.write_text(places.read_text().replace("[brugboek]", "[havenboek]"))
    town = content.read(settings.of(small))[0]
    page = replace(town.pages[0], body="![De wereld](drawing:wereld) en `![](drawing:kramen)`")
    assert used(replace(town, pages=(page,))) == {"brugboek": [page], "havenboek": [page]}
    assert used(replace(town, pages=(replace(page, body="`![](drawing:wereld)` ![](drawing:niets)"),))) == {}


def test_sources_are_added_once_under_a_heading(town: Content) -> None:
    page = town.page("nl", "stad/brug.md")
    assert page
    text = with_sources(page, f"{page.body}\n\n`[^brugboek]`, en eigen.[^1]\n\n[^1]: Zelf gezien.", town)
    assert text.count("## Bronnen") == 1
    assert text.count("[^s1]: Gemeente Proef, ") == 1
    assert text.count("[^brugboek]") == 1, "a sample of code stays as it is"
    assert "eigen.[^1]\n\n[^1]: Zelf gezien." in text
    assert with_sources(page, "Niets.", town) == "Niets."


def test_a_reference_marks_another_language() -> None:
    source = Source(title="About <us>", publisher="A*B*", url="https://example.org/?a=1&b=2", language="en")
    assert reference(source, "nl") == (
        'A&#42;B&#42;, <a href="https://example.org/?a=1&amp;b=2" hreflang="en">'
        '<cite lang="en">About &lt;us&gt;</cite></a>.'
    )


def test_a_reference_in_the_language_of_the_page_shows_its_year() -> None:
    source = Source(title="Over", publisher="Wij", url="https://example.org/", language="nl", year=2001)
    assert reference(source, "nl").endswith("<cite>Over</cite></a>, 2001.")


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("Klimaatgegevens De Bilt 1800–2014", "CBS en KNMI, Klimaatgegevens De Bilt 1800–2014."),
        ("Wat is verplicht?", "CBS en KNMI, Wat is verplicht?"),
    ],
)
def test_a_reference_without_a_year_says_nothing_of_it(title: str, read: str) -> None:
    source = Source(title=title, publisher="CBS en KNMI", url="https://example.org/", language="nl")
    assert reference(source, "nl").striptags() == read


def test_a_reference_without_an_address_links_nowhere() -> None:
    source = Source(title="Partners", publisher="GAIA", language="en")
    assert reference(source, "nl") == 'GAIA, <cite lang="en">Partners</cite>.'


def test_an_apostrophe_stays_one() -> None:
    assert unescape(literal("SDG's & *doelen*")) == "SDG's & *doelen*"
    assert "&#x27;" not in literal("SDG's")


def test_a_year_that_the_title_names_is_not_said_twice() -> None:
    source = Source(title="Jaarverslag 2020", publisher="Wij", url="https://example.org/", language="nl", year=2020)
    assert reference(source, "nl").endswith("Jaarverslag 2020</cite></a>.")
