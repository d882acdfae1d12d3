"""A new page: it passes as it is but for its own words; nothing is written over or outside `docs/`."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from scripts import check as checks
from scripts.check.examples_are_replaced import STARTERS
from scripts.content.data import EXAMPLES
from scripts.content.schema.front_matter import FRONT_MATTER
from scripts.new import KINDS, new
from scripts.report import Unable


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_new_page_passes_but_for_its_example_and_its_word_in_english(small: Path, kind: str, language: str) -> None:
    path = new(small, kind, f"{language}/stad/kraan.md")
    found = checks.select(checks.everything(small), small, [path])
    assert {finding.rule for finding in found if finding.level == "error"} <= {
        "slugs_are_translated",
        "examples_are_replaced",
    }
    assert "examples_are_replaced" in {finding.rule for finding in found}


@pytest.mark.parametrize("path", sorted(STARTERS.glob("*/*.md")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_line_of_a_starter_is_explained_and_none_is_forgotten(path: Path) -> None:
    head = path.read_text(encoding="utf-8").split("---\n")[1]
    assert re.search(r"\n(?!#)[^\n]*\n(?![#\s])[^\n]+: ", f"\n{head}") is None, "a line without a comment"
    every = yaml.safe_load(re.sub(r"^# (\w+:( .*)?|  - .*)$", r"\1", head, flags=re.MULTILINE))
    every |= {"title": "Kraan", "code": "kraan"} if path.stem == "lesson" else {"title": "Kraan"}
    found = FRONT_MATTER.validate_python(every)
    assert found.model_fields_set == set(type(found).model_fields)


def test_what_one_could_type_is_what_the_models_take() -> None:
    for name, line in EXAMPLES.items():
        assert yaml.safe_load(line).keys() == {name}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nl/stad/brug.md", "is er al"),
        ("nl/elders/kraan.md", "is er al"),
        ("fr/stad/kraan.md", "nl/, en/"),
        ("/etc/kraan.md", "nl/, en/"),
        ("../nl/kraan.md", "nl/, en/"),
        ("nl/../kraan.md", "streepjes"),
        ("nl/stad/de kraan.md", "streepjes"),
        ("nl/stad/kraan", "streepjes"),
        (f"nl/{'a' * 90}.md", "streepjes"),
        ("nl/haven/index.md", "index.md"),
    ],
)
def test_what_cannot_be_is_one_sentence(small: Path, tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "elders").mkdir()
    (small / "docs/nl/elders").symlink_to(tmp_path / "elders")
    before = sorted(small.glob("docs/**/*"))
    with pytest.raises(Unable) as unable:
        new(small, "article", name)
    assert said in unable.value.sentence.nl
    assert sorted(small.glob("docs/**/*")) == before
    assert not list((tmp_path / "elders").iterdir())


def test_the_command_says_what_it_made(small: Path) -> None:
    command = [sys.executable, "-m", "scripts", "new", "article", "docs/nl/stad/kraan.md"]
    for status, said in ((0, "docs/nl/stad/kraan.md"), (1, "is er al. Kies een andere naam.")):
        done = subprocess.run(command, cwd=small, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr.count("\n"), said in done.stderr) == (status, 1, True)
