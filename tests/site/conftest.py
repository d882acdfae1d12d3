"""The site in `docs/`, built once per run: its pages parsed as a browser parses them, and its hosts."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts.content import Content, Page
from tests.browser.conftest import host, served
from tests.conftest import ROOT, built, sound
from tests.visiting import ASKED, EVERY, MISSING, chosen

# The hosts, of the site below.
__all__ = ["host", "served"]


@dataclass(frozen=True)
class BuiltPage:
    """A page of the built site: its file, its address below the site's, and its document."""

    file: Path
    address: str

    @cached_property
    def document(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.file.read_text(encoding="utf-8"))

    def all(self, selector: str) -> list[LexborNode]:
        return self.document.css(selector)

    def values(self, selector: str, attribute: str) -> list[str]:
        return [node.attributes.get(attribute) or "" for node in self.all(selector)]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for `each_address` once for each chosen page, for `each_lesson` once for each lesson."""
    if "each_address" in metafunc.fixturenames:
        found = [page.address for page in chosen(ROOT)] + ([MISSING] if ASKED in ("", EVERY) else [])
        metafunc.parametrize("each_address", found, ids=lambda address: address or "home")
    if "each_lesson" in metafunc.fixturenames:
        lessons = [page.address for page in chosen(ROOT) if page.meta.kind == "lesson"]
        metafunc.parametrize("each_lesson", lessons)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site."""
    return built(ROOT, "site", tmp_path_factory)


@pytest.fixture(scope="session")
def content() -> Content:
    """The content of the site."""
    return sound(ROOT)


@pytest.fixture(scope="session")
def pages(site: Path) -> list[BuiltPage]:
    """Every page by address; the 404 page and those that lead on apart."""
    files = [file for file in sorted(site.rglob("index.html")) if 'http-equiv="refresh"' not in file.read_text()]
    return [BuiltPage(file, f"{file.parent.relative_to(site).as_posix()}/".removeprefix("./")) for file in files]


@pytest.fixture(scope="session")
def both(content: Content, pages: list[BuiltPage]) -> list[tuple[BuiltPage, Page]]:
    """Each built page with what it is made from."""
    ours = {page.address: page for page in content.pages}
    return [(page, ours[page.address]) for page in pages]
