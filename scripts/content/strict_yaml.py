"""YAML as people write it by hand: plain values with line numbers, and none of YAML's surprises."""

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
    text = "\n" * (first_line - 1) + text  # so that a line has the number that it has in the file
    loader = yaml.CSafeLoader(text)
    lines: dict[Key, int] = {(): first_line}
    try:
        _refuse_surprises(text)
        node = loader.get_single_node()
        return Document(node and _value(loader, lines, node, ()), lines)
    except yaml.MarkedYAMLError as error:
        # Of something left open, the place where it began helps more than the place where the reader gave up.
        left_open = any(word in str(error.context) for word in ("flow", "quoted"))
        mark = error.context_mark if left_open else error.problem_mark
        number = min(mark.line if mark else 0, text.rstrip().count("\n"))
        line = text.split("\n")[number]
        has_tab = "\t" in line[: len(line) - len(line.lstrip())]
        cause = "open_quote" if "quoted" in str(error.context) else "tab" if has_tab else "not_yaml"
        raise YamlProblem(number + 1, *pair(f"yaml.{cause}")) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise YamlProblem(first_line, *pair("yaml.not_yaml")) from error
    finally:
        loader.dispose()


def _refuse_surprises(text: str) -> None:
    # Event by event, so that text nested without end meets a limit here and not the interpreter's stack.
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        line = _line(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise YamlProblem(line, *pair("yaml.anchor"))
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise YamlProblem(line, *pair("yaml.not_yaml"))


def _line(part: yaml.Event | yaml.Node) -> int:
    return part.start_mark.line + 1 if part.start_mark else 1


def _value(loader: yaml.CSafeLoader, lines: dict[Key, int], node: yaml.Node, path: Key) -> object:
    lines[path] = _line(node)
    if node.tag not in PLAIN_TAGS:
        raise YamlProblem(lines[path], *pair("yaml.tag"))
    if isinstance(node, yaml.SequenceNode):
        return [_value(loader, lines, item, (*path, n)) for n, item in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        return str(node.value) if node.tag.endswith(":timestamp") else loader.construct_object(node)
    result: dict[str, object] = {}
    for key_node, value_node in node.value:
        # A key can have a tag too, and `<<` has one of its own: it would bring in keys from elsewhere.
        is_word = isinstance(key_node, yaml.ScalarNode) and key_node.tag in PLAIN_TAGS
        key = key_node.value if is_word else ""
        if not key:
            raise YamlProblem(_line(key_node), *pair("yaml.not_yaml"))
        if key in result:
            raise YamlProblem(_line(key_node), *pair("yaml.twice", key=key))
        result[key] = _value(loader, lines, value_node, (*path, key))
        lines[(*path, key)] = _line(key_node)
    return result
