"""What GitHub runs: commands that the README names, actions that are pinned, no right or secret for a stranger."""

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.test_commands import TARGETS, make

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.y*ml"))
# Run for real; the others would take minutes, or run this test within itself.
QUICK = {"make check FORMAT=github"}
OWNER = "wereldwijd-nieuwegein"

each = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def read(path: Path) -> dict[str, Any]:
    # BaseLoader: `on` is a word here, and not yes.
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return found


def steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in read(path)["jobs"].values():
        yield from job.get("steps", [])


RUN = sorted({step["run"] for path in WORKFLOWS for step in steps(path) if "run" in step})


def test_there_are_workflows() -> None:
    assert "check.yml" in {path.name for path in WORKFLOWS}
    assert set(RUN) >= QUICK


@pytest.mark.parametrize("command", RUN)
def test_every_command_is_one_that_the_readme_names(command: str) -> None:
    found = re.fullmatch(r"make ([a-z]+)( [A-Z_]+=\S+)*", command.strip())
    assert found
    assert found[1] in TARGETS
    assert make("--dry-run", *command.split()[1:]).returncode == 0


@pytest.mark.parametrize("command", sorted(QUICK))
def test_quick_commands_run(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    result = make(*command.split()[1:])
    assert result.returncode == 0, result.stdout + result.stderr
    assert summary.read_text(encoding="utf-8")
    assert all(line.startswith(("::warning ", "::notice ", "Alles ")) for line in result.stdout.splitlines())


@each
def test_every_action_is_pinned_and_says_its_version(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step["uses"]) for step in steps(path) if "uses" in step)
    assert all(re.search(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line) for line in text.splitlines() if "uses:" in line)


@each
def test_a_workflow_has_no_rights_but_those_of_its_jobs(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    assert all("timeout-minutes" in job and "permissions" in job for job in workflow["jobs"].values())
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


@each
def test_no_workflow_gives_a_stranger_a_right_a_secret_or_a_word(path: Path) -> None:
    workflow = read(path)
    events = workflow["on"] if isinstance(workflow["on"], dict | list) else [workflow["on"]]
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(events)
    if "pull_request" in events:
        assert "secrets." not in path.read_text(encoding="utf-8")
        assert all(job["permissions"] == {"contents": "read"} for job in workflow["jobs"].values())
    assert not any("${{" in step.get("run", "") for step in steps(path))


def test_a_proposal_is_checked_under_a_name_that_stays() -> None:
    workflow = read(ROOT / ".github/workflows/check.yml")
    assert list(workflow["on"]) == ["pull_request", "merge_group"]
    assert workflow["jobs"]["check"]["name"] == "check"
    assert workflow["concurrency"]["cancel-in-progress"] == "true"


def test_dependabot_waits_and_looks_at_all_that_is_pinned() -> None:
    updates = read(ROOT / ".github/dependabot.yml")["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"pip", "github-actions"}
    assert all(int(update["cooldown"]["default-days"]) >= 7 and update["groups"] for update in updates)


def owners(path: str) -> str:
    """Return who owns `path`: the last line that matches decides, as on GitHub."""
    found = ""
    for line in (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines():
        pattern, _, teams = line.partition(" ")
        if pattern == "*" or (pattern.startswith("/") and fnmatch(f"/{path}", f"{pattern}*")):
            found = teams
    return found


def test_maintainers_own_all_that_is_not_text() -> None:
    places = [path.name + "/" * path.is_dir() for path in ROOT.iterdir()]
    assert {owners(place) for place in places if place != "docs/"} == {f"@{OWNER}/maintainers"}
    assert {owners(place) for place in ("docs/nl/index.md", "docs/data/slugs.yml")} == {f"@{OWNER}/editors"}
    assert owners(".github/CODEOWNERS") == owners("scripts/docs/x.py") == f"@{OWNER}/maintainers"


def test_the_owner_is_that_of_the_repository() -> None:
    assert f"https://github.com/{OWNER}/" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
