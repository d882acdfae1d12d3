"""The site that a new town begins with, on two hosts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.visiting import behind_nginx, hosted


@pytest.fixture(scope="session")
def host(site: Path) -> Iterator[str]:
    """The address of the site, at the root of the simplest host."""
    with hosted(site) as address:
        yield address


@pytest.fixture(scope="session")
def served(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site behind nginx, with the policy in its answers."""
    with behind_nginx(site, tmp_path_factory.mktemp("nginx")) as address:
        yield address
