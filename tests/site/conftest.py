"""The pages of the real site, built."""

from pathlib import Path

import pytest

from tests.site.pages import BuiltPage, pages_of


@pytest.fixture(scope="session")
def pages(site: Path) -> list[BuiltPage]:
    found = pages_of(site)
    assert len(found) > 80
    return found
