"""The pages of a built site, parsed as a browser parses them."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode


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
