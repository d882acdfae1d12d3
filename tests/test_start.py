"""A town begins: its site is whole and names no other town, nothing is lost on the way, and later versions fit in."""

import html
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
import yaml

from scripts import check, git
from scripts.build import build
from scripts.content import promises, settings, translations
from scripts.report import Unable
from scripts.start import NAME, OWNERS, STEPS, start
from scripts.words import LANGUAGES, phrase, sections
from tests import proposals
from tests.conftest import ROOT

# Signs that mean something in YAML, Markdown and HTML, each as some town has it.
SIGNS = "'s-Heer (L.), Súd-Nuth & Beek"
ADDRESS, REPOSITORY = "https://wereldwijd.example/stad/", "https://github.com/een-stad/wereldwijd"
OTHERS = re.compile(rf"nieuwegein|rundu|pu[łl]awy|{NAME}", re.IGNORECASE)
UPDATING = re.findall(r"^ {4}(git .*)", (ROOT / "scripts/UPDATING.md").read_text(encoding="utf-8"), re.MULTILINE)


def run(root: Path, command: str) -> str:
    """Run the line `command` in `root`, as nobody in particular; what it says, whatever becomes of it."""
    environment = os.environ | proposals.NOBODY | {"GIT_EDITOR": "true"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False, shell=True)  # noqa: S602
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All files of this repository as they are now, in one commit, and pages that no town begins with."""
    root = tmp_path_factory.mktemp("start") / "project"
    root.mkdir()
    run(ROOT, f"git ls-files -z --cached --others --exclude-standard | tar --null -cf - -T - | tar -xf - -C {root}")
    for name in ("changed", "renamed", "removed"):
        (root / "docs/nl/elders").mkdir(exist_ok=True)
        (root / f"docs/nl/elders/{name}.md").write_text(f"{name} " * 99)
    proposals.git(root, "init", "--quiet", "--initial-branch=main")
    proposals.commit(root)
    return root


def clone(project: Path, root: Path) -> Path:
    run(project.parent, f"git clone --quiet {shlex.quote(str(project))} {shlex.quote(str(root))}")
    return root


@pytest.fixture
def whole(project: Path, tmp_path: Path) -> Path:
    """A clone to begin a town in."""
    return clone(project, tmp_path / "clone")


@pytest.fixture(scope="module", params=["nl,en", "nl"])
def begun(project: Path, request: pytest.FixtureRequest) -> tuple[str, Path]:
    """The languages of a town, and a clone in which its site has begun."""
    root = clone(project, project.with_name(f"begun-{request.param}"))
    start(root, f" {SIGNS} ", ADDRESS.rstrip("/"), f"{REPOSITORY}.git", request.param)
    proposals.commit(root)
    (ROOT / ".cache").mkdir(exist_ok=True)  # what is drawn for both is drawn once
    (root / ".cache").symlink_to(ROOT / ".cache")
    return request.param, root


def test_its_site_is_in_order_and_names_no_other_town(begun: tuple[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    languages, root = begun
    monkeypatch.delenv("SITE_URL", raising=False)
    assert [one for one in check.everything(root) if one.level != "hint"] == []
    site = root / "site"
    build(root, site)
    for path in site.rglob("*"):
        if path.suffix == ".pdf":
            document = pypdfium2.PdfDocument(path)
            said = "".join(page.get_textpage().get_text_range() for page in document)
            said += str(document.get_metadata_dict())
        else:
            said = path.read_bytes().decode("utf-8", "ignore") if path.is_file() else ""
        assert not OTHERS.search(f"{path.relative_to(site)} {said}"), path
    home = (site / "index.html").read_text(encoding="utf-8")
    assert f"<title>Wereldwijd {html.escape(SIGNS, quote=False)}</title>" in home.replace("&#39;", "'")
    assert f'<link rel="canonical" href="{ADDRESS}">' in home
    assert f'"{REPOSITORY}/edit/main/docs/nl/index.md"' in home
    assert (site / "en").exists() == (languages != "nl")


def test_its_translations_follow_and_what_stands_beside_its_pages_is_its_own(begun: tuple[str, Path]) -> None:
    languages, root = begun
    content = check.run(settings.of(root))[0]
    assert {state for row in translations.states(content) for state in row.states.values()} <= {"fresh"}
    assert ",".join(content.settings.locales) == languages
    assert any(page.meta.kind == "translations" for page in content.pages) == ("en" in content.settings.locales)
    assert promises.published(root) == []
    assert (root / "README.md").read_text(encoding="utf-8").startswith(f"# Wereldwijd {SIGNS}")
    assert "\n## " not in (root / "CHANGELOG.md").read_text(encoding="utf-8")
    owners = set(re.findall(r"@\S+", (root / ".github/CODEOWNERS").read_text()))
    assert owners == {"@een-stad/maintainers", "@een-stad/editors"}
    assert {path.name for path in (root / "tests/town").iterdir()} == {"__init__.py", "conftest.py"}
    for path in ("README.md", "CONTRIBUTING.md", "scripts", "server", "overrides", ".github", "docs"):
        found = run(root, f"git grep -nIiE 'nieuwegein|rundu|puławy|{NAME}' -- {path} ':!scripts/start.py' ':!*.dic'")
        assert found == "", found


def test_a_town_that_begins_again_is_the_same_as_one_that_begins(begun: tuple[str, Path], whole: Path) -> None:
    languages, root = begun
    start(whole, "Elders", "http://elders.example", "https://git.example/a/b/c/", "nl")
    (whole / OWNERS).write_text("* @elders\n")
    proposals.commit(whole)
    said = start(whole, SIGNS, ADDRESS, REPOSITORY, languages)
    assert not any(promises.FILE in one.en for one in said)
    proposals.commit(whole)
    trees = [run(one, "git rev-parse HEAD^{tree}") for one in (root, whole)]
    assert trees[0] == trees[1]


GIVEN = ("Elders aan Zee", ADDRESS, REPOSITORY, "nl")
REFUSED = yaml.safe_load((ROOT / "tests/start.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("what", "typed"), [(what, typed) for what, every in REFUSED.items() for typed in every])
def test_what_cannot_be_is_one_sentence_and_changes_nothing(project: Path, what: str, typed: str) -> None:
    given = dict(zip(REFUSED, GIVEN, strict=True)) | {what: typed}
    with pytest.raises(Unable) as refused:
        start(project, *given.values())
    assert ("nl,en" if what == "languages" else typed) in refused.value.sentence.nl
    assert not git.unsaved(project)


def test_the_command_says_so_and_fails(project: Path) -> None:
    command = f"{sys.executable} -m scripts start a/b --address {ADDRESS} --repository {REPOSITORY}; echo $?"
    status, said = run(project, command).splitlines()
    assert (status, said) == ("1", phrase("start.name", name="a/b", most=30).nl)


def test_only_a_clone_that_keeps_everything_can_become_another_town(whole: Path, tmp_path: Path) -> None:
    (tmp_path / "loose").mkdir()
    for root in (tmp_path / "loose", whole / "docs"):
        with pytest.raises(Unable, match="is no clone of git"):
            start(root, *GIVEN)
    (whole / "docs/nl/mijn.md").write_text("Van mij.")
    with pytest.raises(Unable, match="that no commit keeps yet"):
        start(whole, *GIVEN)
    assert (whole / "docs/nl/mijn.md").read_text() == "Van mij."


def test_a_dry_run_says_what_would_change_and_what_is_done_can_be_undone(whole: Path) -> None:
    (whole / "docs/nl/mijn.md").write_text("Van mij.")
    (whole / promises.FILE).write_text("/\n/en/\n")
    proposals.commit(whole)
    would = start(whole, *GIVEN, dry_run=True)
    assert len(would) <= 15
    assert not git.unsaved(whole)
    assert not list(whole.glob(".site-*"))
    *did, undo = start(whole, *GIVEN)[: len(would) + 1]
    assert did[:-1] == would[:-1]
    assert phrase("start.promised", path=promises.FILE, count=2) in would
    gone = run(whole, "git ls-files --deleted docs/nl").count("\n")
    assert any(line.en.startswith(f"docs/nl/ {gone} gone, ") for line in did)
    for language in LANGUAGES:
        assert len(STEPS) <= 8
        command = sections()[language]["start"]["undo"].partition(": ")[2]
        assert command in getattr(undo, language)
    run(whole, command)
    assert not git.unsaved(whole)


def test_what_stops_half_way_leaves_everything_as_it_was(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename, done = Path.rename, list[Path]()

    def failing(path: Path, target: Path) -> Path:
        done.append(path)
        if len(done) == 11:
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OSError, match="No space left"):
        start(whole, *GIVEN)
    assert len(done) > 11
    assert not git.unsaved(whole)
    assert not list(whole.glob(".site-*"))


@pytest.mark.parametrize("before", ["true", "git remote add upstream elsewhere", "git remote rename origin upstream"])
def test_a_town_is_sent_and_upstream_named_in_any_clone(whole: Path, tmp_path: Path, before: str) -> None:
    own = clone(whole, tmp_path / "own")
    run(own, "git switch --quiet --detach && git branch -D main && git config core.bare true")
    run(whole, before)
    send = phrase("start.send", repository=str(own)).en.partition(": ")[2]
    run(whole, send)
    assert run(whole, "git remote get-url origin").strip() == str(own)
    run(whole, f"git switch --quiet --create work && git commit --quiet --allow-empty --message x && {send}")
    assert run(own, "git rev-parse main") == run(whole, "git rev-parse HEAD")
    for remove in ("true", "git remote remove upstream"):
        run(whole, f"{remove}; {UPDATING[0].replace('ADDRESS', 'there')}")
        assert run(whole, "git remote get-url upstream") == "there\n"


def test_a_later_version_fits_in(begun: tuple[str, Path], whole: Path, tmp_path: Path) -> None:
    ours = clone(begun[1], tmp_path / "ours")
    program = {"scripts/report.py", "overrides/styles/tokens.css", "mkdocs.yml"}
    own = {"docs/nl/index.md", "docs/nl/later.md", "docs/nl/elders/later.md", "docs/data/slugs.yml", "published.txt"}
    own |= {
        "docs/nl/elders/changed.md",
        "CHANGELOG.md",
        ".github/CODEOWNERS",
        "overrides/town/later.svg",
        "tests/town/test_later.py",
    }
    for name in program | own:
        (whole / name).parent.mkdir(exist_ok=True)
        with (whole / name).open("a", encoding="utf-8") as file:
            file.write("# Later\n")
    shutil.rmtree(whole / "docs/nl/fairtrade")
    (whole / "docs/nl/elders/removed.md").unlink()
    (whole / "docs/nl/elders/renamed.md").rename(whole / "docs/nl/elders/anew.md")
    proposals.commit(whole)
    (ours / "docs/nl/draft.md").write_text("Van mij.")
    for command in UPDATING:
        run(ours, command.replace("ADDRESS", shlex.quote(str(whole))))
    (ours / "docs/nl/draft.md").unlink()
    assert not git.unsaved(ours)
    assert len(run(ours, "git log -1 --format=%P").split()) == 2
    assert set(run(ours, "git diff --name-only HEAD^1").split()) == program
    assert all((ours / name).read_text(encoding="utf-8").endswith("# Later\n") for name in program)
    assert check.everything(ours) == check.everything(begun[1])


@pytest.mark.skipif(os.environ.get("PAGES") != "all", reason="takes as long as all tests together: PAGES=all")
def test_its_tests_pass(begun: tuple[str, Path]) -> None:
    _, root = begun
    (root / ".venv").symlink_to(ROOT / ".venv")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "PAGES"))}
    command = ["make", "test"]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
