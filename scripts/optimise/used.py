"""What a style sheet may speak of: the elements, ids, classes and attributes that pages have or scripts may give them.

Each is written as a selector writes it: `table`, `#_menu`, `.cards`, `[open]`, `[dir=ltr]`, and `--river` for a name in
a value. Words in scripts count whatever they are for: `[open=*]` is an attribute that may get any of them as its value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from scripts.optimise.pages import Page, Site, each

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
    on_pages = each(site, lambda page: on_page(page, asked))
    return BY_ITSELF.union(*on_pages, by_scripts(site))


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


def by_scripts(site: Site) -> frozenset[str]:
    """Return all that the words in our own scripts may be: a name of an element, an id, a class, an attribute."""
    texts = (path.read_text(encoding="utf-8") for path in sorted((site.folder / "assets").rglob("*.js")))
    words = {word for text in texts for word in WORD.findall(COMMENT.sub(" ", text))}
    forms = ("{}", "#{}", ".{}", "[{}]", "[{}=*]")
    return frozenset(form.format(word if form in ("#{}", ".{}") else word.lower()) for word in words for form in forms)
