"""The commands that the README names: they exist, do what is said there, and fail in one clear sentence."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import check as checks
from scripts.content import read, settings
from tests import bench
from tests.conftest import ROOT, typed
from tests.visiting import MISSING

README = (ROOT / "README.md").read_text()
DOCUMENTS = "".join((ROOT / name / "README.md").read_text() for name in ("", "scripts", "server"))
TARGETS = sorted(set(re.findall(r"^ {4}make ([a-z]+)", DOCUMENTS, re.MULTILINE)))
# Words of the program, as the documents have them: at the start of a line of the list, or behind its name.
WORDS = sorted(
    {*re.findall(r"^ {4}(?!make)([a-z]+) .*#", README, re.MULTILINE), *re.findall(r"-m scripts ([a-z]+)", DOCUMENTS)}
)
PAGES = {page.address: str(page.path) for page in read(settings.of(ROOT))[0].pages}
WORD = list(PAGES)[-1].strip("/")


def make(*words: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = ["make", "--no-print-directory", *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def set_up(root: Path) -> None:
    """Give the folder `root` what `make` needs there, as if that had installed everything."""
    for name in ("Makefile", "pyproject.toml", "requirements.txt", "tests/requirements.txt", "tests/programs.py"):
        (root / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    (root / ".venv").mkdir()
    for name in ("bin", "lib", "pyvenv.cfg"):
        (root / ".venv" / name).symlink_to(Path(sys.prefix, name))
    for name in ("site", "tools", "test"):
        (root / ".venv" / name).touch()


@pytest.mark.parametrize("target", TARGETS)
def test_make_knows_every_command_of_the_documents(target: str) -> None:
    assert make("--dry-run", target).returncode == 0


@pytest.mark.parametrize("word", WORDS)
def test_the_program_knows_its_words(word: str) -> None:
    assert typed(ROOT, word, "--help").returncode == 0


def test_the_documents_name_the_commands_and_places_that_exist() -> None:
    assert {"serve", "build", "check", "test", "lock", "picture", "deploy"} <= set(TARGETS)
    assert {"check", "new", "promise", "accept", "deploy"} <= set(WORDS)
    for place in re.findall(r"`(?!/)([\w./]+(?:\.py|\.yml|/))`", (ROOT / "scripts/README.md").read_text()):
        is_made = place.startswith("site/")
        assert is_made or any((folder / place).exists() for folder in (ROOT / "scripts", ROOT)), place
    absent = {f"docs/{locale}/" for locale in {"nl", "en"} - set(settings.of(ROOT).locales)}
    for place in re.findall(r"`((?:docs|overrides|scripts|tests)/[\w./-]*)`|\]\(((?!https:)[^)#]+)[^)]*\)", README):
        assert (ROOT / "".join(place)).exists() or place[0] in absent, place


def test_comments_name_files_that_exist() -> None:
    texts = [ROOT / "mkdocs.yml", ROOT / "pyproject.toml", ROOT / "Makefile"]
    texts += [path for path in (ROOT / "scripts").rglob("*") if path.suffix in (".py", ".yml")]
    for text in texts:
        for place in re.findall(r"\b(?:overrides|scripts|tests)/[\w./-]*\.\w+\b", text.read_text(encoding="utf-8")):
            assert (ROOT / place).exists(), (text, place)


def test_make_deploys_and_says_what_is_missing(site: Path, tmp_path: Path) -> None:
    set_up(tmp_path)
    (tmp_path / "site").symlink_to(site)
    (tmp_path / "scripts").symlink_to(ROOT / "scripts")
    before = sorted(tmp_path.iterdir())
    assert make("deploy", cwd=tmp_path).stderr.startswith("Zeg waar de site heen moet")
    assert sorted(tmp_path.iterdir()) == before
    assert make("deploy", f"TARGET={tmp_path}/www", cwd=tmp_path).returncode == 0
    assert (tmp_path / "www/current/index.html").is_file()
    shutil.copytree(ROOT / "server", tmp_path / "server")
    assert "server/requirements.txt" in make("--dry-run", "deploy", "TARGET=s3://bucket", cwd=tmp_path).stdout


def test_the_copies_that_bench_builds_are_pages_that_pass(tmp_path: Path) -> None:
    bench.prepare(tmp_path, "ours", len(PAGES) + 18)
    assert [one for one in checks.everything(tmp_path) if one.level == "error"] == []
    assert len(list(tmp_path.glob("docs/*/**/*.md"))) in (len(PAGES) + 18, len(PAGES) + 19)


@pytest.mark.parametrize("target", ["serve", "build", "check", "test"])
def test_a_second_call_sets_nothing_up(tmp_path: Path, target: str) -> None:
    set_up(tmp_path)
    again = make("--dry-run", target, cwd=tmp_path)
    assert (again.returncode, "pip install" in again.stdout) == (0, False)
    shutil.rmtree(tmp_path / ".venv")
    assert "pip install" in make("--dry-run", target, cwd=tmp_path).stdout


@pytest.mark.parametrize("python", ["no-such-python", "old-python"])
def test_a_python_that_will_not_do_is_one_clear_sentence(tmp_path: Path, python: str) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "requirements.txt").touch()
    old = tmp_path / "old-python"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    result = make("check", f"PYTHON={tmp_path / python}", cwd=tmp_path)
    assert result.returncode != 0
    (said,) = [line for line in result.stderr.splitlines() if not line.startswith("make")]
    assert "Python 3.11" in said
    assert not (tmp_path / ".venv").exists()


@pytest.mark.skipif(shutil.which("unshare") is None, reason="needs unshare, of util-linux, to take the network away")
def test_a_build_needs_no_network(small: Path) -> None:
    command = ["unshare", "--net", "--map-root-user", sys.executable, "-m", "scripts", "build"]
    result = subprocess.run(command, cwd=small, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert (small / "site/pagefind/pagefind.js").is_file()


@pytest.mark.parametrize(
    ("pages", "wanted"),
    [(WORD, [one for one in PAGES if WORD in one + PAGES[one]]), ("all", [*PAGES, MISSING]), ("no-such-page", [])],
)
def test_pages_chooses_the_pages_of_the_browser_tests(pages: str, wanted: list[str]) -> None:
    command = [sys.executable, "-m", "pytest", "tests/site/test_every_page.py", "--collect-only"]
    environment = {"PATH": "", "PAGES": pages}
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=environment)
    chosen = re.findall(r"whole\[(.+)\]", result.stdout)
    assert sorted(chosen) == sorted(address or "home" for address in wanted)
    assert ("make test PAGES=fairtrade" in result.stdout + result.stderr) is (not wanted)
