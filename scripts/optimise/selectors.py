"""Whether a selector can match anything on the site (Selectors Level 4). When in doubt, it can."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

import tinycss2
from tinycss2.ast import FunctionBlock, HashToken, IdentToken, LiteralToken, Node, SquareBracketsBlock, StringToken

# One of what stands between their brackets must match; what stands in :not() must not.
ONE_OF = frozenset({"is", "where", "has", "matches", "-webkit-any", "-moz-any"})
COMBINATOR = re.compile(r"\s*([>+~])\s*")
START = LiteralToken(0, 0, "")
# Where a pseudo-class stood alone: any element.
NOTHING = re.compile(r"(^|[\s>+~])(?=$|[\s>+~])")


def selectors(prelude: Sequence[Node]) -> list[list[Node]]:
    """Return the selectors in `prelude`, a list that commas part."""
    found: list[list[Node]] = [[]]
    for node in prelude:
        if _is(node, ","):
            found.append([])
        else:
            found[-1].append(node)
    return found


def can_match(selector: Sequence[Node], used: AbstractSet[str]) -> bool:
    """Tell whether all that `selector` asks for is among `used`, in the words of `scripts.optimise.used`."""
    words = (name for name in names(selector) if not name.startswith("["))
    return all(word in used for word in words) and all(is_there(used) for is_there in _demands(selector))


def query(selector: Sequence[Node], moving: AbstractSet[str] = frozenset()) -> str:
    """Return what a page must hold for `selector`, as a selector: without what may come and go.

    That is pseudo-classes, pseudo-elements, and the names in `moving`. Nothing for a selector that is nested in
    another, or that asks for a namespace.
    """
    text, skip = "", False
    for before, node in pairwise([START, *selector]):
        if _is(node, "&") or _is(node, "|"):
            return ""
        if not (skip or _is(node, ":") or _is(node, ".")):
            text += _part(node, before, moving)
        skip = _is(node, ":")
    return NOTHING.sub(r"\1*", COMBINATOR.sub(r"\1", text.strip()))


def _part(node: Node, before: Node, moving: AbstractSet[str]) -> str:
    name = next(names([before, node] if _is(before, ".") else [node]), "")
    if name in moving:
        return ""
    return name if isinstance(node, IdentToken) else tinycss2.serialize([node])


def names(selector: Sequence[Node]) -> Iterator[str]:
    """Yield the elements, ids, classes and attributes that `selector` speaks of, outside brackets of others."""
    before: Node | None = None
    for node in selector:
        if isinstance(node, HashToken):
            yield f"#{node.value}"
        elif isinstance(node, IdentToken) and not _is(before, ":"):
            yield f".{node.value}" if _is(before, ".") else node.lower_value
        elif isinstance(node, SquareBracketsBlock) and (name := _attribute_name(node)):
            yield f"[{name}]"
        before = node


def _attribute_name(block: SquareBracketsBlock) -> str:
    first = next((node for node in block.content if node.type not in ("whitespace", "comment")), None)
    return first.lower_value if isinstance(first, IdentToken) else ""


def _demands(selector: Sequence[Node]) -> Iterator[Callable[[AbstractSet[str]], bool]]:
    for node in selector:
        if isinstance(node, SquareBracketsBlock):
            yield _attribute(node)
        elif isinstance(node, FunctionBlock) and node.lower_name in ONE_OF:
            yield _any(selectors(node.arguments))


def _is(node: Node | None, sign: str) -> bool:
    return isinstance(node, LiteralToken) and node.value == sign


def _any(choices: list[list[Node]]) -> Callable[[AbstractSet[str]], bool]:
    return lambda used: any(can_match(choice, used) for choice in choices)


def _attribute(block: SquareBracketsBlock) -> Callable[[AbstractSet[str]], bool]:
    parts = [node for node in block.content if node.type not in ("whitespace", "comment")]
    if not isinstance(parts[0], IdentToken):  # one of any namespace
        return lambda used: True
    name = parts[0].lower_value
    last = parts[-1]
    if len(parts) != 3 or not _is(parts[1], "=") or not isinstance(last, IdentToken | StringToken):
        return lambda used: f"[{name}]" in used
    value = last.value.lower()
    return lambda used: f"[{name}={value}]" in used or used >= {f"[{name}=*]", value}
