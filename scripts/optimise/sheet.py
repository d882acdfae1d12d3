"""A style sheet as a tree of rules, read as browsers read it (CSS Syntax Level 3), and written again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

from scripts.optimise.selectors import selectors

# At-rules that hold rules. An empty @layer still says which layer comes first.
GROUPS = frozenset({"media", "supports", "layer", "container", "scope", "starting-style"})
LAYER = "layer"
# All sheets of one site, which every kind of page is asked about.
KEPT = 32


class Choice(NamedTuple):
    """One selector of a list: its parts, and as it is written."""

    nodes: tuple[Node, ...]
    text: str


@dataclass(frozen=True)
class Rule:
    """A rule: what stands before its block, and the declarations and rules in there; neither when it has no block.

    A style rule has `choices`, and no `kind`; of an at-rule that is its name.
    """

    head: str
    inside: tuple[Rule | Declared, ...] | None
    kind: str = ""
    choices: tuple[Choice, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Declared:
    """A property and its value."""

    name: str
    value: str


Part = Rule | Declared
Inside = tuple[Part, ...]


@lru_cache(maxsize=KEPT)
def read(style: str) -> Inside:
    """Return the rules of the style sheet `style`; what a browser would not understand is not there."""
    return tuple(_parts(tinycss2.parse_stylesheet(style, True, True)))


def every_selector(inside: Inside) -> Iterator[tuple[Node, ...]]:
    """Yield each selector `inside`, also those of rules within others."""
    for part in inside:
        if isinstance(part, Rule):
            yield from (choice.nodes for choice in part.choices)
            yield from every_selector(part.inside or ())


def text(inside: Inside) -> str:
    """Return the rules `inside` as a style sheet holds them."""
    return "".join(_written(part) for part in inside)


def _parts(nodes: Sequence[Node]) -> Iterator[Part]:
    for node in nodes:
        if isinstance(node, Declaration):
            important = "!important" if node.important else ""
            yield Declared(node.name, tinycss2.serialize(node.value).strip() + important)
        elif isinstance(node, QualifiedRule):
            every = tuple(Choice(tuple(one), tinycss2.serialize(one).strip()) for one in selectors(node.prelude))
            yield Rule(tinycss2.serialize(node.prelude), _block(node.content), choices=every)
        elif isinstance(node, AtRule):
            yield _at_rule(node)


def _block(content: Sequence[Node]) -> Inside:
    return tuple(_parts(tinycss2.parse_blocks_contents(content, True, True)))


def _at_rule(node: AtRule) -> Rule:
    name = node.lower_at_keyword
    head = f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}".strip()
    if node.content is None:
        return Rule(head, None, name)
    if name in GROUPS:
        return Rule(head, _block(node.content), name)
    # Its content is no list of selectors: it stays whole.
    return Rule(head, (Declared("", tinycss2.serialize(node.content)),), name)


def _written(part: Part) -> str:
    if isinstance(part, Declared):
        return f"{part.name}:{part.value};" if part.name else part.value
    return f"{part.head}{{{text(part.inside)}}}" if part.inside is not None else f"{part.head};"
