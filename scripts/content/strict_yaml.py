"""YAML as people write it by hand: plain values with line numbers, and none of YAML's surprises."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import getitem
from typing import Any

import yaml

from scripts.report import Text
from scripts.words import pair

Key = tuple[str | int, ...]
PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq")
)
DEEPEST = 10
# What stands in the way of reading a line, the first that fits: `value` is what was meant to be the text behind `head`.
HEAD = r"[ ]*(?P<head>(?:-[ ]+)?[^\W\d][\w-]*:|-)"
CAUSES: dict[str, re.Pattern[str]] = {
    "filled": re.compile(r"(?P<empty>\{\}|\[\])\s*$"),
    "tab": re.compile(r"[ ]*\t"),
    "star": re.compile(r"[ ]*[*+•–][ ]+(?P<value>[^\s:]+)\s*$"),
    "tab_behind": re.compile(rf"{HEAD}[ ]*\t\s*(?P<value>.*)"),
    "space": re.compile(rf"{HEAD}(?![-/])(?P<value>[^ ].*)"),
    "curly": re.compile(rf"{HEAD}[ ]+[“”„‟‘’‚«](?P<value>.*?)[“”‘’»]?\s*$"),
    "apostrophe": re.compile(rf"{HEAD}[ ]+(?P<value>'.*)"),
    "quotes": re.compile(rf'{HEAD}[ ]+(?P<value>".*)'),
    "sign": re.compile(rf"{HEAD}[ ]+(?P<value>(?P<sign>[\]\[{{}}&*!|>%@`,]|[-?](?= )).*)"),
    "colon": re.compile(rf"{HEAD}[ ]+(?P<value>.*:(?: .*)?$)"),
}
# A line that is read on with the next one: what is amiss shows there.
READ_ON = ("filled", "tab_behind", "space")
WORD = r"[ ]*[^\W\d][\w-]*:"


@dataclass(frozen=True)
class Document:
    """A YAML value, the line (from 1) where each of its keys and items stands, by path: `("related", 0)`, and the file.

    `typed` are the lines as they were typed, from the first line of the file.
    """

    value: object
    lines: dict[Key, int]
    typed: list[str] = field(repr=False)

    def line(self, key: Key) -> int:
        """Return the line of `key`, or of the nearest thing around it when the key itself is absent."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, 1)

    def place(self, key: Key, text: str) -> tuple[int, int]:
        """Return the line of `key`, and the column from 1 at which `text` stands in it; 1 when it does not."""
        line = self.line(key)
        return line, self.typed[line - 1].find(text) + 1 or 1

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


