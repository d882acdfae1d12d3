"""Material's icons: in a text `:material-coffee:`, in lists and templates `coffee`. All are decoration.

Only what its package has under `material/`: its other folders hold the marks of companies.
"""

import re
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Annotated
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markupsafe import Markup

from scripts.content.outlines import coarser
from scripts.content.schema.meta import shaped

FOLDER = files("material") / "templates/.icons/material"
TYPED = re.compile(r":material-(?P<name>[a-z0-9-]+):")
OUTLINE = re.compile(r' d="(?P<outline>[^"]*)"')
BOX = Markup('<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="{}"/></svg>')
# What stands for an icon until the text is cleaned. Nobody can type it: our tags have no class.
HELD = re.compile(r'<span class="icon" title="(?P<name>[a-z0-9-]+)"></span>')


@cache
def names() -> frozenset[str]:
    """Return the name of every icon."""
    return frozenset(path.name[:-4] for path in FOLDER.iterdir() if path.name.endswith(".svg"))


@cache
def meant(typed: str) -> str:
    """Return the name of the icon that was `typed`, or of the one that is spelt most like it; `earth` when none is."""
    name = re.sub(r"[^a-z0-9]+", "-", typed.lower())
    return name if name in names() else next(iter(get_close_matches(name, sorted(names()), 1)), "earth")


@cache
def outline(name: str) -> str:
    """Return the shape of the icon `name` in a box of 24 by 24: the `d` of a path in SVG."""
    found = OUTLINE.search((FOLDER / f"{name}.svg").read_text(encoding="utf-8"))
    return found["outline"] if found else ""


@cache
def icon(name: str) -> Markup:
    """Return the icon `name` as HTML: as high as the text around it, in its colour, passed over by screen readers."""
    return BOX.format(coarser(outline(name)))


def drawn(text: str, held: re.Pattern[str] = HELD) -> str:
    """Return `text` with its icons drawn in their places: cleaned HTML or, with `TYPED`, a text as it was written."""
    return held.sub(lambda found: icon(found["name"]) if found["name"] in names() else found[0], text)


# What a list may say where it wants an icon.
IconName = Annotated[str, shaped("icon", lambda name: name in names(), meant)]


class Icons(Extension):
    """Makes `:material-coffee:` an icon; a name that is none stays as it was typed, and the check says so."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 the name is Python-Markdown's
        """Look for icons in the lines of a text, outside code."""
        md.inlinePatterns.register(_Typed(TYPED.pattern, md), "icon", 70)


class _Typed(InlineProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, found: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        if found["name"] not in names():
            return None, None, None
        return Element("span", {"class": "icon", "title": found["name"]}), found.start(), found.end()
