"""The moment that a build knows: that of the commit, or one that is given, and no other."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scripts import git
from scripts.report import Unable
from tests.conftest import ROOT


def test_it_is_that_of_the_commit_or_what_is_given_or_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(git.EPOCH, "86400")
    command = ["git", "log", "-1", "--format=%H %ct"]
    name, seconds = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert git.commit(ROOT) == (name, datetime.fromtimestamp(int(seconds), UTC))
    assert git.commit(tmp_path) == ("unknown", datetime(1970, 1, 2, tzinfo=UTC))
    monkeypatch.delenv(git.EPOCH)
    before = datetime.now(UTC)
    assert before <= git.commit(tmp_path).moment <= datetime.now(UTC)


@pytest.mark.parametrize("said", ["", "zes", "12x", "9" * 30])
def test_nonsense_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv(git.EPOCH, said)
    with pytest.raises(Unable) as found:
        git.commit(tmp_path)
    assert repr(said) in found.value.sentence.nl
