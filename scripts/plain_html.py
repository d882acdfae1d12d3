"""A Markdown extension: HTML is text, except for a few harmless tags.

Python-Markdown hands every tag through as it is, so that `a<b en x>y` eats half a page and `<script>` runs. Here a tag
is only a tag when our list (`scripts/allowed.py`) has it with all its attributes; anything else shows as it was typed.
All of them are kept in `tags`, so that a check can tell the writer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.util import AtomicString

from scripts import allowed

# As far as a tag can reach: a quote may hide a closing bracket; the next tag or the end of the text ends it too, as
# browsers forgive a bracket that is missing.
TAG = r"""</?[A-Za-z][A-Za-z0-9:-]*(?:[\s/](?:"[^"<]*"|'[^'<]*'|[^<>])*)?(?:>|(?=<)|\Z)"""
# What an inline pattern of ours or of Python-Markdown can begin with.
MARK = re.compile(r"[\\`*_\[\]!<&\x02\x03]|  \n")
# What each pattern cannot do without; one that is not here is tried on every text.
NEEDED = {
    "backtick": "`",
    "escape": "\\",
    "footnote": "[^",
    **dict.fromkeys(("reference", "link", "short_reference"), "["),
    **dict.fromkeys(("image_link", "image_reference", "short_image_ref"), "!["),
    **dict.fromkeys(("autolink", "automail", "html"), "<"),
    "linebreak": "  \n",
    "entity": "&",
}
COMMENT_OR_TICKS = re.compile(r"<!--|`+")


class PlainHtml(Extension):
    """Replaces Python-Markdown's three ways to let HTML through by one that asks the list."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 the name is Python-Markdown's
        """Take out what passes raw HTML on, and put in what judges it."""
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(_WithoutComments(md), "comments", 20)
        md.inlinePatterns.register(_Tag(TAG, md, self), "html", 90)
        md.treeprocessors.register(_Inline(md), "inline", 20)
        md.registerExtension(self)
        self.reset()

    def reset(self) -> None:
        """Begin a new text."""
        self.tags: list[Tag] = []


def makeExtension(**settings: object) -> PlainHtml:  # noqa: N802 the name is Python-Markdown's
    """Return the extension, for `mkdocs.yml`."""
    return PlainHtml(**settings)


class _Inline(InlineTreeprocessor):
    """Tries on a text only the patterns that it can hold, instead of all fifteen; pages come out the same."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Replace the marks in `tree` by elements."""
        patterns = self.md.inlinePatterns
        needed = {patterns.get_index_for_name(name): marks for name, marks in NEEDED.items() if name in patterns}
        self.patterns = [(pattern, needed.get(number, "")) for number, pattern in enumerate(patterns)]
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if isinstance(data, AtomicString) or not MARK.search(data):
            return data
        number, start = patternIndex, 0
        while number < len(self.patterns):
            pattern, needed = self.patterns[number]
            matched = needed in data
            if matched:
                data, matched, start = self._InlineProcessor__applyPattern(pattern, data, number, start)  # type: ignore[attr-defined]
            if not matched:
                number, start = number + 1, 0
        return data


class _WithoutComments(Preprocessor):
    """Takes out `<!-- … -->`, code left alone; one that never ends is text."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if "<!--" not in text:
            return lines
        parts, last = [], 0
        for found in COMMENT_OR_TICKS.finditer(text):
            if found.start() < last:
                continue
            comment = found[0] == "<!--"
            closing = "-->" if comment else found[0]
            # <!--> is a whole comment to a browser (HTML Standard, 13.1.6): its end may overlap its beginning.
            end = text.find(closing, found.end() - 2 if comment else found.end())
            if end < 0:
                continue
            parts.append(text[last : found.start() if comment else end + len(closing)])
            last = end + len(closing)
        return "".join([*parts, text[last:]]).split("\n")


class _Tag(InlineProcessor):
    """Keeps a tag that the list knows; leaves any other as text."""

    def __init__(self, pattern: str, md: Markdown, keeper: PlainHtml) -> None:
        super().__init__(pattern, md)
        self.keeper = keeper

    def handleMatch(  # type: ignore[override]  # noqa: N802 the name is Python-Markdown's
        self, m: re.Match[str], data: str
    ) -> tuple[str | None, int | None, int | None]:
        tag = read(m[0])
        self.keeper.tags.append(tag)
        if tag.is_allowed:
            return self.md.htmlStash.store(m[0]), m.start(0), m.end(0)
        return None, None, None


@dataclass(frozen=True)
class Tag:
    """One opening or closing tag as it was typed: its name in small letters, and its attributes."""

    text: str
    name: str
    attributes: tuple[tuple[str, str | None], ...]

    @property
    def is_closing(self) -> bool:
        """Tell whether it ends an element."""
        return self.text.startswith("</")

    @property
    def is_allowed(self) -> bool:
        """Tell whether the list has it with every attribute. A link inside the site is Markdown's, not HTML's."""
        return (
            self.text.endswith(">")
            and self.name in allowed.TYPED
            and all(
                allowed.attribute(self.name, name, value or "") == (value or "")
                and not (name == "href" and allowed.is_inside(value or "") and not str(value).startswith("#"))
                for name, value in self.attributes
            )
        )


def read(text: str) -> Tag:
    """Return the tag that `text` begins with, its attributes read as a browser reads them."""
    reader = _Reader()
    reader.feed(text.rstrip(">") + ">")
    return Tag(text, reader.name, tuple(reader.attributes))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.name = ""
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.name, self.attributes = tag, attrs

    def handle_endtag(self, tag: str) -> None:
        self.name = tag
