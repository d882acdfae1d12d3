"""The real site as a build leaves it before it is made lighter, and after."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scripts import optimise
from scripts.build import build
from tests.browser.conftest import browser  # noqa: F401 a fixture
from tests.conftest import ROOT, SITE_URL


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site as MkDocs and the steps after it leave it."""
    target = tmp_path_factory.mktemp("plain") / "site"
    build(ROOT, target, published=False, site_url=SITE_URL)
    return target


@pytest.fixture(scope="session")
def light(plain: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site, made lighter."""
    target = tmp_path_factory.mktemp("light") / "site"
    shutil.copytree(plain, target)
    optimise.optimise(target, ROOT / optimise.CACHE)
    return target
