"""A new page: every kind, in both languages, passes as it is; nothing is written over or outside `docs/`."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from scripts import checks
from scripts.checks.languages_have_their_pages import NEEDED
from scripts.new import new, starter
from scripts.report import Language, Unable
from scripts.schema.fields import WORDS, example, fields, kinds, says
from scripts.schema.front_matter import FRONT_MATTER

LANGUAGES: tuple[Language, ...] = ("nl", "en")
each = pytest.mark.parametrize(("kind", "language"), [(kind, language) for kind in kinds() for language in LANGUAGES])


def front_matter(page: str) -> str:
    return page.split("---\n")[1]


@each
def test_every_line_has_a_comment_and_an_example(kind: str, language: Language) -> None:
    head = front_matter(starter(kind, language, {}))
    for name, field in fields(kind).items():
        assert re.search(rf"^# {re.escape(says(name, field, language))}\n(# )?{name}:", head, re.MULTILINE), name
        assert says(name, field, "nl") != says(name, field, "en")


@each
def test_a_page_of_examples_is_one_that_the_reader_accepts(kind: str, language: Language) -> None:
    head = front_matter(starter(kind, language, {}))
    assert FRONT_MATTER.validate_python(yaml.safe_load(head)).kind == kind
    every = re.sub(r"^# (\w+:( .*)?|  - .*)$", r"\1", head.replace("\n# Wat hieronder", "\n## Wat"), flags=re.MULTILINE)
    found = FRONT_MATTER.validate_python(yaml.safe_load(every))
    assert found.model_fields_set == set(fields(kind))


def test_limits_come_from_the_models() -> None:
    assert "2 tot 70 tekens" in says("title", fields("article")["title"], "nl")
    assert "hoogstens 4" in says("related", fields("article")["related"], "nl")
    assert "header, footer" in says("menu", fields("section")["menu"], "nl")


def test_every_word_of_every_kind_is_explained_and_no_other() -> None:
    used = {name for kind in kinds() for name in fields(kind)}
    assert yaml.safe_load(WORDS.read_text(encoding="utf-8")).keys() == used
    assert all(example(name, language) is not None for name in used for language in LANGUAGES)


@pytest.fixture
def roomy(small: Path) -> Path:
    """The small site without its goals' pages, search pages and so on: with room for a page of every kind."""
    for path in [*small.glob("docs/*/zoeken.md"), *small.glob("docs/*/over/bronnen.md")]:
        path.unlink()
    goals = small / "docs/data/goals.yml"
    goals.write_text("- {number: 6, colour: '#26BDE2', text: black}\n")
    return small


def place(kind: str, locale: str) -> str:
    return f"{locale}/haven/index.md" if kind == "section" else f"{locale}/stad/kraan.md"


@each
def test_a_new_page_passes_but_for_its_word_in_english_and_a_source(roomy: Path, kind: str, language: Language) -> None:
    if kind == "home":
        (roomy / f"docs/{language}/index.md").unlink()
    name = f"{language}/index.md" if kind == "home" else place(kind, language)
    path = new(roomy, kind, name)
    found = checks.select(checks.everything(roomy), roomy, [path])
    assert {finding.rule for finding in found if finding.level == "error"} <= {"slugs_are_translated"}
    if language == "nl":
        assert {finding.rule for finding in found if finding.level == "warning"} <= {"articles_cite_a_source"}


def test_a_title_that_is_taken_gets_the_name_of_its_folder(small: Path) -> None:
    new(small, "article", "nl/stad/tijdlijn.md")
    new(small, "article", "docs/nl/stad/a.md")
    assert 'title: "Tijdlijn (stad)"' in (small / "docs/nl/stad/tijdlijn.md").read_text()
    assert 'title: "A (stad)"' in (small / "docs/nl/stad/a.md").read_text()


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        ("artikel", "nl/stad/kraan.md", "article"),
        ("article", "nl/stad/brug.md", "is er al"),
        ("article", "fr/stad/kraan.md", "nl/, en/"),
        ("article", "data/kraan.md", "nl/, en/"),
        ("article", "kraan.md", "nl/, en/"),
        ("article", "/etc/kraan.md", "nl/, en/"),
        ("article", "../nl/kraan.md", "nl/, en/"),
        ("article", "nl/../kraan.md", "streepjes"),
        ("article", "nl/Kraan.md", "streepjes"),
        ("article", "nl/stad/de kraan.md", "streepjes"),
        ("article", "nl/stad/kraan", "streepjes"),
        ("article", "nl/.md", "streepjes"),
        ("article", "nl/kraan.md\n", "streepjes"),
        ("article", f"nl/{'a' * 90}.md", "streepjes"),
        ("article", "nl/haven/index.md", "index.md"),
        ("section", "nl/haven.md", "index.md"),
        ("home", "nl/haven/index.md", "index.md"),
        ("search", "nl/zoek.md", "docs/nl/zoeken.md"),
        ("goal", "nl/doel.md", "Elk doel"),
        ("article", "nl/elders/kraan.md", "niet te schrijven"),
    ],
)
def test_what_cannot_be_is_one_sentence(small: Path, tmp_path: Path, kind: str, name: str, said: str) -> None:
    (tmp_path / "elders").mkdir()
    (small / "docs/nl/elders").symlink_to(tmp_path / "elders")
    before = sorted(small.glob("docs/**/*"))
    with pytest.raises(Unable) as unable:
        new(small, kind, name)
    assert said in unable.value.sentence.nl
    assert sorted(small.glob("docs/**/*")) == before
    assert not list((tmp_path / "elders").iterdir())


def test_kinds_of_which_there_is_one_are_kinds() -> None:
    assert set(NEEDED) <= kinds().keys()


def test_the_command_says_what_it_made(small: Path) -> None:
    command = [sys.executable, "-m", "scripts", "new", "article", "nl/stad/kraan.md"]
    done = subprocess.run(command, cwd=small, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (0, 1)
    assert "docs/nl/stad/kraan.md" in done.stderr
    again = subprocess.run(command, cwd=small, capture_output=True, text=True, check=False)
    assert (again.returncode, again.stderr) == (1, "docs/nl/stad/kraan.md is er al. Kies een andere naam.\n")
