"""Finding and installing an nginx."""

from pathlib import Path

import pytest

from tests import nginx


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A computer without nginx: an empty folder is all it looks in."""
    monkeypatch.delenv("NGINX", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(nginx, "PLACES", "")
    return tmp_path


def program(path: Path) -> str:
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return str(path)


def test_one_that_is_installed_is_used_and_the_variable_goes_first(
    nowhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = program(nowhere / "nginx")
    assert nginx.find() == found
    own = program(nowhere / "my-own")
    monkeypatch.setenv("NGINX", own)
    assert nginx.find() == own
