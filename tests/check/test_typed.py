"""What people type, as `typed.yml` has it: each thing is found and named, and to do what is said ends the matter."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts import check as checks
from scripts.check import PAGE_RULES, links_lead_somewhere
from scripts.check.rule import Fault
from scripts.content import Content, read
from scripts.content import settings as project
from scripts.content.data import text_of
from scripts.report import Refused
from scripts.words import pair
from tests.conftest import ROOT, small_project

TYPED: dict[str, Any] = yaml.safe_load((ROOT / "tests/check/typed.yml").read_text(encoding="utf-8"))
# Of other things than the marks of a text.
OTHERS = {"links_go_where_they_say", "articles_cite_a_source", "personal_data_stays_private"}
Find = Callable[[str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def find(tmp_path_factory: pytest.TempPathFactory) -> Find:
    """Return what the rules say of a text: rule and case, and the advice."""
    content: Content = read(project.of(small_project(tmp_path_factory.mktemp("town"))))[0]
    page = content.page("nl", "stad/markt.md")
    assert page

    def faults(text: str) -> Iterator[tuple[str, Fault]]:
        about = replace(page, body=f"\n{text}\n")
        for rule in PAGE_RULES:
            yield from ((rule.__module__.rpartition(".")[2], fault) for fault in rule(about, content))
        pages = tuple(about if one is page else one for one in content.pages)
        for fault in links_lead_somewhere.check_content(replace(content, pages=pages)):
            yield "links_lead_somewhere", fault

    def found(text: str) -> list[tuple[str, str]]:
        about = [(rule, one) for rule, one in faults(text) if one.level != "hint" and rule not in OTHERS]
        return [(f"{rule}.{one.case}", pair(f"{rule}.{one.case}", **one.about)[1].nl) for rule, one in about]

    return found


@pytest.mark.parametrize("row", TYPED["boxes"], ids=lambda row: row[0][:40])
def test_a_line_becomes_a_box_or_is_named(find: Find, row: list[str]) -> None:
    line, case, *better = row
    found = find(f"{line}\n\n    Tekst.")
    if case == "none":
        assert found == []
    else:
        assert [name for name, _ in found] == [f"boxes_hold_their_text.{case}"]
        assert f": {better[0]}" in found[0][1]
        assert find(f"{better[0]}\n\n    Tekst.") == []


@pytest.mark.parametrize("row", TYPED["texts"], ids=lambda row: row[0][:40])
def test_a_text_says_what_was_meant_or_is_named(find: Find, row: list[Any]) -> None:
    text, cases, *advice = row
    found = find(text)
    assert [name for name, _ in found] == cases
    if advice:
        assert advice[0] in found[0][1]
    if advice[1:]:
        assert find(advice[1]) == []


@pytest.mark.parametrize("name", ["nl/stad/markt.md", "data/sources.yml"])
@pytest.mark.parametrize("row", ["<<<<<<< patch-1", "<<<<<<<", "||||||| 1a2b3c", ">>>>>>> main"])
def test_two_versions_are_named_once_and_nothing_else_is_said(small: Path, name: str, row: str) -> None:
    path = small / "docs" / name
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([lines[0], row, *lines[1:], "======="]), encoding="utf-8")
    found = checks.everything(small)
    assert [(one.rule, one.line) for one in found if str(one.path) == f"docs/{name}"] == [("texts_have_one_version", 2)]


def test_a_row_of_signs_is_no_second_version(small: Path) -> None:
    path = small / "docs/nl/stad/markt.md"
    path.write_text("Kop\n=======\n", encoding="utf-8")
    assert "=======" in text_of(path, path, "x")
    path.write_text("<<<<<<< x\n", encoding="utf-8")
    with pytest.raises(Refused):
        text_of(path, path, "x")


def test_a_lesson_that_cannot_be_read_is_one_finding(small: Path) -> None:
    shutil.copytree(ROOT / "tests/pages/lessons_are_complete/good", small / "docs", dirs_exist_ok=True)
    path = small / "docs/nl/stad/fruit.md"
    path.write_text(path.read_text(encoding="utf-8").replace("minutes: 45", "minutes: 45 min"), encoding="utf-8")
    assert [one.rule for one in checks.everything(small) if one.level == "error"] == ["front_matter_is_valid"]


@pytest.mark.parametrize(("name", "said"), [("Markt.md", []), ("de markt.md", ["stad/de-markt.md"])])
def test_a_link_to_a_file_that_needs_another_name_gets_that_name(small: Path, name: str, said: list[str]) -> None:
    (small / "docs/nl/stad/markt.md").rename(small / "docs/nl/stad" / name)
    found = [one for one in checks.everything(small) if one.rule == "links_lead_somewhere"]
    assert [one.fix.en.rpartition(": ")[2] for one in found] == said


@pytest.mark.parametrize("name", TYPED["folds"])
def test_no_answer_of_a_lesson_stands_open(small: Path, name: str) -> None:
    shutil.copytree(ROOT / "tests/pages/lessons_are_complete/good", small / "docs", dirs_exist_ok=True)
    path = small / "docs/nl/stad/fruit.md"
    first, fold, rest = path.read_text(encoding="utf-8").partition("??? teacher\n\n    Geef iedereen de tijd.\n")
    assert fold
    path.write_text(f"{first}{TYPED['folds'][name]}{rest}", encoding="utf-8")
    found = [one for one in checks.everything(small) if one.path.name == "fruit.md" and one.level == "error"]
    rules = {one.rule for one in found} - {"slugs_are_translated"}
    assert ("lessons_are_complete" in rules) == bool(rules) == (name != "whole")
