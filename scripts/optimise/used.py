"""What a style sheet may speak of: the elements, ids, classes and attributes that pages have or scripts may give them.

Each is written as a selector writes it: `table`, `#_menu`, `.cards`, `[open]`, `[dir=ltr]`, and `--river` for a name in
a value. Words in scripts count whatever they are for: `[open=*]` is an attribute that may get any of them as its value.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from tinycss2.ast import Node

from scripts.optimise.names import SCRIPT_LATER, reached
from scripts.optimise.pages import Page, Site, attribute, each
from scripts.optimise.selectors import can_match, query
from scripts.optimise.sheet import every_selector, read

Look = TypeVar("Look")

WORD = re.compile(r"-{0,2}[A-Za-z_][\w-]*")
VARIABLE = re.compile(r"--[\w-]+")
COMMENT = re.compile(r"(?m)(?:^|(?<=\s))//.*$|/\*(?s:.*?)\*/")
QUOTED = re.compile(r""""[^"\n]*"|'[^'\n]*'|`[^`]*`""")
ASKED_VALUE = re.compile(r"\[\s*([\w-]+)\s*=")
# What a browser itself opens and closes, what scripts write without quotes, and the element that marks the words found
# (Pagefind's documentation, "Search API": excerpts hold <mark>).
BY_ITSELF = frozenset({"mark", "[open]", "[open=*]", "true", "false"})


class Used(NamedTuple):
    """What pages that are styled alike use.

    `names` are all names on the pages and in their scripts, `moving` those that scripts and readers bring and take,
    and `queries` what is there of that which selectors need.
    """

    names: frozenset[str]
    moving: frozenset[str]
    queries: frozenset[str]

    def applies(self, selector: Sequence[Node]) -> bool:
        """Tell whether `selector` can match something on these pages, now or when a reader has done something."""
        if not can_match(selector, self.names):
            return False
        needed = query(selector, self.moving)
        return not needed or needed in self.queries


def used(site: Site, look: Callable[[Page], Look], styles: Sequence[str]) -> dict[Look, Used]:
    """Return what the pages of the `site` use, by their `look`; values of attributes where `styles` ask for them."""
    asked = frozenset(name.lower() for style in styles for name in ASKED_VALUE.findall(style))
    looks, found, scripts = list[Look](), defaultdict[Look, set[str]](set), defaultdict[Look, set[str]](set)
    for one, on_it, loaded in each(site, lambda page: (look(page), on_page(page, asked), _scripts(page))):
        looks.append(one)
        found[one] |= on_it
        scripts[one] |= loaded
    moving = {one: _moving(site, scripts[one]) for one in found}
    every = {one: moving[one].union(found[one]) for one in found}
    anywhere = frozenset().union(*every.values())
    written = (selector for style in styles for selector in every_selector(read(style)))
    selectors = [selector for selector in written if can_match(selector, anywhere)]  # most of a theme's match nowhere
    needed = {
        one: frozenset(query(part, moving[one]) for part in selectors if can_match(part, every[one])) for one in found
    }
    there = defaultdict[Look, set[str]](set)
    for one, queries in zip(looks, each(site, lambda page: _there(page, needed[look(page)])), strict=True):
        there[one] |= queries
    return {one: Used(every[one], moving[one], frozenset(there[one])) for one in found}


def _moving(site: Site, scripts: set[str]) -> frozenset[str]:
    loaded = reached(scripts, site.folder)
    return BY_ITSELF | by_scripts(site.folder / address for address in sorted(loaded) if address.endswith(".js"))


def _there(page: Page, needed: frozenset[str]) -> set[str]:
    return {one for one in needed if one and page.tree.css_first(one) is not None}


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
    values = [attribute(node, "src") for node in page.tree.css("script[src]")]
    values += [attribute(node, SCRIPT_LATER) for node in page.tree.css(f"[{SCRIPT_LATER}]")]
    found = map(page.inside, values)
    return {address for address in found if address}


def by_scripts(files: Iterable[Path]) -> frozenset[str]:
    """Return what the scripts `files` may bring: words in quotes as elements, ids and classes, all words as attributes.

    `node.hidden = true` sets an attribute without quotes.
    """
    text = "\n".join(COMMENT.sub(" ", path.read_text(encoding="utf-8")) for path in files)
    quoted = {word for part in QUOTED.findall(text) for word in WORD.findall(part)}
    found = {form for word in quoted for form in (word.lower(), f"#{word}", f".{word}")}
    for word in WORD.findall(text):
        found |= {f"[{word.lower()}]", f"[{word.lower()}=*]"}
    return frozenset(found)
