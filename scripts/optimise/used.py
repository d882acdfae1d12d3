"""What a style sheet may speak of: the elements, ids, classes and attributes that pages have or scripts may give them.

Each is written as a selector writes it: `table`, `#_menu`, `.cards`, `[open]`, `[dir=ltr]`, and `--river` for a name in
a value. Words in scripts count whatever they are for: `[open=*]` is an attribute that may get any of them as its value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from scripts.optimise.names import reached
from scripts.optimise.pages import Page, Site, attribute, each

WORD = re.compile(r"-{0,2}[A-Za-z_][\w-]*")
VARIABLE = re.compile(r"--[\w-]+")
COMMENT = re.compile(r"(?m)(?:^|(?<=\s))//.*$|/\*(?s:.*?)\*/")
ASKED_VALUE = re.compile(r"\[\s*([\w-]+)\s*=")
# What a browser itself opens and closes, what scripts write without quotes, and the element that marks the words found
# (Pagefind's documentation, "Search API": excerpts hold <mark>).
BY_ITSELF = frozenset({"mark", "[open]", "[open=*]", "true", "false"})


def used(site: Site, styles: Iterable[str]) -> frozenset[str]:
    """Return what the pages and scripts of the `site` use; values of attributes only where `styles` ask for them."""
    asked = frozenset(name.lower() for style in styles for name in ASKED_VALUE.findall(style))
    found = each(site, lambda page: (on_page(page, asked), _scripts(page)))
    loaded = reached(set[str]().union(*(scripts for _, scripts in found)), site.folder)
    words = by_scripts(site.folder / address for address in sorted(loaded) if address.endswith(".js"))
    return BY_ITSELF.union(words, *(names for names, _ in found))


def on_page(page: Page, asked: frozenset[str]) -> frozenset[str]:
    """Return what `page` uses, and the values of its attributes that are `asked` for."""
    found = {match[0] for match in VARIABLE.finditer(page.text)}
    for node in page.tree.css("*"):
        found.add((node.tag or "").lower())
        for name, value in node.attributes.items():
            found.add(f"[{name.lower()}]")
            if name == "class":
                found.update("." + word for word in (value or "").split())
            elif name == "id":
                found.add(f"#{value}")
            if name in asked:
                found.add(f"[{name}={(value or '').lower()}]")
    return frozenset(found)


def _scripts(page: Page) -> set[str]:
    found = (page.inside(attribute(node, "src")) for node in page.tree.css("script[src]"))
    return {address for address in found if address}


def by_scripts(files: Iterable[Path]) -> frozenset[str]:
    """Return all that the words in the scripts `files` may be: names of elements, ids, classes, attributes."""
    texts = (path.read_text(encoding="utf-8") for path in files)
    words = {word for text in texts for word in WORD.findall(COMMENT.sub(" ", text))}
    forms = ("{}", "#{}", ".{}", "[{}]", "[{}=*]")
    return frozenset(form.format(word if form in ("#{}", ".{}") else word.lower()) for word in words for form in forms)
