"""A new page: it passes as it is but for its own words; nothing is written over, outside `docs/`, or left behind."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts import check as checks
from scripts.content import starters
from scripts.content.schema.front_matter import FRONT_MATTER, MODELS
from scripts.content.strict_yaml import load
from scripts.new import LATER, new
from scripts.report import Refused, Unable
from scripts.words import LANGUAGES
from tests.conftest import ROOT, small_project, typed

# Where a page of each kind can be, of those that are not anywhere in a folder.
PLACES = {
    "home": "index.md",
    "news": "nieuws/kraan.md",
    **dict.fromkeys(("section", "lessons", "newsroom"), "haven/index.md"),
}
POLISH = "        - {locale: pl, name: Polski}\n"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """The small project, with a third language that has nothing but words, and without what a language has once."""
    root = small_project(tmp_path / "town")
    for locale in ("nl", "en"):
        for name in ("zoeken.md", "over/bronnen.md", "index.md"):
            (root / "docs" / locale / name).unlink()
    text = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(text.replace("      languages:\n", f"      languages:\n{POLISH}"))
    shutil.copy(root / "overrides/words/en.yml", root / "overrides/words/pl.yml")
    return root


def errors(root: Path, paths: list[Path]) -> set[str]:
    found = checks.select(checks.everything(root), root, paths)
    return {finding.rule for finding in found if finding.level == "error"}


@pytest.mark.parametrize("kind", MODELS)
def test_a_new_page_passes_but_for_its_own_words(town: Path, kind: str) -> None:
    if kind == "news":
        new(town, "newsroom", "nl/nieuws/index.md")
    made = [new(town, kind, f"{locale}/{PLACES.get(kind, 'stad/kraan.md')}") for locale in ("nl", "en", "pl")]
    made += (town / "docs/data").glob("*/*.yml")
    assert "examples_are_replaced" in errors(town, made)
    assert errors(town, made) <= LATER


@pytest.mark.parametrize(("kind", "place"), [("article", "los.md"), ("lesson", "2030.md"), ("goal", "x.md")])
def test_a_page_may_stand_alone_and_have_any_name(small: Path, kind: str, place: str) -> None:
    assert errors(small, [new(small, kind, f"nl/{place}"), new(small, "article", "nl/over/los.md")]) <= LATER


def test_a_lesson_has_its_exercises_in_its_own_language_and_in_those_with_lessons(small: Path) -> None:
    questions = []
    for page in ("nl/stad/kraan.md", "en/stad/geld.md", "nl/stad/vis.md"):
        exercises = small / "docs/data/lessons" / Path(page).with_suffix(".yml").name
        new(small, "lesson", page)
        questions.append(list(yaml.safe_load(exercises.read_text())["quiz"][0]["question"]))
    assert questions == [["nl"], ["nl", "en"], ["nl", "en"]]
    assert 'pl: "Where do you buy' in starters.own_list("lesson", ("nl", "pl"))


def test_a_translation_keeps_what_is_the_same_in_every_language(small: Path) -> None:
    first = new(small, "lesson", "nl/stad/kraan.md")
    text = re.sub("minutes: (45|30)", lambda found: f"minutes: {int(found[1]) - 15}", first.read_text())
    first.write_text(text.replace("zoeken", "kijken").replace("# sensitive:\n#   - poverty", "sensitive:\n  - poverty"))
    second = yaml.safe_load(new(small, "lesson", "en/stad/kraan.md").read_text().split("---\n")[1])
    assert [step["id"] for step in second["steps"]] == ["raden", "kijken"]
    assert (second["minutes"], second["sensitive"], second["code"]) == (30, ["poverty"], "kraan2")
    assert "## Kijken {#kijken}" in (small / "docs/en/stad/kraan.md").read_text()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", MODELS)
def test_every_word_of_a_kind_is_explained_and_has_an_example(kind: str, language: str) -> None:
    starter, fields = starters.of(language), MODELS[kind].model_fields
    assert fields.keys() <= starter.words.keys(), f"scripts/starters/{language}.md lacks a word of the kind {kind}"
    assert all(about.startswith("# ") for about, _ in starter.words.values())
    examples: Any = load("".join(typed for _, typed in starter.words.values())).value
    every: dict[str, Any] = {word: examples[word] for word in fields} | {"kind": kind}
    found = FRONT_MATTER.validate_python(every)
    assert found.model_fields_set == set(fields)
    assert "{#{id}}" in starter.step


@pytest.mark.parametrize("kind", MODELS)
def test_every_kind_has_a_template_and_styles(kind: str) -> None:
    assert (ROOT / f"overrides/kinds/{kind}.html").is_file(), f"the kind {kind} needs overrides/kinds/{kind}.html"
    sheets = (ROOT / "overrides/styles/sheets.css").read_text(encoding="utf-8")
    assert f'\n  "{kind}": [' in sheets, f"the kind {kind} needs a row in overrides/styles/sheets.css"


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        ("article", "nl/stad/brug.md", "already there"),
        ("article", "nl/elders/kraan.md", "already there"),
        ("article", "fr/stad/kraan.md", "nl/, en/"),
        ("article", "/etc/kraan.md", "nl/, en/"),
        ("article", "../nl/kraan.md", "nl/, en/"),
        ("article", "", "nl/, en/"),
        ("article", "nl", "nl/, en/"),
        ("article", "nl/../kraan.md", "hyphens"),
        ("article", "nl/stad/de kraan.md", "hyphens"),
        ("article", "nl/stad/kraan", "hyphens"),
        ("article", f"nl/{'a' * 90}.md", "hyphens"),
        ("article", "nl/haven/index.md", "Zet bovenaan: kind: section"),
        ("article", "nl/haven/boot.md", "python -m scripts new section nl/haven/index.md"),
        ("lesson", "nl/haven/groot/boot.md", "python -m scripts new lessons nl/haven/groot/index.md"),
        ("article", "nl/en.md", "een andere naam"),
        ("search", "nl/speuren.md", "Geef een van de twee een andere soort"),
        ("home", "nl/index.md", "already there"),
    ],
)
def test_what_cannot_be_is_said_and_leaves_nothing(
    small: Path, tmp_path: Path, kind: str, name: str, said: str
) -> None:
    (tmp_path / "elders").mkdir()
    (small / "docs/nl/elders").symlink_to(tmp_path / "elders")
    before = sorted(small.glob("docs/**/*"))
    with pytest.raises((Unable, Refused)) as stopped:
        new(small, kind, name)
    wrong = stopped.value
    (finding,) = wrong.findings if isinstance(wrong, Refused) else (None,)
    assert said in (finding.fix.nl if finding else str(wrong))
    assert sorted(small.glob("docs/**/*")) == before
    assert not list((tmp_path / "elders").iterdir())


def test_when_all_goals_have_a_page_that_is_said(small: Path) -> None:
    for number in range(1, 18):
        page = new(small, "goal", f"nl/stad/doel-{number}.md")
    before = sorted(small.glob("docs/**/*"))
    assert "goal: 17\n" in page.read_text()
    with pytest.raises(Unable, match="All 17 goals have a page in language 'nl'"):
        new(small, "goal", "nl/haven/doel.md")
    assert sorted(small.glob("docs/**/*")) == before


def test_a_list_that_cannot_be_read_comes_first(small: Path) -> None:
    (small / "docs/data/sources.yml").write_text("- x")
    with pytest.raises(Refused, match="1 finding"):
        new(small, "article", "nl/haven/kraan.md")
    assert not (small / "docs/nl/haven").exists()


def test_the_command_says_what_it_made(small: Path) -> None:
    for status, said in ((0, "docs/nl/stad/kraan.md"), (1, "is er al. Kies een andere naam.")):
        done = typed(small, "new", "article", "docs/nl/stad/kraan.md")
        assert (done.returncode, done.stderr.count("\n"), said in done.stderr) == (status, 1, True)
