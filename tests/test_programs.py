"""Finding what the tests need, and installing it: only where we may, and else one sentence."""

import os
import subprocess
from pathlib import Path

import pytest

from tests import programs


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A computer without any program but apt-get: an empty folder is all it looks in."""
    for name in programs.PROGRAMS:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(programs, "PLACES", "")
    program(tmp_path / "apt-get")
    return tmp_path


def program(path: Path) -> str:
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return str(path)


def test_one_that_is_here_is_used_and_the_variable_goes_first(nowhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = program(nowhere / "chromium-browser")
    assert programs.need("chromium") == found
    own = program(nowhere / "my-own")
    monkeypatch.setenv("CHROMIUM", own)
    assert programs.need("chromium") == own


@pytest.mark.parametrize("name", programs.PROGRAMS)
@pytest.mark.parametrize("user", [0, 1000])
def test_only_root_installs(nowhere: Path, monkeypatch: pytest.MonkeyPatch, name: str, user: int) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(subprocess, "run", lambda command, **_: commands.append(command))
    with pytest.raises(SystemExit, match=f"{name}: install it"):
        programs.install(name)
    assert [command[2] for command in commands] == (["update", "install"] if user == 0 else [])
    assert user or set(programs.PROGRAMS[name][1]) <= set(commands[1])
    program(nowhere / name)
    programs.install(name)
    assert len(commands) in (0, 2), "nothing is installed twice"
