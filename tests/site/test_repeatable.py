"""The finished site says what it is made of, and is the same when it is made elsewhere and later for one day."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from scripts.version import digest_of, file_digests
from tests.build.conftest import contents
from tests.build.test_repeatable import made
from tests.conftest import ROOT, SITE_URL, TODAY

LEFT = shutil.ignore_patterns(".venv", ".cache", "site", ".site-*", "__pycache__", ".*_cache", ".hypothesis")


@pytest.mark.skipif(os.environ.get("PAGES") != "all", reason="builds the site once more: PAGES=all")
def test_it_is_the_same_elsewhere_on_another_day(site: Path, tmp_path: Path) -> None:
    root = tmp_path / "another folder"
    shutil.copytree(ROOT, root, symlinks=True, ignore=LEFT)
    assert contents(site) == made(root, {"SITE_URL": SITE_URL, "DAY": TODAY}, elsewhere=True)


def test_it_names_its_commit_and_what_it_holds(site: Path) -> None:
    version = json.loads((site / "version.json").read_text(encoding="utf-8"))
    done = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S607
    assert version["commit"] == done.stdout.strip()
    assert version["day"] == TODAY
    assert version["digest"] == digest_of(file_digests(site))
