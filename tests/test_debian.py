"""Installing what the tests need: only where we may, and else one sentence."""

import os
import subprocess
from pathlib import Path

import pytest

from tests import chromium, debian, nginx, rsync

NEEDED = [chromium, nginx, rsync]


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A computer without any program."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def apt(folder: Path) -> None:
    program = folder / "apt-get"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)


@pytest.mark.usefixtures("nowhere")
@pytest.mark.parametrize("user", [0, 1000])
def test_without_a_way_to_install_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, user: int) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)
    with pytest.raises(SystemExit, match="install it"):
        debian.ensure(lambda: None, ("thing",), "install it")


@pytest.mark.parametrize("program", NEEDED)
def test_as_root_the_packages_are_installed(nowhere: Path, monkeypatch: pytest.MonkeyPatch, program: object) -> None:
    apt(nowhere)
    commands: list[list[str]] = []
    packages = getattr(program, "PACKAGES", ())
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(subprocess, "run", lambda command, **_: commands.append(command))
    debian.ensure(lambda: len(commands) == 2, packages, "missing")
    assert [command[2] for command in commands] == ["update", "install"]
    assert packages
    assert set(packages) <= set(commands[1])


def test_packages_that_do_not_bring_it_are_not_enough(nowhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    apt(nowhere)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: None)
    with pytest.raises(SystemExit, match="missing"):
        debian.ensure(lambda: None, ("thing",), "missing")


@pytest.mark.usefixtures("nowhere")
def test_nothing_is_installed_twice() -> None:
    debian.ensure(lambda: "here", ("thing",), "missing")
