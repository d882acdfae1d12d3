"""The moment that a build knows: that of the commit, or one that is given, and no other."""

import subprocess
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from scripts import commit
from scripts.report import Unable
from tests.conftest import ROOT


def test_in_git_it_is_that_of_the_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(commit.EPOCH, "0")
    command = ["git", "log", "-1", "--format=%H %ct"]
    name, seconds = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    found = commit.of(ROOT)
    assert (found.name, found.moment.timestamp()) == (name, int(seconds))


def test_outside_git_it_is_what_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(commit.EPOCH, "86400")
    assert commit.of(tmp_path) == ("unknown", datetime(1970, 1, 2, tzinfo=UTC))


def test_else_it_is_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(commit.EPOCH, raising=False)
    before = datetime.now(UTC)
    assert before <= commit.of(tmp_path).moment <= datetime.now(UTC)


@pytest.mark.parametrize("said", ["", "zes", "12x", "9" * 30])
def test_nonsense_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv(commit.EPOCH, said)
    with pytest.raises(Unable) as found:
        commit.of(tmp_path)
    assert repr(said) in found.value.sentence.nl


def test_one_day_in_one_time_zone_has_one_end() -> None:
    morning = datetime(2026, 11, 24, 1, tzinfo=UTC)
    evening = datetime(2026, 11, 24, 23, 59, tzinfo=UTC)
    far = datetime(2026, 11, 24, 9, tzinfo=timezone(timedelta(hours=9)))
    ends = {commit.Commit("", moment).expires for moment in (morning, evening, far)}
    assert ends == {datetime(2027, 5, 23, tzinfo=UTC)}
