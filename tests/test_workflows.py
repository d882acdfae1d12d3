"""What GitHub runs: commands that the README names, with no right or secret for a stranger, and what becomes of it.

That actions are pinned, that no workflow lets a stranger's words or events act, and that Dependabot waits is for
zizmor to say: `make lint`.
"""

import json
import os
import re
import subprocess
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import playwright
import pytest
import yaml

from tests.conftest import ROOT
from tests.proposals import commit, project, propose
from tests.test_commands import TARGETS, set_up

FOLDER = ROOT / ".github/workflows"
# BaseLoader: `on` is a word here, and not yes.
WORKFLOWS: dict[str, Any] = {
    path.stem: yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    for path in FOLDER.iterdir()
}
JOBS: dict[str, dict[str, Any]] = {
    f"{name}/{job}": said for name, workflow in WORKFLOWS.items() for job, said in workflow["jobs"].items()
}
RIGHTS = {
    "publish/attest": {"id-token": "write", "attestations": "write"},
    "publish/deploy": {"pages": "write", "id-token": "write"},
    "weekly/post": {"issues": "write"},
}
READ = {"contents": "read"}
# Run below, and what each makes; for links no test leaves this computer. Tests would run this test within itself.
COMMANDS = {
    "make check FORMAT=github": "summary.md",
    "make preview BASE=HEAD^1": "preview.html",
    "make build": "site/index.html",
    "make sbom": "sbom.json",
    "make weekly": "weekly.md",
}
TESTS = {"make test", "make test PAGES=all"}
(OWNER,) = re.findall(
    r'^  repository: .*"https://[^/"]+/([\w-]+)/', (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE
)


def steps(job: str, action: str = "") -> list[dict[str, Any]]:
    """Return the steps of `job`, or those with a certain `action` of GitHub's."""
    return [step for step in JOBS[job]["steps"] if not action or step.get("uses", "").startswith(f"actions/{action}@")]


@pytest.mark.parametrize("job", JOBS)
def test_each_job_has_the_rights_it_needs_and_runs_nothing_of_ours_with_more(job: str) -> None:
    assert JOBS[job]["permissions"] == RIGHTS.get(job, READ)
    assert "timeout-minutes" in JOBS[job]
    assert all(step["with"]["persist-credentials"] == "false" for step in steps(job, "checkout"))
    if job in RIGHTS:
        assert not any("run" in step or "checkout" in step["uses"] for step in steps(job))


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.stem)
def test_every_action_says_its_version_and_no_proposal_gets_a_secret(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert all(re.search(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line) for line in text.splitlines() if "uses:" in line)
    assert "secrets." not in text


def test_a_proposal_is_checked_under_a_name_that_stays() -> None:
    assert list(WORKFLOWS["check"]["on"]) == ["pull_request", "merge_group"]
    assert JOBS["check/check"]["name"] == "check"
    assert WORKFLOWS["check"]["concurrency"]["cancel-in-progress"] == "true"


def test_a_change_the_morning_and_a_person_publish_what_was_built_and_signed() -> None:
    publish = WORKFLOWS["publish"]
    assert set(publish["on"]) == {"push", "schedule", "workflow_dispatch"}
    assert publish["on"]["push"] == {"branches": ["main"]}
    assert publish["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}
    assert JOBS["publish/attest"]["needs"] == ["build", "sbom"]
    assert JOBS["publish/deploy"]["needs"] == ["build", "attest"]
    fetched = [step["with"]["name"] for step in steps("publish/attest", "download-artifact")]
    assert fetched == ["github-pages", "sbom"]
    assert [step["with"]["subject-path"] for step in steps("publish/attest", "attest")] == ["artifact.tar"] * 2
    (uploaded,) = steps("publish/build", "upload-pages-artifact")
    assert uploaded["with"] == {"path": "site", "include-hidden-files": "true"}
    for job in ("publish/build", "publish/sbom"):
        assert [step["with"]["ref"] for step in steps(job, "checkout")] == ["${{ inputs.commit || github.sha }}"]


def test_every_command_is_one_that_the_readme_names_and_is_run_below() -> None:
    commands = {step["run"] for job in JOBS for step in steps(job) if "run" in step}
    assert commands == COMMANDS.keys() | TESTS
    assert {command.split()[1] for command in commands} <= set(TARGETS)


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, set up as a runner has it once `make` has installed what it needs."""
    root = project(tmp_path_factory.mktemp("runner"))
    propose(root)
    commit(root)
    set_up(root)
    return root


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_runs(runner: Path, command: str) -> None:
    environment = {"SITE_URL": "https://town.github.io/site/", "GITHUB_STEP_SUMMARY": str(runner / "summary.md")}
    words = [*command.split(), "OFFLINE=yes", "--no-print-directory"]
    done = subprocess.run(words, cwd=runner, env=os.environ | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    made = (runner / COMMANDS[command]).read_text(encoding="utf-8")
    if command == "make check FORMAT=github":
        assert all(line.startswith(("::warning ", "::notice ", "Alles ")) for line in done.stdout.splitlines())
    elif command == "make build":
        assert 'href="https://town.github.io/site/' in made
    elif command == "make sbom":
        assert_complete(made)


def assert_complete(sbom: str) -> None:
    """Every package is in the list, with its version and hashes."""
    pinned = re.findall(r"^([a-z0-9.-]+)==(\S+)", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE)
    components = json.loads(sbom)["components"]
    assert sorted((part["name"], part["version"]) for part in components) == sorted(pinned)
    assert all(part["purl"].startswith("pkg:pypi/") for part in components)
    assert all(reference["hashes"] for part in components for reference in part["externalReferences"])


NODE = Path(playwright.__file__).parent / "driver" / ("node.exe" if os.name == "nt" else "node")
# What github-script gives to a script, but one that only writes down what it is asked.
SCRIPT = """const open = JSON.parse(process.argv[1]), asked = [];
const note = (name) => async (words) => { asked.push([name, words]); return { data: open }; };
const issues = Object.fromEntries(["listForRepo", "create", "update"].map((name) => [name, note(name)]));
const run = new (async () => {}).constructor("github", "context", "require", process.argv[2]);
const done = run({ rest: { issues } }, { repo: { owner: "town", repo: "site" } }, require);
done.then(() => console.log(JSON.stringify(asked)));
"""
TITLE = "Wekelijks: wat aandacht vraagt / Weekly: what needs attention"
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
    (step,) = steps("weekly/post", "github-script")
    command = [str(NODE), "-e", SCRIPT, json.dumps(found), step["with"]["script"]]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    (listed, *asked) = json.loads(done.stdout)
    place = {"owner": "town", "repo": "site"}
    assert listed[1]["creator"] == "github-actions[bot]", "an issue of a stranger by this name is left alone"
    assert asked == ([[name, place | words]] if name else [])


def test_dependabot_looks_at_all_that_is_pinned() -> None:
    updates = yaml.safe_load((FOLDER.parent / "dependabot.yml").read_text(encoding="utf-8"))["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"pip", "github-actions"}


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
    (maintainers,) = {owners(place) for place in places if place != "docs/"}
    (editors,) = {owners(place) for place in ("docs/nl/index.md", "docs/data/slugs.yml")}
    assert owners(".github/CODEOWNERS") == owners("scripts/docs/x.py") == maintainers
    for named in (maintainers, editors):  # people, or teams of the organisation itself: GitHub knows no other
        assert re.fullmatch(rf"@({OWNER}/)?[\w-]+( @({OWNER}/)?[\w-]+)*", named)
