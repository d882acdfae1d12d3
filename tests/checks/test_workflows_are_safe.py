"""Workflows that a stranger may try, and excuses for them: each is refused; a sound one passes."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from scripts import checks
from scripts.build import build
from scripts.checks import workflows_are_safe
from scripts.checks.workflows_are_safe import check
from scripts.report import Refused, Unable
from tests.conftest import ROOT

CHECKOUT = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1"
SOUND = f"""name: sound
on: [push]
permissions: {{}}
concurrency:
  group: sound
  cancel-in-progress: true
jobs:
  look:
    name: look
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      contents: read # to fetch
    steps:
      - name: Fetch
        uses: {CHECKOUT}
        with:
          persist-credentials: false
      - name: Look
        run: make check
"""
# What stands there, what becomes of it, and what one of the tools says.
BAD = [
    ("on: [push]", "on: pull_request_target", "dangerous-triggers"),
    ("on: [push]", "on:\n  workflow_run:\n    workflows: [x]\n    types: [completed]", "dangerous-triggers"),
    ("permissions: {}", "permissions: write-all", "excessive-permissions"),
    ("contents: read # to fetch", "contents: write", "undocumented-permissions"),
    (CHECKOUT, "actions/checkout@v7", "unpinned-uses"),
    (CHECKOUT, "evil/checkout@main", "unpinned-uses"),
    ("        with:\n          persist-credentials: false\n", "", "artipacked"),
    ("make check", "echo ${{ github.event.pull_request.title }}", "template-injection"),
    ("make check", "echo ${{ github.head_ref }} # zizmor: ignore[template-injection]", "template-injection"),
    ("make check", "echo ${{ github.evnt }}", "evnt"),
    ("make check", 'echo "${{ toJSON(secrets) }}"', "overprovisioned-secrets"),
    ("    runs-on: ubuntu-24.04\n", "", "runs-on"),
    ("ubuntu-24.04", "no-such-machine", "no-such-machine"),
    ("    runs-on: ubuntu-24.04\n", "    runs-on: ubuntu-24.04\n    container: evil/image:latest\n", "unpinned-images"),
    ("jobs:", "jobs: [", "YAML"),
    ("jobs:", "jobz:", "jobz"),
    (SOUND, "", "zizmor"),
    (SOUND, "\0", "zizmor"),
    (SOUND, "[1, 2]", "zizmor"),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / ".github/workflows").mkdir(parents=True)
    (tmp_path / ".github/workflows/sound.yml").write_text(SOUND)
    return tmp_path


def test_a_sound_workflow_passes(root: Path) -> None:
    assert list(check(root)) == []


@pytest.mark.parametrize("name", ["bad.yml", "bad.yaml", "-bad.yml"])
@pytest.mark.parametrize(("before", "after", "said"), BAD)
def test_a_bad_workflow_is_refused(root: Path, name: str, before: str, after: str, said: str) -> None:
    assert before in SOUND
    (root / ".github/workflows" / name).write_text(SOUND.replace(before, after))
    found = list(check(root))
    assert any(said in finding.message.nl for finding in found)
    assert {(str(finding.path), finding.level) for finding in found} == {(f".github/workflows/{name}", "error")}
    assert all(finding.line > 0 and len(finding.message.en) < 400 for finding in found)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("zizmor.yml", "rules:\n  dangerous-triggers: {disable: true}\n"),
        (".github/zizmor.yml", "rules:\n  dangerous-triggers: {disable: true}\n"),
        (".github/actionlint.yaml", "paths:\n  '**': {ignore: ['.*']}\n"),
    ],
)
def test_settings_of_the_tools_excuse_nothing(root: Path, name: str, text: str) -> None:
    (root / ".git").mkdir()
    (root / name).write_text(text)
    bad = SOUND.replace("on: [push]", "on: pull_request_target").replace("make check", "echo ${{ github.evnt }}")
    (root / ".github/workflows/bad.yml").write_text(bad)
    said = " ".join(finding.message.en for finding in check(root))
    assert "dangerous-triggers" in said
    assert "evnt" in said


def test_other_files_that_github_obeys_are_looked_at(root: Path) -> None:
    (root / ".github/dependabot.yml").write_text("version: 2\nupdates: 3\n")
    (found,) = check(root)
    assert str(found.path) == ".github/dependabot.yml"
    (root / ".github/dependabot.yml").unlink()
    (root / ".github/actions/x").mkdir(parents=True)
    step = "- {name: x, shell: bash, run: 'echo ${{ inputs.x }}'}"
    action = (
        f"name: x\ndescription: x\ninputs: {{x: {{description: x}}}}\nruns:\n  using: composite\n  steps:\n    {step}\n"
    )
    (root / ".github/actions/x/action.yml").write_text(action)
    (found,) = check(root)
    assert str(found.path) == ".github/actions/x/action.yml"


def test_without_workflows_nothing_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(subprocess, "Popen")
    assert list(check(tmp_path)) == []


def test_a_tool_that_does_not_end_is_no_excuse(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workflows_are_safe, "SECONDS", 0)
    assert {finding.level for finding in check(root)} == {"error"}


def test_a_tool_that_is_not_there_is_one_sentence(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(Unable, match="zizmor"):
        list(check(root))


def test_our_own_workflows_are_safe_and_soon_looked_at() -> None:
    begin = time.monotonic()
    assert list(check(ROOT)) == []
    assert time.monotonic() - begin < 2  # a third of a second on a quiet machine


def test_the_check_and_the_build_look(small: Path, tmp_path: Path) -> None:
    (small / ".github/workflows").mkdir(parents=True)
    (small / ".github/workflows/bad.yml").write_text(SOUND.replace("on: [push]", "on: pull_request_target"))
    assert "workflows_are_safe" in {finding.rule for finding in checks.everything(small)}
    with pytest.raises(Refused):
        build(small, tmp_path / "site")
