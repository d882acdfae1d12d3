"""The moment that a build knows: that of the commit, or outside git the one that is given, or now."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scripts import git
from scripts.today import EPOCH
from tests.conftest import ROOT


def test_it_is_that_of_the_commit_or_what_is_given_or_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EPOCH, "86400")
    command = ["git", "log", "-1", "--format=%H %ct"]
    name, seconds = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert git.commit(ROOT) == (name, datetime.fromtimestamp(int(seconds), UTC))
    assert git.commit(tmp_path) == ("unknown", datetime(1970, 1, 2, tzinfo=UTC))
    monkeypatch.delenv(EPOCH)
    before = datetime.now(UTC)
    assert before <= git.commit(tmp_path).moment <= datetime.now(UTC)
