"""A small finished site, its repository, and what verify says of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.report import Finding
from scripts.rule_words import texts
from scripts.verify import verify
from tests.conftest import ROOT
from tests.verify import small_site

ABOUT = {"title", "why"}
Said = set[tuple[str, str, str]]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The repository that the small site is made from: the addresses that were published, the real templates."""
    root = tmp_path / "repository"
    root.mkdir()
    (root / "published.txt").write_text("".join(f"/{address}\n" for address in small_site.PUBLISHED))
    (root / "overrides").symlink_to(ROOT / "overrides")
    return root


@pytest.fixture
def verified(tmp_path: Path, repository: Path) -> Callable[[dict[str, str]], Said]:
    """What verify says of these texts: promise, case and file of each finding."""

    def verified(files: dict[str, str]) -> Said:
        small_site.write(files, tmp_path / "finished")
        return {named_as(finding) for finding in verify(tmp_path / "finished", repository)}

    return verified


def named_as(finding: Finding) -> tuple[str, str, str]:
    """Return the promise, the case and the file of `finding`."""
    words = texts(finding.rule)
    for case in words.keys() - ABOUT:
        said, _ = words[case]["en"]
        pattern = ".*".join(re.escape(part) for part in re.split(r"\{\w+\}", said))
        if re.fullmatch(pattern, finding.message.en, re.DOTALL):
            return finding.rule, case, finding.path.as_posix()
    raise AssertionError(finding.message.en)
