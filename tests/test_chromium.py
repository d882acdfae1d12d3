"""Finding and installing a Chromium."""

from pathlib import Path

import pytest

from tests import chromium


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A computer without any browser: an empty folder is all it looks in."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(chromium, "APP", tmp_path / "absent")
    return tmp_path


def program(path: Path) -> str:
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return str(path)


def test_one_that_is_installed_is_used_and_the_variable_goes_first(
    nowhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = program(nowhere / "chromium-browser")
    assert chromium.find() == found
    own = program(nowhere / "my-own")
    monkeypatch.setenv("CHROMIUM", own)
    assert chromium.find() == own
