"""Citations: which sources a page uses, and how a source reads."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scripts import content
from scripts.content import Content, settings
from scripts.content.citations import reference, used, with_sources
from scripts.content.schema.data import Source
from tests.conftest import ROOT


def test_used_counts_the_timeline_and_each_page_once(town: Content) -> None:
    pages = [f"{page.locale} {page.path.stem}" for page in used(town)["brugboek"]]
    assert pages == ["nl brug", "nl markt", "nl tijdlijn", "en brug", "en tijdlijn"]


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


@pytest.mark.parametrize(
    ("about", "html"),
    [
        (
            {"title": "About <us>", "publisher": "A*B*", "url": "https://example.org/?a=1&b=2", "language": "en"},
            'A&#42;B&#42;, <a href="https://example.org/?a=1&amp;b=2" hreflang="en">'
            '<cite lang="en">About &lt;us&gt;</cite></a>.',
        ),
        (
            {"title": "Over", "publisher": "Wij", "url": "https://example.org/", "language": "nl", "year": 2001},
            'Wij, <a href="https://example.org/" hreflang="nl"><cite>Over</cite></a>, 2001.',
        ),
        ({"title": "Partners", "publisher": "BRUG", "language": "en"}, 'BRUG, <cite lang="en">Partners</cite>.'),
        (
            {"title": "De Bilt 1800–2014", "publisher": "KNMI", "language": "nl"},
            "KNMI, <cite>De Bilt 1800–2014</cite>.",
        ),
        ({"title": "Is het zo?", "publisher": "Wij", "language": "nl"}, "Wij, <cite>Is het zo?</cite>"),
        # A year that the title names is not said twice.
        ({"title": "Jaar 2020", "publisher": "Wij", "language": "nl", "year": 2020}, "Wij, <cite>Jaar 2020</cite>."),
        (
            {"title": "SDG's & *doelen*", "publisher": "VN", "language": "nl"},
            "VN, <cite>SDG's &amp; &#42;doelen&#42;</cite>.",
        ),
    ],
)
def test_a_reference_is_one_line_without_marks(about: dict[str, Any], html: str) -> None:
    assert reference(Source(**about), "nl") == html
