"""A Markdown extension: HTML is text, except for a few harmless tags, each written in one strict way.

Python-Markdown hands every tag through as it is, so that `a<b en x>y` eats half a page and `<script>` runs. Here a tag
is only a tag when it fits one pattern; anything else shows as it was typed. What comes out is cleaned by nh3 as well.
"""

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import HtmlInlineProcessor

from scripts.content import allowed

VALUE = r"""(?:"[^"<>]*"|'[^'<>]*')"""
# A link inside the site is Markdown's, not HTML's.
ATTRIBUTE = rf"""\s(?:(?:datetime|hreflang|lang|title)={VALUE}|href=["'](?=https?://|\#)[^"'<>\s]*["']|open)"""
TAG = rf"(?i:</?(?:{'|'.join(sorted(allowed.TYPED))})(?:{ATTRIBUTE})*\s?/?>)"
OURS = re.compile(TAG)


class PlainHtml(Extension):
    """Replaces Python-Markdown's two ways to let HTML through by one pattern."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 the name is Python-Markdown's
        """Take out what passes raw HTML on, and put in what passes our tags on."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.register(HtmlInlineProcessor(f"({TAG})", md), "html", 90)


def makeExtension(**settings: object) -> PlainHtml:  # noqa: N802 the name is Python-Markdown's
    """Return the extension, for `mkdocs.yml`."""
    return PlainHtml(**settings)