def quoted(text: str) -> str:
    """Return `text` as YAML reads it back letter by letter, in the quotation marks that fit (YAML 1.2, section 7.3)."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'{}'".format(text.replace("'", "''"))


def load(text: str, first_line: int = 1) -> Document:
    """Read `text`, whose first line is line `first_line` of its file. What is no mapping or list in it is text.

    So `12:30`, `Yes` and `2017` stay as they were typed, and whoever needs a number makes it one. Raises `YamlProblem`
    for text that is not YAML and for what YAML allows but nobody means: tags, anchors and aliases, a key that is there
    twice or is not a word, a remark behind a value.
    """
    text = "\n" * (first_line - 1) + text  # so that a line has the number that it has in the file
    loader = yaml.CSafeLoader(text)
    document = Document(None, {(): first_line}, text.split("\n"))
    try:
        _refuse_surprises(text)
        node = loader.get_single_node()
        return replace(document, value=node and _value(document, node, ()))
    except yaml.MarkedYAMLError as error:
        # Of something left open, the place where it began helps more than the place where the reader gave up.
        left_open = any(word in str(error.context) for word in ("flow", "quoted"))
        mark = error.context_mark if left_open else error.problem_mark
        number = min(mark.line if mark else 0, text.rstrip().count("\n"))
        if "flow" in str(error.context):
            raise YamlProblem(number + 1, *pair("yaml.bracket")) from error
        raise _unread(document.typed, number) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise YamlProblem(first_line, *pair("yaml.not_yaml")) from error
    finally:
        loader.dispose()


def _unread(typed: list[str], number: int) -> YamlProblem:
    """Return why the reader stopped at the line `number`, from 0, of what was `typed`."""
    if number and any(CAUSES[cause].match(typed[number - 1]) for cause in READ_ON):
        number -= 1
    found = ((cause, pattern.match(typed[number])) for cause, pattern in CAUSES.items())
    cause, match = next(((cause, match) for cause, match in found if match), ("not_yaml", None))
    if number and cause == "not_yaml":
        here, above = typed[number], typed[number - 1]
        if re.match(rf"{WORD} \S", above) and _indent(above) != _indent(here):
            better = f"{_indent(here)}{above.strip()}"
            return YamlProblem(number, *pair("yaml.indented", better=better))
        number -= bool(re.match(r"[ ]*[^\s#-][^:]*$", above))
    about = match.groupdict() if match else {}
    better = quoted(_meant(about.pop("value", "")))
    return YamlProblem(number + 1, *pair(f"yaml.{cause}", better=better, **about))


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def _meant(value: str) -> str:
    """Return the text that somebody meant who typed `value` behind a colon."""
    text = value.strip()
    mark, inner = text[:1], text[1:]
    if mark == '"' and mark not in inner:
        return inner  # left open
    if len(text) > 1 and mark in ("'", '"') and text.endswith(mark):
        inner = inner[:-1]
        # Around all of it, unless the next one closes: "Hij zei "ja"", and not "Ja" en "nee".
        if mark == "'" or inner.partition(mark)[0][-1:] in ("", " ", "("):
            return inner
    return text


def _refuse_surprises(text: str) -> None:
    # Event by event, so that text nested without end meets a limit here and not the interpreter's stack.
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        line = _line(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _unread(text.split("\n"), line - 1)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise YamlProblem(line, *pair("yaml.not_yaml"))


def _line(part: yaml.Event | yaml.Node) -> int:
    return part.start_mark.line + 1 if part.start_mark else 1


def _value(document: Document, node: yaml.Node, path: Key) -> object:
    document.lines[path] = _line(node)
    if node.tag not in PLAIN_TAGS:
        raise _unread(document.typed, _line(node) - 1)
    if isinstance(node, yaml.SequenceNode):
        return [_value(document, item, (*path, n)) for n, item in enumerate(node.value)]
    if isinstance(node, yaml.ScalarNode):
        _refuse_remark(document, node)
        return None if node.value == "" and not node.style else str(node.value)
    result: dict[str, object] = {}
    _refuse_pieces(document, node)
    for key_node, value_node in node.value:
        # A key can have a tag too, and `<<` has one of its own: it would bring in keys from elsewhere.
        is_word = isinstance(key_node, yaml.ScalarNode) and key_node.tag in PLAIN_TAGS
        key = key_node.value if is_word else ""
        if not key:
            raise _unread(document.typed, _line(key_node) - 1)
        if key in result:
            raise YamlProblem(_line(key_node), *pair("yaml.twice", key=key))
        result[key] = _value(document, value_node, (*path, key))
        document.lines[(*path, key)] = _line(key_node)
    return result


def _refuse_pieces(document: Document, node: yaml.Node) -> None:
    """Stop at `{nl: Vis, kaas}`, of which YAML makes a key `kaas` without a value, and at `{nl:vis}`."""
    text = None
    for key, value in node.value if isinstance(node, yaml.MappingNode) and node.flow_style else ():
        if not isinstance(value, yaml.ScalarNode) or value.value or value.style:
            text = (key, value)
        elif ":" in key.value:
            raise YamlProblem(_line(key), *pair("yaml.tight", typed=key.value, better=key.value.replace(":", ": ", 1)))
        elif text and text[1].start_mark.line == key.end_mark.line and not text[1].style:
            line, (name, begun) = document.typed[key.end_mark.line], text
            better = f"{name.value}: {quoted(line[begun.start_mark.column : key.end_mark.column])}"
            raise YamlProblem(_line(key), *pair("yaml.comma", better=better))


def _refuse_remark(document: Document, node: yaml.ScalarNode) -> None:
    """Stop at a `#` behind a value without quotation marks: YAML passes over the rest, and a title ends halfway."""
    mark = node.end_mark
    behind = document.typed[mark.line][mark.column :].strip() if mark and mark.line < len(document.typed) else ""
    if not node.style and behind.startswith("#"):
        said = f"{node.value} {behind}".strip()
        raise YamlProblem(mark.line + 1, *pair("yaml.remark", typed=said, better=quoted(said)))
