"""Every rule on small real pages: what it refuses, where, and that it is content with good pages.

`tests/pages/<rule>/` holds folders that are laid over the small site, and `expected.yml`: for each bad one what must be
found and in which words. The folder `good` must pass, hints and all.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts import check as checks
from scripts.check import CONTENT_RULES, FILE_RULES, PAGE_RULES
from scripts.content import read
from scripts.content import settings as project
from scripts.content.settings import Settings
from scripts.report import Finding
from tests.conftest import ROOT

PAGES = ROOT / "tests/pages"
EXPECTED: dict[str, dict[str, Any]] = {
    file.parent.name: yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(PAGES.glob("*/expected.yml"))
}
GROUPS: tuple[tuple[Any, ...], ...] = (FILE_RULES, CONTENT_RULES, PAGE_RULES)
# Rules with a test file of their own: their subject is not in docs/, or cannot be a file in this repository.
ELSEWHERE = {
    "pictures_are_clean",
    "words_are_complete",
}


@pytest.fixture(scope="module")
def settings() -> Settings:
    """The real settings, read once: reading them takes longer than all rules on a small site."""
    return project.of(ROOT)


@pytest.fixture
def laid(tmp_path: Path, settings: Settings) -> Callable[[str, str], Settings]:
    """Lay a folder of pages over a small site of its own."""

    def over(rule: str, case: str) -> Settings:
        for folder in (ROOT / "tests/small/docs", PAGES / rule / case):
            shutil.copytree(folder, tmp_path / "docs", dirs_exist_ok=True)
        (tmp_path / "overrides").symlink_to(ROOT / "overrides")
        return replace(settings, root=tmp_path, docs=tmp_path / "docs", overrides=tmp_path / "overrides")

    return over


def name(rule: Callable[..., Any]) -> str:
    return rule.__module__.rsplit(".", 1)[-1]


def said(settings: Settings, rule: str) -> Iterator[Finding]:
    """Yield what `rule` alone says of the site."""
    content, findings = read(settings)
    yield from (one for one in findings if one.rule == rule)
    works: list[tuple[tuple[Any, ...], tuple[Any, ...]]] = [
        (FILE_RULES, (settings,)),
        (CONTENT_RULES, (content,)),
        *((PAGE_RULES, (page, content)) for page in content.pages),
    ]
    for rules, about in works:
        for check in rules:
            if name(check) == rule:
                yield from check(*about)


@pytest.mark.parametrize(("rule", "case"), [(rule, case) for rule, cases in EXPECTED.items() for case in cases])
def test_rule_finds(laid: Callable[[str, str], Settings], rule: str, case: str) -> None:
    wanted = EXPECTED[rule][case]
    place = (wanted["path"], wanted["level"])
    found = [one for one in dict.fromkeys(said(laid(rule, case), rule)) if (str(one.path), one.level) == place]
    assert [one.line for one in found] == [wanted["line"]]
    assert wanted["message"] in found[0].message.nl
    assert wanted["fix"] in found[0].fix.nl
    assert found[0].message.en
    assert found[0].why.nl


@pytest.mark.parametrize("rule", sorted(path.parent.name for path in PAGES.glob("*/good")))
def test_rule_is_content_with_good_pages(laid: Callable[[str, str], Settings], rule: str) -> None:
    found = checks.run(laid(rule, "good"))[1]
    assert [one for one in found if one.rule == rule or one.level != "hint"] == []


def test_the_small_site_is_good(findings: Callable[[], list[Finding]]) -> None:
    assert [found for found in findings() if found.level != "hint"] == []


def test_every_rule_is_named_and_tried() -> None:
    named = {name(rule) for rules in GROUPS for rule in rules}
    assert named | ELSEWHERE == EXPECTED.keys() | ELSEWHERE
    assert all((PAGES / rule / "good").is_dir() or rule == "languages_have_their_pages" for rule in EXPECTED)
