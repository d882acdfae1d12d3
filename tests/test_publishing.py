"""What GitHub does after a change and each week: in which order, with which rights, and what becomes of the report."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import playwright
import pytest

from tests.conftest import ROOT
from tests.test_workflows import read

FOLDER = ROOT / ".github/workflows"
PUBLISH, WEEKLY = read(FOLDER / "publish.yml"), read(FOLDER / "weekly.yml")
RIGHTS = [
    (PUBLISH, "build", {"contents": "read"}),
    (PUBLISH, "sbom", {"contents": "read"}),
    (PUBLISH, "attest", {"id-token": "write", "attestations": "write"}),
    (PUBLISH, "deploy", {"pages": "write", "id-token": "write"}),
    (WEEKLY, "report", {"contents": "read"}),
    (WEEKLY, "post", {"issues": "write"}),
]
# As on a runner, but for links: no test leaves this computer.
TESTS = "make test PAGES=all"  # takes minutes, and would run this test within itself
COMMANDS = {"make build": [], "make sbom": [], "make weekly": ["OFFLINE=yes"]}
NODE = Path(playwright.__file__).parent / "driver" / ("node.exe" if os.name == "nt" else "node")
TITLE = "Wekelijks: wat aandacht vraagt / Weekly: what needs attention"
# What github-script gives to a script, but one that only writes down what it is asked.
SCRIPT = """const open = JSON.parse(process.argv[1]), asked = [];
const note = (name) => async (words) => { asked.push([name, words]); return { data: open }; };
const issues = Object.fromEntries(["listForRepo", "create", "update"].map((name) => [name, note(name)]));
const run = new (async () => {}).constructor("github", "context", "require", process.argv[2]);
const done = run({ rest: { issues } }, { repo: { owner: "town", repo: "site" } }, require);
done.then(() => console.log(JSON.stringify(asked)));
"""


def runs(workflow: dict[str, Any]) -> list[str]:
    return [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]


def actions(workflow: dict[str, Any], job: str, name: str) -> list[dict[str, Any]]:
    return [one for one in workflow["jobs"][job]["steps"] if one.get("uses", "").startswith(f"actions/{name}@")]


def action(workflow: dict[str, Any], job: str, name: str) -> dict[str, Any]:
    (step,) = actions(workflow, job, name)
    return step


def test_a_change_the_morning_and_a_person_publish() -> None:
    assert PUBLISH["on"]["push"] == {"branches": ["main"]}
    assert set(PUBLISH["on"]) == {"push", "schedule", "workflow_dispatch"}
    assert PUBLISH["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}


def test_only_what_was_built_and_signed_is_deployed() -> None:
    jobs = PUBLISH["jobs"]
    assert list(jobs) == ["build", "sbom", "attest", "deploy"]
    assert (jobs["attest"]["needs"], jobs["deploy"]["needs"]) == (["build", "sbom"], ["build", "attest"])
    fetched = [step["with"]["name"] for step in actions(PUBLISH, "attest", "download-artifact")]
    assert fetched == ["github-pages", "sbom"]
    assert [step["with"]["subject-path"] for step in actions(PUBLISH, "attest", "attest")] == ["artifact.tar"] * 2
    assert jobs["deploy"]["environment"]["name"] == "github-pages"


def test_folders_with_a_dot_are_published() -> None:
    assert action(PUBLISH, "build", "upload-pages-artifact")["with"] == {"path": "site", "include-hidden-files": "true"}


def test_the_commit_to_go_back_to_is_only_fetched() -> None:
    for job in ("build", "sbom"):
        assert action(PUBLISH, job, "checkout")["with"]["ref"] == "${{ inputs.commit || github.sha }}"
    assert (FOLDER / "publish.yml").read_text(encoding="utf-8").count("inputs.") == 2


@pytest.mark.parametrize(("workflow", "job", "rights"), RIGHTS)
def test_each_job_has_the_rights_it_needs(workflow: dict[str, Any], job: str, rights: dict[str, str]) -> None:
    assert workflow["jobs"][job]["permissions"] == rights


def test_the_jobs_with_rights_run_nothing_of_ours() -> None:
    for workflow, job, rights in RIGHTS:
        if "write" in rights.values():
            steps = workflow["jobs"][job]["steps"]
            assert not any("run" in step or "checkout" in step["uses"] for step in steps)


def test_every_command_is_run_below() -> None:
    assert {*runs(PUBLISH), *runs(WEEKLY)} == {*COMMANDS, TESTS}


@pytest.fixture
def runner(small: Path) -> Path:
    """The small project, set up as a runner has it once `make` has installed what it needs."""
    (small / ".venv").mkdir()
    for path in (Path(sys.prefix) / name for name in ("bin", "lib", "pyvenv.cfg")):
        (small / ".venv" / path.name).symlink_to(path)
    (small / "tests").mkdir()
    for name in ("Makefile", "pyproject.toml", "requirements.txt", "tests/requirements.txt"):
        shutil.copy(ROOT / name, small / name)
    for name in ("site", "tools", "test"):
        (small / ".venv" / name).touch()
    return small


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_runs(runner: Path, command: str) -> None:
    environment = os.environ | {"SITE_URL": "https://town.github.io/site/"}
    words = [*command.split(), *COMMANDS[command]]
    done = subprocess.run(words, cwd=runner, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    made = {"make build": "site/index.html", "make sbom": "sbom.json", "make weekly": "weekly.md"}[command]
    assert (runner / made).is_file()
    if command == "make build":
        assert 'href="https://town.github.io/site/' in (runner / made).read_text(encoding="utf-8")


ISSUE = {"title": TITLE, "number": 7}
POSTED = [
    ("- x\n", [], "create", {"title": TITLE, "body": "- x"}),
    ("- x\n", [ISSUE], "update", {"issue_number": 7, "body": "- x"}),
    ("", [ISSUE], "update", {"issue_number": 7, "state": "closed"}),
    ("", [], None, {}),
    ("- x\n", [{"title": "Another", "number": 3}], "create", {"title": TITLE, "body": "- x"}),
    ("x" * 70_000, [], "create", {"title": TITLE, "body": "x" * 60_000}),
]


@pytest.mark.parametrize(("report", "found", "name", "words"), POSTED)
def test_there_is_one_issue_written_anew_and_closed(
    tmp_path: Path, report: str, found: list[dict[str, Any]], name: str | None, words: dict[str, Any]
) -> None:
    (tmp_path / "weekly.md").write_text(report)
    script = action(WEEKLY, "post", "github-script")["with"]["script"]
    command = [str(NODE), "-e", SCRIPT, json.dumps(found), script]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    (listed, *asked) = json.loads(done.stdout)
    place = {"owner": "town", "repo": "site"}
    assert listed[1]["creator"] == "github-actions[bot]", "an issue of a stranger by this name is left alone"
    assert asked == ([[name, place | words]] if name else [])
