"""Every rule on small real pages: what it refuses, where, and that it is content with good pages.

`tests/pages/<rule>/` holds folders that are laid over the small site, and `expected.yml`: for each bad one what must be
found and in which words. The folder `good` must pass, hints and all.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.checks import ARTICLE_RULES, CONTENT_RULES, FILE_RULES, FIRST, OUTLINE_RULES
from scripts.report import Finding
from tests.conftest import ROOT

PAGES = ROOT / "tests/pages"
EXPECTED: dict[str, dict[str, Any]] = {
    file.parent.name: yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(PAGES.glob("*/expected.yml"))
}
GROUPS = (FILE_RULES, FIRST, CONTENT_RULES, ARTICLE_RULES, OUTLINE_RULES)
RULES = [rule for rules in GROUPS for rule in rules]
# Rules with a test file of their own: their subject is not in docs/, or cannot be a file in this repository.
ELSEWHERE = {
    "pictures_are_clean",
    "text_is_light",
    "words_are_complete",
}


@pytest.mark.parametrize(("rule", "case"), [(rule, case) for rule, cases in EXPECTED.items() for case in cases])
def test_rule_finds(small: Path, findings: Callable[[], list[Finding]], rule: str, case: str) -> None:
    shutil.copytree(PAGES / rule / case, small / "docs", dirs_exist_ok=True)
    wanted = EXPECTED[rule][case]
    place = (rule, wanted["path"], wanted["level"])
    (found,) = (found for found in findings() if (found.rule, str(found.path), found.level) == place)
    assert found.line == wanted["line"]
    assert wanted["message"] in found.message.nl
    assert wanted["fix"] in found.fix.nl
    assert found.message.en
    assert found.why.nl


@pytest.mark.parametrize("rule", sorted(path.parent.name for path in PAGES.glob("*/good")))
def test_rule_is_content_with_good_pages(small: Path, findings: Callable[[], list[Finding]], rule: str) -> None:
    shutil.copytree(PAGES / rule / "good", small / "docs", dirs_exist_ok=True)
    assert [found for found in findings() if found.rule == rule or found.level != "hint"] == []


def test_the_small_site_is_good(findings: Callable[[], list[Finding]]) -> None:
    assert [found for found in findings() if found.level != "hint"] == []


def test_every_rule_is_named_and_tried() -> None:
    named = {rule.__module__.rsplit(".", 1)[-1] for rule in RULES}
    assert named | ELSEWHERE == EXPECTED.keys() | ELSEWHERE
    assert all((PAGES / rule / "good").is_dir() or rule == "languages_have_their_pages" for rule in EXPECTED)
