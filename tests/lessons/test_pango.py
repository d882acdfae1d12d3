"""Pango is installed where it is missing and we may, and nothing is done elsewhere."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from scripts.lessons import pango


def test_this_computer_has_it() -> None:
    assert pango.missing() == []


@pytest.mark.parametrize(("user", "lacks", "runs"), [(0, True, 2), (0, False, 0), (1000, True, 0)])
def test_only_what_is_missing_is_installed(monkeypatch: pytest.MonkeyPatch, user: int, lacks: bool, runs: int) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(pango, "find_library", lambda name: None if lacks and "subset" in name else name)
    monkeypatch.setattr(subprocess, "run", lambda command, **_: commands.append(command))
    pango.install()
    assert len(commands) == runs
    assert all("libpango-1.0-0" not in command for command in commands)
    assert not commands or commands[-1][-1] == "libharfbuzz-subset0"
