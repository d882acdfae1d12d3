"""Two builds of one commit are the same to the last byte, wherever, whenever and by whomever they are made.

What is varied is the list of https://reproducible-builds.org/docs/commandments/: folder, time, zone, language, user,
umask, the order of sets, and what earlier builds left behind.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from scripts.version import digest_of, file_digests
from tests.conftest import ROOT, SITE_URL

LEFT = shutil.ignore_patterns(".venv", ".cache", "site", ".site-*", "__pycache__", ".*_cache", ".hypothesis")
HERE = {"PATH": os.environ["PATH"]}
ELSEWHERE = HERE | {
    "HOME": "/nonexistent",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "77",
    "TZ": "Pacific/Kiritimati",
}
# The same program on a day to come; its own clock only, for tools that it calls write down no time.
DAYS = 100
LATER = f"""
import datetime, runpy, sys, time_machine
sys.argv = ["scripts", "build"]
time_machine.travel(datetime.timedelta(days={DAYS})).start()
runpy.run_module("scripts", run_name="__main__")
"""


def build(root: Path, environment: dict[str, str]) -> Path:
    return made(root, ["-m", "scripts", "build"], environment, 0o022)


def build_elsewhere(root: Path, environment: dict[str, str]) -> Path:
    return made(root, ["-c", LATER], ELSEWHERE | environment, 0o027)


def made(root: Path, words: list[str], environment: Mapping[str, str], umask: int) -> Path:
    command = [sys.executable, *words]
    result = subprocess.run(
        command, cwd=root, env=environment, umask=umask, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    return root / "site"


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def different(one: Path, other: Path) -> list[str]:
    ones, others = contents(one), contents(other)
    return sorted(name for name in ones.keys() | others.keys() if ones.get(name) != others.get(name))


@pytest.mark.skipif(os.environ.get("PAGES") != "all", reason="builds the real site once more: PAGES=all")
def test_the_real_site_is_the_same_elsewhere_on_another_day(site: Path, tmp_path: Path) -> None:
    root = tmp_path / "another folder"
    shutil.copytree(ROOT, root, symlinks=True, ignore=LEFT)
    assert different(site, build_elsewhere(root, {"SITE_URL": SITE_URL})) == []


def test_a_site_outside_git_is_the_same_at_the_moment_that_is_given(small: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(small, copy, symlinks=True)
    moment = {"SOURCE_DATE_EPOCH": str(int(time.time()))}
    assert different(build(small, HERE | moment), build_elsewhere(copy, moment)) == []


def test_a_site_names_its_commit_and_what_it_holds(site: Path) -> None:
    version = json.loads((site / "version.json").read_text(encoding="utf-8"))
    done = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S607
    assert version["commit"] == done.stdout.strip()
    assert version["digest"] == digest_of(file_digests(site))
