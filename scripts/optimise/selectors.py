"""Whether a selector can match anything on the site (Selectors Level 4). When in doubt, it can."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from tinycss2.ast import FunctionBlock, HashToken, IdentToken, LiteralToken, Node, SquareBracketsBlock, StringToken

# One of what stands between their brackets must match; what stands in :not() must not.
ONE_OF = frozenset({"is", "where", "has", "matches", "-webkit-any", "-moz-any"})


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
    return all(is_there(used) for is_there in _demands(selector))


def _demands(selector: Sequence[Node]) -> Iterator[Callable[[AbstractSet[str]], bool]]:
    before: Node | None = None
    for node in selector:
        if isinstance(node, HashToken):
            yield _has(f"#{node.value}")
        elif isinstance(node, IdentToken) and _is(before, "."):
            yield _has(f".{node.value}")
        elif isinstance(node, IdentToken) and not _is(before, ":"):
            yield _has(node.lower_value)
        elif isinstance(node, SquareBracketsBlock):
            yield _attribute(node)
        elif isinstance(node, FunctionBlock) and node.lower_name in ONE_OF:
            yield _any(selectors(node.arguments))
        before = node


def _is(node: Node | None, sign: str) -> bool:
    return isinstance(node, LiteralToken) and node.value == sign


def _has(name: str) -> Callable[[AbstractSet[str]], bool]:
    return lambda used: name in used


def _any(choices: list[list[Node]]) -> Callable[[AbstractSet[str]], bool]:
    return lambda used: any(can_match(choice, used) for choice in choices)


def _attribute(block: SquareBracketsBlock) -> Callable[[AbstractSet[str]], bool]:
    parts = [node for node in block.content if node.type not in ("whitespace", "comment")]
    if not isinstance(parts[0], IdentToken):  # one of any namespace
        return lambda used: True
    name = parts[0].lower_value
    last = parts[-1]
    if len(parts) != 3 or not _is(parts[1], "=") or not isinstance(last, IdentToken | StringToken):
        return _has(f"[{name}]")
    value = last.value.lower()
    return lambda used: f"[{name}={value}]" in used or used >= {f"[{name}=*]", value}
