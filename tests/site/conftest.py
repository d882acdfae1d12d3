"""The pages of the real site, built, and parsed as a browser parses them."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts.content import Content, Page


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
