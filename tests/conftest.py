"""The sites that tests look at: the real one, built once per run, and a small one to break."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scripts import check as checks
from scripts.build import build
from scripts.content import Content, settings
from scripts.report import Finding

ROOT = Path(__file__).parent.parent
# The seed of a new town, and the pages that tests break: laid over it, they are the small project.
SMALL, BRIDGE = ROOT / "tests/small", ROOT / "tests/bridge"
SITE_URL = "https://example.org/"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site, at the root of its host, built once per run by whoever comes first."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:  # each process has a folder of its own below that of the run
        shared = shared.parent
    target = shared / "site"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.exists():
            build(ROOT, target, site_url=SITE_URL)
    return target


@pytest.fixture(scope="session")
def content() -> Content:
    """The content of the real site."""
    found, findings = checks.run(settings.of(ROOT))
    assert [finding for finding in findings if finding.level != "hint"] == []
    return found


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small project of its own, with the real look, to change and to build."""
    return small_project(tmp_path / "small")


def small_project(root: Path) -> Path:
    """Lay a small project into the folder `root`, and return that: some pages of the seed, and those to break."""
    lay_pages(root)
    shutil.copy(SMALL / "mkdocs.yml", root)
    for name in ("overrides", "scripts"):
        (root / name).symlink_to(ROOT / name)
    return root


def lay_pages(root: Path) -> None:
    """Lay the fronts of the seed into the folder `root`, and over them the pages to break, with what their lists add.

    All of the seed would make tests slow that need one page.
    """
    shutil.copytree(SMALL / "docs", root / "docs", ignore=_no_front, dirs_exist_ok=True)
    of_the_seed = {path: path.read_text(encoding="utf-8") for path in (root / "docs/data").glob("*.yml")}
    shutil.copytree(BRIDGE, root, dirs_exist_ok=True)
    for path, text in of_the_seed.items():
        if (added := path.read_text(encoding="utf-8")) != text:
            path.write_text(added + text, encoding="utf-8")


def _no_front(folder: str, names: list[str]) -> set[str]:
    """Return which of `names` in `folder` are pages within a section, or lists of such pages."""
    pages = {name for name in names if name.endswith(".md")} if Path(folder).parent != SMALL / "docs" else set()
    return (pages - {"index.md", "bronnen.md"}) | ({"lessons"} & set(names))


@pytest.fixture
def town(small: Path) -> Content:
    """The content of the small project."""
    return checks.run(settings.of(small))[0]


@pytest.fixture
def findings(small: Path) -> Callable[[], list[Finding]]:
    """What the checks say of the small project as it is now."""
    return lambda: checks.run(settings.of(small))[1]


@pytest.fixture(scope="session", autouse=True)
def quiet() -> Iterator[None]:
    """MkDocs speaks only of trouble."""
    settings.quiet()
    yield
