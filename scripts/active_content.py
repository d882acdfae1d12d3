"""What on a finished page can act: run, load, submit, take over. All of it must be what our own templates make.

The last of the defences, and independent of the others: it reads the pages as they are and the templates as they are,
and knows nothing of Markdown, front matter or escaping.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePath

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts import allowed
from scripts.checks.messages import finding
from scripts.report import Finding

RULE = "active_content_is_ours"
ELEMENTS = frozenset(
    "applet audio base button dialog embed fencedframe form frame frameset iframe input link math object portal "
    "script select style template textarea track video animate animatemotion animatetransform foreignobject set "
    "image".split()
)
ATTRIBUTES = frozenset(
    "action autofocus background contenteditable data data-script data-style formaction http-equiv ping popover "
    "popovertarget poster srcdoc srcset style".split()
)
ADDRESSES = ("href", "src", "xlink:href", "action", "data-script", "data-style")
# The text of a page: whatever acts in there was brought by its writer.
TEXT = "md-typeset"
JINJA_TAG = re.compile(r"\{[%#].*?[%#]\}", re.DOTALL)
JINJA_VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
# A file of the look, by its name: only what leads there is filled in.
JINJA_FILE = re.compile(r"\{\{ *'([\w./-]+)' *\| *url *\}\}")
ANY = "\ufdd0"
Attributes = Mapping[str, str | None]
# The templates of pages; the preview of a pull request is none.
TEMPLATES = ("base.html", "404.html", "moved.html", "kinds/*.html", "partials/*.html", "drawings/*.html")


@dataclass(frozen=True)
class Maker:
    """An element as a template makes it: its attributes, `ANY` in the place of what the template fills in."""

    element: str
    attributes: Mapping[str, str]

    def makes(self, element: str, attributes: Attributes) -> bool:
        """Tell whether this template can have made an `element` with these `attributes`."""
        return (
            element == self.element
            and attributes.keys() == self.attributes.keys()
            and all(
                re.fullmatch(_filled(self.attributes[name]), value or "", re.DOTALL)
                for name, value in attributes.items()
            )
        )


@lru_cache(maxsize=256)
def _filled(value: str) -> str:
    return re.escape(value).replace(ANY, ".*")


@lru_cache(maxsize=4)
def makers(overrides: Path) -> tuple[Maker, ...]:
    """Return every element that can act in the templates of `overrides`."""
    found = []
    for path in sorted(path for kind in TEMPLATES for path in overrides.glob(kind)):
        source = JINJA_FILE.sub(ANY + r"\1", JINJA_TAG.sub("", path.read_text(encoding="utf-8")))
        source = JINJA_VALUE.sub(ANY, source)
        for node in LexborHTMLParser(source).css("*"):
            if acts(node.tag or "", node.attributes):
                found.append(Maker(node.tag or "", {name: value or "" for name, value in node.attributes.items()}))
    return tuple(found)


def acts(element: str, attributes: Attributes) -> bool:
    """Tell whether an `element` with these `attributes` can do something, or makes the browser fetch something."""
    return (
        element in ELEMENTS
        or any(name in ATTRIBUTES or name.startswith("on") for name in attributes)
        or any(not _is_plain(element, name, attributes[name] or "") for name in ADDRESSES if name in attributes)
    )


def _is_plain(element: str, name: str, value: str) -> bool:
    if name == "href" and element == "a":
        return allowed.address(value)
    return value.startswith("data:image/") or allowed.is_inside(value)


def foreign(html: str, site_url: str, overrides: Path) -> Iterator[str]:
    """Yield a name for each thing in the page `html` that can act and that no template of `overrides` makes.

    `site_url` is our own address: what a template fills in may lead there and nowhere else.
    """
    return foreign_in(LexborHTMLParser(html), site_url, overrides, lambda _, attributes: attributes)


def foreign_in(
    document: LexborHTMLParser, site_url: str, overrides: Path, undo: Callable[[str, Attributes], Attributes]
) -> Iterator[str]:
    """Yield the same for a page as a browser understands it.

    `undo` gives the attributes of an element as the template made them, before anything else had its way with the page.
    """
    for node in document.css("*"):
        element = node.tag or ""
        if not acts(element, node.attributes):
            continue
        attributes = undo(element, node.attributes)
        if acts(element, attributes):
            ours = any(maker.makes(element, attributes) for maker in makers(overrides))
            leads_out = any(not _is_ours(attributes[name] or "", site_url) for name in ADDRESSES if name in attributes)
            if not ours or leads_out or _is_in_text(node):
                yield f"<{element} {' '.join(sorted(attributes))}>"


def _is_ours(value: str, site_url: str) -> bool:
    return allowed.is_inside(value) or value.startswith(site_url)


def _is_in_text(node: LexborNode) -> bool:
    parent = node.parent
    while parent is not None:
        if TEXT in (parent.attributes.get("class") or "").split():
            return True
        parent = parent.parent
    return False


def check(site: Path, site_url: str, overrides: Path) -> Iterator[Finding]:
    """Yield a finding for each page below `site` that holds something active which is not ours."""
    for path in sorted(site.rglob("*.html")):
        things = list(dict.fromkeys(foreign(path.read_text(encoding="utf-8"), site_url, overrides)))
        if things:
            yield finding(RULE, "foreign", PurePath(path.relative_to(site)), 1, things=", ".join(things[:3]))
