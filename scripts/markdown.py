"""Markdown as the site reads it: rendered with the extensions of `mkdocs.yml`, and searched with line numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser

from markdown import Markdown

from scripts.settings import Settings

_CODE = re.compile(
    r"""^[ ]*(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^[ ]*(?P=fence)[`~]*[ ]*$|\Z)  # a block between fences, or to the end
    |(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)                         # a word between backticks""",
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)


@dataclass(frozen=True)
class Outline:
    """What other pages and other rules need to know of a rendered page: its link targets and its anchors."""

    links: tuple[str, ...]
    anchors: frozenset[str]


def without_code(text: str) -> str:
    """Return `text` with code blanked out, every other character and every line where it was."""
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def outliner(settings: Settings) -> Callable[[str], Outline]:
    """Return a function that renders Markdown and returns its links (`href` and `src`, in order) and its ids."""
    converter = Markdown(
        extensions=list(settings.markdown_extensions), extension_configs=dict(settings.markdown_configs)
    )

    def outline(markdown: str) -> Outline:
        collector = _Collector()
        collector.feed(converter.reset().convert(markdown))
        return Outline(tuple(collector.links), frozenset(collector.anchors))

    return outline


def line_of(needle: str, text: str, first_line: int) -> int:
    """Return the line of the first link to `needle` in `text`, else its first mention, else `first_line`."""
    for found in (text.find(f"({needle}"), text.find(needle)):
        if found >= 0:
            return first_line + text.count("\n", 0, found)
    return first_line


class _Collector(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.links.append(value)
            elif name == "id" and value:
                self.anchors.add(value)
