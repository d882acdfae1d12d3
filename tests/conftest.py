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
# What a new town begins with; and a dozen pages to break, so few that a test which needs one is quick.
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
    """Lay a small project into the folder `root`, and return that: pages to break, in all else like the seed."""
    shutil.copytree(BRIDGE, root, dirs_exist_ok=True)
    shutil.copy(SMALL / "mkdocs.yml", root)
    for name in ("overrides", "scripts"):
        (root / name).symlink_to(ROOT / name)
    return root


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
