"""Plain words for each way in which a value can fail its model."""

from __future__ import annotations

from pathlib import Path

from pydantic_core import ErrorDetails

from scripts import strict_yaml
from scripts.report import Text
from scripts.strict_yaml import Document, Key
from scripts.words import knows, pair

EXAMPLES = strict_yaml.own(Path(__file__).with_name("examples.yml"))
# Where pydantic has several names for what is one thing to a person.
SAME = {"value_error": "string_pattern_mismatch", "model_attributes_type": "model_type", "dict_type": "model_type"}


def explain(detail: ErrorDetails, document: Document, skip: int = 0) -> tuple[int, Text, Text]:
    """Return the line of the problem that `detail` tells of, what is wrong there, and what to type instead.

    `skip` is the number of leading parts of an error's place that are not in the file (the kind of page).
    """
    path: Key = tuple(part for part in detail["loc"][skip:] if part != "[key]")
    value = detail["input"]
    shown = value if isinstance(value, str | int | float) else ""
    context = {name: str(part) for name, part in detail.get("ctx", {}).items()}
    key = str(next((part for part in reversed(path) if isinstance(part, str)), "title"))
    if detail["type"].startswith("union_tag"):
        key, path, shown = "kind", ("kind",), context.get("tag", "")
    values = {
        "key": key,
        "value": str(shown)[:80],
        "length": str(len(value)) if isinstance(value, str | list | dict) else "",
        "example": str(EXAMPLES.get(key, f"{key}: …")),
    }
    kind = SAME.get(detail["type"], detail["type"])
    return document.line(path), *pair(f"schema.{kind if knows(f'schema.{kind}') else 'other'}", **(values | context))
