"""Every rule on small real pages: what it refuses, where, and that it is content with good pages.

`tests/pages/<rule>/expected.yml` says for each case what must be found and in which words: in the `text` of a page (the
market, when none is named) or a list, or in the files of the folder with the name of the case. What can be mended has
the line as it becomes, nothing else has. The folder `good` must pass, hints and all. Texts in `texts.yml` are by the
case that the rule finds in them, some with a word of what it says; those that pass are there too.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts import check as checks
from scripts.check import CONTENT_RULES, FILE_RULES, PAGE_RULES, Rule, mending
from scripts.content import read
from scripts.content import settings as project
from scripts.content.settings import Contact, Settings
from scripts.report import Finding
from tests.check.test_contributions import HEAD
from tests.conftest import BRIDGE, ROOT, small_project

PAGES = ROOT / "tests/pages"
EXPECTED, TEXTS = (
    {file.parent.name: yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(PAGES.glob(f"*/{name}.yml"))}
    for name in ("expected", "texts")
)
# Rules with a test file of their own: their subject is not in docs/, or cannot be a file in this repository.
ELSEWHERE = {"pictures_are_clean", "words_are_complete"}
MARKET = "docs/nl/stad/markt.md"
CONTACT = Contact("Gemeente Proef", "030 607 19 11", "info@stadsbrug.nl")
Lay = Callable[[str, str], Settings]


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of the small site, read once: reading them takes longer than all rules on it."""
    return project.of(small_project(tmp_path_factory.mktemp("rules")))


@pytest.fixture
def laid(tmp_path: Path, settings: Settings) -> Lay:
    """Lay the pages of a case over a small site of its own."""

    def over(rule: str, case: str) -> Settings:
        wanted = EXPECTED.get(rule, {}).get(case, {})
        shutil.copytree(BRIDGE / "docs", tmp_path / "docs")
        folder = PAGES / rule / ("good" if "text" in wanted else case)
        if folder.exists():
            shutil.copytree(folder, tmp_path / "docs", dirs_exist_ok=True)
        if "text" in wanted:
            path = wanted.get("path", MARKET)
            page = next(root / path for root in (BRIDGE, tmp_path) if (root / path).exists())
            front, end, _ = page.read_text(encoding="utf-8").partition("\n---\n")
            head = f"{front}{end}\n" if page.suffix == ".md" else ""
            (tmp_path / path).write_text(f"{head}{wanted['text']}\n", encoding="utf-8")
        (tmp_path / "overrides").symlink_to(settings.overrides)
        return replace(settings, root=tmp_path, docs=tmp_path / "docs", overrides=tmp_path / "overrides")

    return over


def name(rule: Rule) -> str:
    return rule.__module__.rsplit(".", 1)[-1]


def work(settings: Settings, rule: str) -> Iterator[tuple[Any, ...]]:
    """Yield each function of `rule`, with what it looks at."""
    content = read(settings)[0]
    works: list[tuple[tuple[Rule, ...], tuple[object, ...]]] = [(FILE_RULES, (settings,)), (CONTENT_RULES, (content,))]
    works += [(PAGE_RULES, (page, content)) for page in content.pages]
    yield from ((check, *about) for rules, about in works for check in rules if name(check) == rule)


@pytest.mark.parametrize(("rule", "case"), [(rule, case) for rule, cases in EXPECTED.items() for case in cases])
def test_rule_finds(laid: Lay, rule: str, case: str) -> None:
    wanted, settings = EXPECTED[rule][case], laid(rule, case)
    said = [one for one in read(settings)[1] if one.rule == rule]
    said += [one for check, *about in work(settings, rule) for one in checks.said(check, *about)]
    place = (wanted.get("path", MARKET), wanted["level"])
    there = [one for one in dict.fromkeys(said) if (str(one.path), one.level) == place]
    assert len(there) == 1, f"{rule} should find one thing in {case}, at {place}, and found {said}"
    found = there[0]
    assert (found.line, found.column) == (wanted["line"], wanted.get("column", found.column))
    assert wanted["message"] in found.message.nl
    assert wanted["fix"] in found.fix.nl
    assert found.message.en
    assert found.why.nl
    assert bool(found.mend) == ("mended" in wanted)
    if found.mend:
        mending.mend(settings.root, [found])
        assert (settings.root / found.path).read_text(encoding="utf-8").splitlines()[found.line - 1] == wanted["mended"]


@pytest.mark.parametrize("rule", TEXTS)
def test_rule_judges_each_text(laid: Lay, rule: str) -> None:
    settings = replace(laid(rule, "good"), contact=CONTACT)
    texts = [(text, case) for case, some in TEXTS[rule].items() for text in some]
    for number, (text, _) in enumerate(texts):
        with (settings.docs / f"nl/stad/{number}.md").open("w", encoding="utf-8", newline="") as page:
            page.write(HEAD.format(name=number) + text)
    found: dict[str, set[str]] = {str(number): set() for number in range(len(texts))}
    for check, *about in work(settings, rule):
        for fault, said in zip(check(*about), checks.said(check, *about), strict=True):
            text, case = texts[int(fault.path.stem)]
            found[fault.path.stem].add(fault.case)
            assert isinstance(TEXTS[rule][case], list) or TEXTS[rule][case][text] in said.message.nl
    wanted = [(text, set() if case == "passes" else {case}) for text, case in texts]
    assert [(text, found[str(number)]) for number, (text, _) in enumerate(texts)] == wanted


@pytest.mark.parametrize("rule", sorted(path.parent.name for path in PAGES.glob("*/good")))
def test_rule_is_content_with_good_pages(laid: Lay, rule: str) -> None:
    found = checks.run(laid(rule, "good"))[1]
    assert [one for one in found if one.rule == rule or one.level != "hint"] == []


def test_the_small_site_is_good(findings: Callable[[], list[Finding]]) -> None:
    assert [found for found in findings() if found.level != "hint"] == []


def test_every_rule_is_named_and_tried() -> None:
    named = {name(rule) for rules in (FILE_RULES, CONTENT_RULES, PAGE_RULES) for rule in rules}
    assert named | ELSEWHERE == EXPECTED.keys() | ELSEWHERE
    fine = {rule for rule in EXPECTED if (PAGES / rule / "good").is_dir() or "passes" in TEXTS.get(rule, {})}
    assert EXPECTED.keys() - fine == {"languages_have_their_pages"}
