"""Markup: the white space that lies between blocks goes, and what is between words becomes one space; no comments.

A browser shows both alike (CSS Text Level 3, 4.1.1). Between words and links a space stays: it is part of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import attrgetter

from selectolax.lexbor import LexborNode

from scripts.optimise.pages import Edit, Page, Site

# What stands on lines of its own, in the head too. A space around it is not shown.
BLOCKS = frozenset(
    "address article aside base blockquote body caption col colgroup dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link main meta nav ol optgroup option p "
    "pre section summary table tbody td tfoot th thead title tr ul".split()
)
# Here each space counts, or is no text.
AS_IT_IS = frozenset("pre script style svg template textarea".split())
SPACE = re.compile(r"[ \t\n\r\f]+")


def step(site: Site) -> Edit:
    """Return what takes the superfluous white space off a page."""
    return tidy


def tidy(page: Page) -> None:
    """Take the superfluous white space and the comments off `page`."""
    root = page.tree.root
    if root is not None:
        for comment in _nodes(root, attrgetter("is_comment_node")):
            comment.decompose()
        page.tree.merge_text_nodes()  # what a comment parted
        for text in _nodes(root, attrgetter("is_text_node")):
            _tidy(text)


def _nodes(root: LexborNode, wanted: Callable[[LexborNode], bool]) -> list[LexborNode]:
    found: list[LexborNode] = []
    waiting = [root]
    while waiting:
        for node in waiting.pop().iter(include_text=True):
            if wanted(node):
                found.append(node)
            elif node.is_element_node and node.tag not in AS_IT_IS:
                waiting.append(node)
    return found


def _tidy(node: LexborNode) -> None:
    old = node.text_content or ""
    new = SPACE.sub(" ", old)
    if _is_block(node.prev or node.parent):
        new = new.removeprefix(" ")
    if _is_block(node.next or node.parent):
        new = new.removesuffix(" ")
    if not new:
        node.decompose()
    elif new != old:
        node.replace_with(new)


def _is_block(node: LexborNode | None) -> bool:
    return node is not None and (node.tag or "") in BLOCKS
