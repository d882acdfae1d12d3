"""What the program says: the same keys in both languages, the same words to fill in, and nothing that nobody says."""

import ast
import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest
from pydantic_core import core_schema

from scripts.content import national, strict_yaml
from scripts.content.data import LISTS, WORDS
from scripts.content.strict_yaml import CAUSES
from scripts.words import FOLDER, LANGUAGES, phrase, sections
from tests.conftest import ROOT

NATIONAL = {path.stem for path in national.FOLDER.iterdir()}
CODE = [path.read_text(encoding="utf-8") for path in (ROOT / "scripts").rglob("*.py")]
SAID = set(re.findall(r"[\"'](\w+\.\w+)[\"']", "".join(CODE)))
ABOUT = {"title", "why"}
# Keys that are put together when they are said.
TOGETHER = {"findings.error", "findings.warning", "findings.hint", "yaml.not_yaml"}
TOGETHER |= {f"yaml.{cause}" for cause in CAUSES} | {f"lists.{name}" for name in LISTS.keys() - NATIONAL}
TOGETHER |= {"weekly.is_stale", "weekly.is_unknown"}
TOGETHER |= {"deploy.kept", "deploy.shown", "deploy.taken_back", "deploy.first_fails"}
DUTCH, ENGLISH = (sections()[language] for language in LANGUAGES)
RULES = sorted(name for name, words in DUTCH.items() if "title" in words)


def blanks(said: object) -> list[set[str]]:
    """Return the words in braces of each sentence of `said`."""
    sentences = said if isinstance(said, list) else [said]
    return [{name for _, name, _, _ in Formatter().parse(str(sentence)) if name} for sentence in sentences]


def test_both_languages_have_the_same_keys_and_the_same_words_to_fill_in() -> None:
    assert {name: list(words) for name, words in DUTCH.items()} == {
        name: list(words) for name, words in ENGLISH.items()
    }
    for name, words in DUTCH.items():
        for key, said in words.items():
            assert blanks(said) == blanks(ENGLISH[name][key]), f"{name}.{key}"
            assert all(ENGLISH[name][key]), f"{name}.{key}"
            assert all(said), f"{name}.{key}"


@pytest.mark.parametrize("rule", RULES)
def test_each_case_of_a_rule_is_said(rule: str) -> None:
    own = ROOT / f"scripts/check/{rule}.py"
    beside = [path.read_text(encoding="utf-8") for path in (own, own.with_suffix(".yml")) if path.exists()]
    texts = beside if own.exists() else CODE
    if rule == "the_site_shows_what_you_wrote":  # there, a case may be the kind of a part
        texts.append((ROOT / "scripts/content/shapes.py").read_text(encoding="utf-8"))
    if (table := own.with_suffix(".yml")).exists():  # a row of it may begin with a case
        texts.append(re.sub(r"- \[(\w+),", r'"\1"', table.read_text(encoding="utf-8")))
    assert own.exists() or re.search(rf'^[A-Z]+ = "{rule}"$', "\n".join(CODE), re.MULTILINE)
    assert DUTCH[rule].keys() >= ABOUT
    said = re.findall(r'"(\w+)"|- \[(\w+)', "\n".join(texts))  # in quotation marks, or first in a row of YAML
    assert DUTCH[rule].keys() - ABOUT - {word for either in said for word in either} == set()


@pytest.mark.parametrize("path", sorted((ROOT / "scripts/check").glob("[a-z]*_*.py")), ids=lambda path: path.stem)
def test_a_rule_has_words_for_what_it_finds(path: Path) -> None:
    words = [f"scripts/words/{one}.yml" for one in LANGUAGES]
    assert path.stem in DUTCH, f"{path.stem} has no section in {' and '.join(words)}: title, why and each of its cases"
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    faults = [one for one in calls if isinstance(one.func, ast.Name) and one.func.id in ("error", "warning", "hint")]
    cases = {one.args[0].value for one in faults if isinstance(one.args[0], ast.Constant)}
    assert cases <= DUTCH[path.stem].keys(), f"a case of {path.stem} has no words in {' and '.join(words)}"


def test_every_other_sentence_is_said() -> None:
    keys = {f"{name}.{key}" for name in DUTCH.keys() - set(RULES) for key in DUTCH[name]}
    kinds = {f"schema.{kind}" for kind in get_args(core_schema.ErrorType)} | {"schema.other", "schema.no_right_answer"}
    kinds |= {f"schema.{kind}" for kind in (*WORDS["whole"].values(), "empty", "hiding", "dutch", "texts")}
    kinds |= {f"schema.{kind}" for kind in ("recurrence", "leap_day", "no_such_day", "not_every_year", "icon", "river")}
    kinds |= {f"schema.{kind}" for kind in re.findall(r'(?:_error|shaped)\("(\w+)"', "".join(CODE))}
    assert keys <= SAID | TOGETHER | kinds | {"schema.union_tag_not_found", "schema.union_tag_invalid"}
    assert set(re.findall(r"\b(?:phrase|pair)\(\s*[\"'](\w+\.\w+)[\"']", "".join(CODE))) | TOGETHER <= keys


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_hides_another(language: str) -> None:
    strict_yaml.load((FOLDER / f"{language}.yml").read_text(encoding="utf-8"))  # refuses a key that is there twice


def test_words_are_filled_in_by_language() -> None:
    failures = phrase("deploy.silent", address="https://x/", problem="?")
    said = phrase("deploy.bucket_fails", failures=failures, target="s3://x")
    assert "antwoordt niet" in said.nl
    assert "does not answer" in said.en
