"""Finding and installing an nginx."""

from __future__ import annotations

import os
import subprocess
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


@pytest.mark.parametrize("user", [0, 1000])
def test_without_a_way_to_install_it_says_what_to_do(nowhere: Path, monkeypatch: pytest.MonkeyPatch, user: int) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)
    with pytest.raises(SystemExit, match="install it, or say where it is with NGINX="):
        nginx.install()


def test_as_root_on_debian_the_packages_are_installed(nowhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(nowhere / "apt-get")
    commands: list[list[str]] = []

    def run(command: list[str], **_: object) -> None:
        commands.append(command)
        program(nowhere / "nginx")

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(subprocess, "run", run)
    nginx.install()
    assert [command[2] for command in commands] == ["update", "install"]
    assert set(nginx.PACKAGES) <= set(commands[1])
