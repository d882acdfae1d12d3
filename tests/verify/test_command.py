"""`python -m scripts verify`: what it prints, and the status that it ends with."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.verify import small_site

RUNNING = [sys.executable, "-m", "scripts", "verify"]
TABLE = [
    ["kind", "pages", "median", "largest", "budget"],
    ["article", "2", "14,600"],
    ["home", "2", "26,000"],
    ["lesson", "2", "18,000"],
    ["other", "2", "18,000"],
]


@pytest.fixture
def project(repository: Path, tmp_path: Path) -> Path:
    """A repository with the program and a good site in `site/`."""
    (repository / "scripts").symlink_to(ROOT / "scripts")
    small_site.write(small_site.files(), repository / "site")
    return repository


def run(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*RUNNING, *words], cwd=project, capture_output=True, text=True, check=False)


def test_a_good_site_is_said_to_be_so_after_a_table(project: Path) -> None:
    result = run(project, "--language", "en")
    assert (result.returncode, result.stderr) == (0, "")
    head, *rows, blank, summary = result.stdout.splitlines()
    assert [head.split(), *([cells[0], cells[1], cells[-1]] for cells in map(str.split, rows))] == TABLE
    assert (blank, summary) == ("", "Everything is in order.")


def test_a_broken_site_ends_with_one(project: Path, tmp_path: Path) -> None:
    (project / "site/lessen/water/water.pdf").rename(project / "site/elders.pdf")
    result = run(project, "site")
    assert result.returncode == 1
    assert "stad/index.html:1: fout: Het adres ../lessen/water/water.pdf#page=2 leidt naar" in result.stdout
    found = json.loads(run(project, "site", "--format", "json").stdout)
    assert {one["rule"] for one in found} == {"links_and_anchors_lead_somewhere", "published_addresses_answer"}
    lines = run(project, "site", "--format", "github", "--language", "en").stdout.splitlines()
    assert len(lines) == len(found)
    assert all(line.startswith("::error file=") for line in lines)


def test_a_folder_that_is_not_there_ends_with_two(project: Path) -> None:
    result = run(project, "nowhere")
    assert result.returncode == 2
    assert "there is no such file" in result.stderr


def test_a_folder_without_a_site_is_one_clear_sentence(project: Path) -> None:
    result = run(project, "overrides", "--language", "en")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("There is no finished site in overrides:")
    assert len(result.stderr.splitlines()) == 1


def test_the_site_may_lie_anywhere(project: Path, tmp_path: Path) -> None:
    (project / "site").rename(tmp_path / "copy")
    assert run(project, str(tmp_path / "copy")).returncode == 0
    assert run(project, "../copy").returncode == 0
