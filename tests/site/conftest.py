"""The pages of the real site, built."""

from pathlib import Path

import pytest

from scripts.content import Content, Page
from tests.site.pages import BuiltPage


@pytest.fixture(scope="session")
def pages(site: Path) -> list[BuiltPage]:
    """Every page by address; the 404 page and those that lead on apart."""
    files = [file for file in sorted(site.rglob("index.html")) if 'http-equiv="refresh"' not in file.read_text()]
    found = [BuiltPage(file, f"{file.parent.relative_to(site).as_posix()}/".removeprefix("./")) for file in files]
    assert len(found) > 80
    return found


@pytest.fixture(scope="session")
def both(content: Content, pages: list[BuiltPage]) -> list[tuple[BuiltPage, Page]]:
    """Each built page with what it is made from."""
    ours = {page.address: page for page in content.pages}
    return [(page, ours[page.address]) for page in pages]
