"""What stands beside the pages: what they are made of, the same whoever makes it, and whom to tell of a leak."""

import json
import os
import re
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sectxt import Parser

from scripts.content import Content
from scripts.git import DAYS, Commit
from scripts.version import digest_of, file_digests
from tests.build.conftest import contents
from tests.build.test_repeatable import made
from tests.conftest import ROOT, SITE_URL, TODAY

SECURITY = ".well-known/security.txt"
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


def judged(site: Path, age: int) -> Parser:
    """Return what the judge says of the file, were its site made of a commit of `age` days ago."""
    expires = Commit("", datetime.now(UTC) - timedelta(days=age)).expires
    text, count = re.subn(
        "Expires: .*T00:00:00Z", f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}", (site / SECURITY).read_text()
    )
    assert count == 1
    return Parser(text.encode(), urls=[SITE_URL + SECURITY])


def test_the_judge_finds_nothing_until_it_expires(content: Content, site: Path) -> None:
    judge = judged(site, 0)
    assert judge.is_valid()
    assert judge.errors == []
    assert {one["code"] for one in judge.recommendations} <= {"not_signed", "no_encryption"}
    assert judge.preferred_languages == list(content.settings.locales)
    assert [one["code"] for one in judged(site, DAYS + 1).errors] == ["expired"]
