"""Style sheets with only the rules that can apply somewhere, in the same order, and as few bytes as say the same.

The rules, their order and what they declare stay as they are (CSS Cascading and Inheritance Level 5); only what applies
nowhere goes: selectors that match nothing, then the values, animations and fonts that nothing names any more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace as with_changes

import lightningcss
from tinycss2.ast import Node

from scripts.optimise.sheet import GROUPS, LAYER, Declared, Inside, Part, Rule, read, text

VARIABLE = re.compile(r"--[\w-]+")
WORD = re.compile(r"-{0,2}[A-Za-z_][\w-]*")
# A selector with such a part is invalid in some browsers, and its whole list with it: the list stays as it is.
OF_ONE_BROWSER = re.compile(r":-")
ANIMATIONS = re.compile(r"(-webkit-|-moz-|-o-)?animation(-name)?|--.*")
FONTS = re.compile(r"font(-family)?|--.*")

Applies = Callable[[Sequence[Node]], bool]


def purged(styles: Sequence[str], used: AbstractSet[str], applies: Applies) -> list[str]:
    """Return the style sheets `styles`, in the order that pages load them, with what `applies` to something there.

    `used` are the names that pages and scripts use, among them those of values and animations.
    """
    sheets = [tuple(possible(read(style), applies)) for style in styles]
    named = _Named(sheets, used)
    return [smallest(text(_kept(sheet, named.keeps))) for sheet in sheets]


def possible(inside: Inside, applies: Applies) -> Iterator[Part]:
    """Yield the rules `inside`, of each its selectors that `applies` holds for; what is empty then goes."""
    for part in inside:
        if isinstance(part, Declared) or part.inside is None:
            yield part
            continue
        chosen = [choice.text for choice in part.choices if applies(choice.nodes)]
        within = tuple(possible(part.inside, applies))
        if (chosen or not part.choices) and (within or part.kind == LAYER):
            whole = not chosen or OF_ONE_BROWSER.search(part.head)
            yield with_changes(part, head=part.head if whole else ",".join(chosen), inside=within)


class _Named:
    """What the rules, pages and scripts name: values, animations and fonts. The rest of those can go."""

    def __init__(self, sheets: Sequence[Inside], used: AbstractSet[str]) -> None:
        every = [(part, kind) for sheet in sheets for part, kind in _walk(sheet)]
        heads = [rule.head for sheet in sheets for rule in _at_rules(sheet) if rule.kind in GROUPS]
        self._values = _reached(every, heads, used)
        live = [part for part, _ in every if not part.name.startswith("--") or part.name in self._values]
        moving = [part.value for part in live if ANIMATIONS.fullmatch(part.name)]
        self._animations = {word for value in moving for word in WORD.findall(value)} | used
        self._fonts = " ".join(part.value.lower() for part in live if FONTS.fullmatch(part.name))

    def keeps(self, part: Part) -> bool:
        if isinstance(part, Declared):
            return not part.name.startswith("--") or part.name in self._values
        if part.kind == "property":
            return not self._values.isdisjoint(VARIABLE.findall(part.head))
        if part.kind.endswith("keyframes"):
            return not self._animations.isdisjoint(WORD.findall(part.head))
        if part.kind == "font-face":
            family = re.search(r"font-family\s*:\s*[\"']?([^;\"']+)", text(part.inside or ()), re.IGNORECASE)
            return family is None or family[1].strip().lower() in self._fonts
        return True


def _reached(
    declared: Iterable[tuple[Declared, str]], heads: Iterable[str], used: AbstractSet[str]
) -> AbstractSet[str]:
    """Return the names of values that something asks for, by itself or by way of other values."""
    found = {name for name in used if name.startswith("--")}
    found.update(name for head in heads for name in VARIABLE.findall(head))
    values: dict[str, set[str]] = {}
    for part, kind in declared:
        if part.name.startswith("--"):
            values.setdefault(part.name, set()).update(VARIABLE.findall(part.value))
        elif kind != "property":
            found.update(VARIABLE.findall(part.value))
    waiting = list(found)
    while waiting:
        new = values.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found


def _walk(inside: Inside, kind: str = "") -> Iterator[tuple[Declared, str]]:
    for part in inside:
        if isinstance(part, Declared):
            yield part, kind
        else:
            yield from _walk(part.inside or (), part.kind)


def _at_rules(inside: Inside) -> Iterator[Rule]:
    for part in inside:
        if isinstance(part, Rule):
            yield part
            yield from _at_rules(part.inside or ())


def _kept(inside: Inside, keeps: Callable[[Part], bool]) -> Inside:
    """Return what `keeps` of `inside`, without rules that are empty then."""
    found: list[Part] = []
    for part in inside:
        if isinstance(part, Rule) and keeps(part) and part.inside is not None:
            rest = _kept(part.inside, keeps)
            if rest or part.kind == LAYER:
                found.append(with_changes(part, inside=rest))
        elif keeps(part):
            found.append(part)
    return tuple(found)


def smallest(style: str) -> str:
    """Return `style` in as few bytes as say the same: again until nothing changes, so that it stays what it is then."""
    while (shorter := lightningcss.process_stylesheet(style, error_recovery=True)) != style:
        style = shorter
    return style
