"""Finding and installing a Chromium."""

from __future__ import annotations

import os
import shutil
import subprocess
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


@pytest.mark.parametrize("user", [0, 1000])
def test_without_a_way_to_install_it_says_what_to_do(nowhere: Path, monkeypatch: pytest.MonkeyPatch, user: int) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)
    with pytest.raises(SystemExit, match="install it, or say where it is with CHROMIUM="):
        chromium.install()


def test_as_root_on_debian_the_package_is_installed(nowhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(nowhere / "apt-get")
    commands: list[list[str]] = []

    def run(command: list[str], **_: object) -> None:
        commands.append(command)
        program(nowhere / "chromium")

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(subprocess, "run", run)
    chromium.install()
    assert [command[2] for command in commands] == ["update", "install"]
    assert "chromium" in commands[1]
    assert shutil.which("chromium")
