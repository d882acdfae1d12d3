"""Style sheets with only the rules that can apply somewhere, in the same order, and as few bytes as say the same.

The rules, their order and what they declare stay as they are (CSS Cascading and Inheritance Level 5); only what applies
nowhere goes: selectors that match nothing, then the values, animations and fonts that nothing names any more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from dataclasses import replace as with_changes

import lightningcss
import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

from scripts.optimise.selectors import selectors

VARIABLE = re.compile(r"--[\w-]+")
WORD = re.compile(r"-{0,2}[A-Za-z_][\w-]*")
# At-rules that hold rules. An empty @layer still says which layer comes first.
GROUPS = frozenset({"media", "supports", "layer", "container", "scope", "starting-style"})
LAYER = "layer"
# A selector with such a part is invalid in some browsers, and its whole list with it: the list stays as it is.
OF_ONE_BROWSER = re.compile(r":-")
ANIMATIONS = re.compile(r"(-webkit-|-moz-|-o-)?animation(-name)?|--.*")
FONTS = re.compile(r"font(-family)?|--.*")


@dataclass(frozen=True)
class Rule:
    """A rule: what stands before its block, and the declarations and rules in there; neither when it has no block."""

    head: str
    inside: tuple[Rule | Declared, ...] | None
    kind: str = ""


@dataclass(frozen=True)
class Declared:
    """A property and its value."""

    name: str
    value: str


Part = Rule | Declared
Inside = tuple[Part, ...]


Applies = Callable[[Sequence[Node]], bool]


def purged(styles: Sequence[str], used: AbstractSet[str], applies: Applies) -> list[str]:
    """Return the style sheets `styles`, in the order that pages load them, with what `applies` to something there.

    `used` are the names that pages and scripts use, among them those of values and animations.
    """
    sheets = [tuple(_rules(tinycss2.parse_stylesheet(style, True, True), applies)) for style in styles]
    named = _Named(sheets, used)
    return [smallest(_text(_kept(sheet, named.keeps))) for sheet in sheets]


def _rules(nodes: Sequence[Node], applies: Applies) -> Iterator[Part]:
    """Yield what of `nodes` can apply; what a browser would not understand is not there."""
    for node in nodes:
        if isinstance(node, Declaration):
            yield _declared(node)
        elif isinstance(node, QualifiedRule):
            yield from _style_rule(node, applies)
        elif isinstance(node, AtRule):
            yield from _at_rule(node, applies)


def _declared(node: Declaration) -> Declared:
    important = "!important" if node.important else ""
    return Declared(node.name, tinycss2.serialize(node.value).strip() + important)


def _style_rule(node: QualifiedRule, applies: Applies) -> Iterator[Rule]:
    every = selectors(node.prelude)
    possible = [one for one in every if applies(one)]
    head = tinycss2.serialize(node.prelude)
    if possible and not OF_ONE_BROWSER.search(head):
        head = ",".join(tinycss2.serialize(one).strip() for one in possible)
    inside = tuple(_rules(tinycss2.parse_blocks_contents(node.content, True, True), applies))
    if possible and inside:
        yield Rule(head, inside)


def _at_rule(node: AtRule, applies: Applies) -> Iterator[Rule]:
    name = node.lower_at_keyword
    head = f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}".strip()
    if node.content is None:
        yield Rule(head, None, name)
    elif name in GROUPS:
        inside = tuple(_rules(tinycss2.parse_blocks_contents(node.content, True, True), applies))
        if inside or name == LAYER:
            yield Rule(head, inside, name)
    else:  # its content is no list of selectors: it stays whole
        yield Rule(head, (Declared("", tinycss2.serialize(node.content)),), name)


def every_selector(styles: Sequence[str]) -> list[list[Node]]:
    """Return each selector in the style sheets `styles`, also those of rules within others."""
    found: list[list[Node]] = []

    def note(selector: Sequence[Node]) -> bool:
        found.append(list(selector))
        return True

    for style in styles:
        for _ in _rules(tinycss2.parse_stylesheet(style, True, True), note):
            """Reads on to the end."""
    return found


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
            family = re.search(r"font-family\s*:\s*[\"']?([^;\"']+)", _text(part.inside or ()), re.IGNORECASE)
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


def _text(inside: Inside) -> str:
    return "".join(_written(part) for part in inside)


def _written(part: Part) -> str:
    if isinstance(part, Declared):
        return f"{part.name}:{part.value};" if part.name else part.value
    return f"{part.head}{{{_text(part.inside)}}}" if part.inside is not None else f"{part.head};"


def smallest(style: str) -> str:
    """Return `style` in as few bytes as say the same: again until nothing changes, so that it stays what it is then."""
    while (shorter := lightningcss.process_stylesheet(style, error_recovery=True)) != style:
        style = shorter
    return style
