"""The weekly report: links that are gone, translations that fell behind, a date that comes near; silence otherwise."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from scripts import weekly
from scripts.content import translations
from scripts.git import DAYS
from scripts.report import Unable
from tests.proposals import git
from tests.visiting import answering

STATUSES = [200, 301, 400, 403, 404, 410, 429, 503]
MADE = datetime(2026, 11, 24, 12, tzinfo=UTC)
SOURCE = '{}:\n  title: "x"\n  publisher: "x"\n  url: "http://127.0.0.1:9/gone~a1/"\n  language: nl\n'


@pytest.fixture
def links_only(small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project without the links that it has."""
    monkeypatch.setattr(weekly, "LYCHEE", [*weekly.LYCHEE, "--exclude=^https:"])
    return small


def test_only_pages_that_are_gone_are_reported_each_once(links_only: Path) -> None:
    page = links_only / "docs/nl/stad/brug.md"
    text = page.read_text(encoding="utf-8")
    with (links_only / "docs/data/sources.yml").open("a", encoding="utf-8") as sources:
        sources.write(SOURCE.format("a") + SOURCE.format("b"))
    with answering(lambda path: (int(path[1:]), {"Location": "/200"}, b"")) as elsewhere:
        page.write_text(text + "".join(f"\n[x]({elsewhere}/{status})\n" for status in STATUSES), encoding="utf-8")
        found = weekly.dead_links(links_only)
        report = weekly.report(links_only)
    *answers, gone = found  # by address, and 9 is the last of ports
    assert gone.startswith("`http://127.0.0.1:9/gone~a1/` (")
    assert gone.count("`docs/data/sources.yml:") == 2
    line = text.count("\n") + 2
    assert [answer.partition(" (")[0] for answer in answers] == [
        f"`{elsewhere}/{status}`" for status in (400, 404, 410)
    ]
    assert all(f"- {line}\n" in report for line in answers)
    assert answers[1].endswith(f": `docs/nl/stad/brug.md:{line + 2 * STATUSES.index(404)}`")
    assert weekly.dead_links(links_only, offline=True) == []


def test_a_translation_that_fell_behind_is_reported_in_either_language(links_only: Path) -> None:
    before = weekly.report(links_only, offline=True)
    page = links_only / "docs/nl/stad/brug.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nEr staat nu meer.\n", encoding="utf-8")
    assert "- `docs/en/stad/brug.md` de tekst is veranderd" in weekly.report(links_only, "nl", offline=True)
    assert "- `docs/en/stad/brug.md` the text has changed" in weekly.report(links_only, "en", offline=True)
    assert "docs/en/stad/brug.md" not in before


@pytest.mark.parametrize(("age", "said"), [(0, False), (DAYS - 61, False), (DAYS - 59, True), (DAYS + 9, True)])
def test_the_date_of_security_txt_is_reported_in_time(small: Path, age: int, said: bool) -> None:
    git(small, "init", "-q")
    git(small, "commit", "-q", "--allow-empty", "-m", "x", GIT_COMMITTER_DATE=MADE.isoformat())
    text = weekly.report(small, offline=True, now=MADE + timedelta(days=age))
    assert ("security.txt" in text) is said
    assert ("2027-05-23" in text) is said


def test_without_trouble_there_is_nothing_to_say(links_only: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translations, "states", lambda _: [])
    assert weekly.report(links_only, offline=True) == ""


def test_words_from_a_page_are_only_words() -> None:
    assert weekly._code("https://x.example/`@all`<b>\nb") == "`https://x.example/ @all <b> b`"


def test_without_lychee_or_when_it_fails_one_sentence_says_so(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weekly, "LYCHEE", ["--no-such-option"])
    with pytest.raises(Unable, match="no-such-option"):
        weekly.report(small, offline=True)
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(Unable, match="make clean weekly"):
        weekly.report(small, offline=True)
