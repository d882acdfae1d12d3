"""The one style sheet that we take from the theme, without what our own styles do: the frame of a page, headings,
links, rules, tables, figures, boxes, details that open, and footnotes.

The theme gives each of its twelve kinds of boxes a colour and a picture, and draws an arrow over the one that leads
back from a footnote. Ours are plain: overrides/styles/. So no style sheet holds a picture, and the policy allows none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import tinycss2
from tinycss2.ast import Node

from scripts.optimise.kept import kept
from scripts.optimise.purge import possible
from scripts.optimise.sheet import read, text

STYLES = "assets/stylesheets"
OUR_OWN = re.compile(
    r"^(:root|html|body|a|button|hr|img|input|label|\.md-typeset)$|\.md-(?!typeset)|\.md-typeset (a|hr)\b"
    r"|\[type\]|:target|\b(mark|h2|h3|table|th|td|figure|figcaption|admonition|details|summary|footnote)\b"
)
CACHE = ".cache/theme"
WAY = sha256(Path(__file__).read_bytes()).hexdigest()


def style_sheet(folders: Sequence[str]) -> Path:
    """Return the style sheet of the theme, which lies below one of `folders`."""
    return next(path for folder in folders for path in Path(folder, STYLES).glob("main.*.min.css"))


def styles(sheet: Path, root: Path) -> bytes:
    """Return what we take of the theme's style `sheet`; it is kept below `root`, as reading it takes a while."""
    source = sheet.read_bytes()
    return kept(root / CACHE, source, WAY, lambda: _taken(source.decode()).encode())


def _taken(style: str) -> str:
    return text(tuple(possible(read(style), _is_wanted)))


def _is_wanted(selector: Sequence[Node]) -> bool:
    return not OUR_OWN.search(tinycss2.serialize(selector))
