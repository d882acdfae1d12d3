"""Finding what the tests need, and installing it: only where we may, and else one sentence."""

import os
import subprocess
from pathlib import Path

import pytest

from tests import programs


@pytest.mark.parametrize("name", programs.LIBRARIES)
def test_a_library_that_is_not_what_it_was_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    other = tmp_path / "other.tgz"
    other.write_bytes(b"other")
    monkeypatch.setitem(programs.LIBRARIES, name, (other.as_uri(), *programs.LIBRARIES[name][1:]))
    with pytest.raises(SystemExit, match="is not what it was"):
        programs.fetched(name, tmp_path / "kept")
    assert not (tmp_path / "kept").exists()


def program(path: Path) -> str:
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize("name", programs.PROGRAMS)
@pytest.mark.parametrize("user", [0, 1000])
def test_what_is_here_is_used_and_only_root_installs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, user: int
) -> None:
    commands: list[list[str]] = []
    monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(programs, "PLACES", "")
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(subprocess, "run", lambda command, **_: commands.append(command))
    program(tmp_path / "apt-get")
    with pytest.raises(SystemExit, match=f"{name}: install it"):
        programs.install(name)
    assert [command[2] for command in commands] == (["update", "install"] if user == 0 else [])
    assert user or set(programs.PROGRAMS[name][1]) <= set(commands[1])
    found, own = program(tmp_path / programs.PROGRAMS[name][0][-1]), program(tmp_path / "my-own")
    programs.install(name)
    assert (programs.need(name), len(commands)) == (found, 0 if user else 2), "nothing is installed twice"
    monkeypatch.setenv(name.upper(), own)
    assert programs.need(name) == own
