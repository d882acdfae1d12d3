"""The site that a new town begins with, on two hosts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import nginx
from tests.visiting import hosted


@pytest.fixture(scope="session")
def host(site: Path) -> Iterator[str]:
    """The address of the site, at the root of the simplest host."""
    with hosted(site) as address:
        yield address


@pytest.fixture(scope="session")
def served(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site behind nginx, with the policy in its answers."""
    place = tmp_path_factory.mktemp("nginx")
    (place / "srv").mkdir()
    (place / "srv/current").symlink_to(site)
    with nginx.running(nginx.configured(place)) as running:
        yield f"https://{nginx.NAME}:{running.tls_port}/"
