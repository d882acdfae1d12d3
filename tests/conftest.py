"""The sites that tests look at: what a new town begins with, built once per run, and a small one to break."""

import fcntl
import gc
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from scripts import check as checks
from scripts import today
from scripts.__main__ import main
from scripts.build import build
from scripts.content import Content, settings
from scripts.report import Finding
from tests import programs

ROOT = Path(__file__).parent.parent
# What a new town begins with, and pages to break.
SMALL, BRIDGE = ROOT / "tests/small", ROOT / "tests/bridge"
SITE_URL = "https://example.org/"
# The day for which every site here is built.
TODAY = "2026-11-28"
# What is set in type, drawn or compressed for one project here, the next finds; the folder is known when tests begin.
DRAWN = Path()


def of_the_run(factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all processes of this run of the tests share."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def built(project: Path, name: str, factory: pytest.TempPathFactory) -> Path:
    """Return the finished site of the folder `project`, at the root of its host; built once per run, as `name`."""
    target = of_the_run(factory) / name
    with target.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.exists():
            build(project, target, site_url=SITE_URL)
    return target


@pytest.fixture(scope="session")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project as a new town begins with it, a year later: with things that were published meanwhile."""
    project = lay(SMALL / "docs", tmp_path_factory.mktemp("seed"))
    shutil.copytree(ROOT / "tests/year/docs", project / "docs", dirs_exist_ok=True)
    shutil.copy(ROOT / "tests/year/published.txt", project)
    return project


@pytest.fixture(scope="session")
def site(seed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site that a new town begins with."""
    return built(seed, "begun", tmp_path_factory)


@pytest.fixture(scope="session")
def content(seed: Path) -> Content:
    """The content that a new town begins with."""
    return sound(seed)


def sound(project: Path) -> Content:
    """Return the content of the folder `project`, about which the check has not even a warning."""
    found, findings = checks.run(settings.of(project))
    assert [finding for finding in findings if finding.level != "hint"] == []
    return found


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small project of its own, to change and to build."""
    return small_project(tmp_path / "small")


def small_project(root: Path) -> Path:
    """Lay a project of a dozen pages into the folder `root`, and return that: a test which needs one is quick."""
    return lay(BRIDGE / "docs", root)


def lay(docs: Path, root: Path) -> Path:
    """Lay a project with the pages in `docs`, in all else that of a new town, into the folder `root`; return that."""
    shutil.copytree(ROOT / "overrides", root / "overrides", ignore=shutil.ignore_patterns("town"))
    shutil.copytree(SMALL / "overrides", root / "overrides", dirs_exist_ok=True)
    shutil.copytree(docs, root / "docs")
    shutil.copy(SMALL / "mkdocs.yml", root)
    (root / "scripts").symlink_to(ROOT / "scripts")
    (root / ".cache").symlink_to(DRAWN)
    return root


def typed(root: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Do in this process what `python -m scripts` does with `words` in the folder `root`; return what became of it."""
    with (
        pytest.MonkeyPatch.context() as changed,
        redirect_stdout(StringIO()) as said,
        redirect_stderr(StringIO()) as complained,
    ):
        changed.chdir(root)
        changed.setattr(sys, "argv", ["scripts", *words])
        for name, value in environment.items():
            changed.setenv(name, value)
        try:
            status = main()
        except SystemExit as wrong_use:
            status = int(wrong_use.code or 0)
        finally:
            gc.unfreeze()  # this process goes on
            gc.enable()
    return subprocess.CompletedProcess(words, status, said.getvalue(), complained.getvalue())


def begin_agenda(root: Path) -> None:
    """Give the small project in `root` the agenda of a new town, in both languages."""
    for locale in ("nl", "en"):
        (root / f"docs/{locale}/agenda").mkdir()
        for name in ("index.md", "archief.md"):
            text = (SMALL / f"docs/{locale}/agenda" / name).read_text(encoding="utf-8")
            page = root / f"docs/{locale}/agenda" / name
            page.write_text(re.sub(r"related:\n(  - .*\n)+|follows: .*\n", "", text), encoding="utf-8")
    with (root / "docs/data/slugs.yml").open("a") as slugs:
        slugs.write("agenda: {en: events}\narchief: {en: archive}\n")


@pytest.fixture
def town(small: Path) -> Content:
    """The content of the small project."""
    return checks.run(settings.of(small))[0]


@pytest.fixture
def findings(small: Path) -> Callable[[], list[Finding]]:
    """What the checks say of the small project as it is now."""
    return lambda: checks.run(settings.of(small))[1]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    path = programs.need("chromium")
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=path) as running:
        yield running


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A visitor on a computer, with nothing kept from before; the mark `visitor` says what is different."""
    mark = request.node.get_closest_marker("visitor")
    usual = {"viewport": {"width": 1440, "height": 900}, "ignore_https_errors": True}
    with browser.new_context(**usual | (mark.kwargs if mark else {})) as visitor:
        yield visitor.new_page()


@pytest.fixture(scope="session", autouse=True)
def quiet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """MkDocs speaks only of trouble, every day is the same, and nothing is drawn twice."""
    settings.quiet()
    drawn = of_the_run(tmp_path_factory) / "drawn"
    drawn.mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as changed:
        changed.setenv(today.DAY, TODAY)
        changed.setattr("tests.conftest.DRAWN", drawn)
        yield
