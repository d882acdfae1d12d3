"""YAML as people write it by hand: plain values with line numbers, and none of YAML's surprises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import Any

import yaml

from scripts.report import Text
from scripts.words import pair

Key = tuple[str | int, ...]
PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq")
)
DEEPEST = 10


@dataclass(frozen=True)
class Document:
    """A YAML value, and the line (from 1) where each of its keys and items stands, by path: `("related", 0)`."""

    value: object
    lines: dict[Key, int]

    def line(self, key: Key) -> int:
        """Return the line of `key`, or of the nearest thing around it when the key itself is absent."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, 1)

    def values(self) -> Iterator[tuple[Key, Any]]:
        """Yield each value in the document, mappings and lists too, with its path."""
        for key in self.lines:
            value: Any = self.value
            yield key, reduce(getitem, key, value)


class YamlProblem(Exception):
    """The text is not YAML that we read: `line` (from 1), what is wrong, what to type instead."""

    def __init__(self, line: int, message: Text, fix: Text) -> None:
        self.line, self.message, self.fix = line, message, fix
        super().__init__(message.en)


def own(path: Path) -> Any:  # noqa: ANN401 as the file has it
    """Return what `path` holds, a file of the program itself: nobody needs to be told what is wrong with it."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def load(text: str, first_line: int = 1) -> Document:
    """Read `text`, whose first line is line `first_line` of its file.

    Raises `YamlProblem` for text that is not YAML and for what YAML allows but nobody means:
    tags, anchors and aliases, a key that is there twice, a key that is not a word.
    """
    loader = yaml.CSafeLoader(text)
    lines: dict[Key, int] = {}
    try:
        _refuse_surprises(text, first_line)
        node = loader.get_single_node()
        value = None if node is None else _value(_Reading(loader, lines, first_line), node, ())
    except yaml.MarkedYAMLError as error:
        # Of something left open, the place where it began helps more than the place where the reader gave up.
        left_open = any(word in str(error.context) for word in ("flow", "quoted"))
        mark = error.context_mark if left_open else error.problem_mark
        number = min(mark.line if mark else 0, text.rstrip().count("\n"))
        cause = _cause(str(error.context), text.split("\n")[number])
        raise YamlProblem(first_line + number, *pair(f"yaml.{cause}")) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise YamlProblem(first_line, *pair("yaml.not_yaml")) from error
    finally:
        loader.dispose()
    return Document(value, {(): first_line} | lines)


def _cause(context: str, line: str) -> str:
    """Return what is wrong with `line`, which the reader gave up in the `context` it names."""
    if "quoted" in context:
        return "open_quote"
    return "tab" if line[: len(line) - len(line.lstrip())].count("\t") else "not_yaml"


def _refuse_surprises(text: str, first_line: int) -> None:
    # Event by event, so that text nested without end meets a limit here and not the interpreter's stack.
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        line = first_line + (event.start_mark.line if event.start_mark else 0)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise YamlProblem(line, *pair("yaml.anchor"))
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise YamlProblem(line, *pair("yaml.not_yaml"))


@dataclass(frozen=True)
class _Reading:
    loader: yaml.CSafeLoader
    lines: dict[Key, int]
    first: int


def _value(reading: _Reading, node: yaml.Node, path: Key) -> object:
    reading.lines[path] = reading.first + node.start_mark.line
    if node.tag not in PLAIN_TAGS:
        raise YamlProblem(reading.lines[path], *pair("yaml.tag"))
    if isinstance(node, yaml.MappingNode):
        return _mapping(reading, node, path)
    if isinstance(node, yaml.SequenceNode):
        return [_value(reading, item, (*path, n)) for n, item in enumerate(node.value)]
    if node.tag.endswith(":timestamp"):
        return str(node.value)
    value: object = reading.loader.construct_object(node)
    return value


def _mapping(reading: _Reading, node: yaml.MappingNode, path: Key) -> dict[str, object]:
    result: dict[str, object] = {}
    for key_node, value_node in node.value:
        # A key can have a tag too, and `<<` has one of its own: it would bring in keys from elsewhere.
        is_word = isinstance(key_node, yaml.ScalarNode) and key_node.tag in PLAIN_TAGS
        key = key_node.value if is_word else ""
        line = reading.first + key_node.start_mark.line
        if not key:
            raise YamlProblem(line, *pair("yaml.not_yaml"))
        if key in result:
            raise YamlProblem(line, *pair("yaml.twice", key=key))
        result[key] = _value(reading, value_node, (*path, key))
        reading.lines[(*path, key)] = line
    return result
