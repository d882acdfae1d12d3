"""The words of the front matter one by one: what each is for, what may be typed, and an example, in both languages."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from scripts import strict_yaml
from scripts.report import Language
from scripts.schema.front_matter import FrontMatter, Meta

WORDS = Path(__file__).with_suffix(".yml")
# What pydantic calls the limits of a text, a list or a number.
LIMITS = {"min_length": "least", "ge": "least", "max_length": "most", "le": "most"}
Example = str | int | list[Any] | dict[str, Any]


@cache
def kinds() -> Mapping[str, type[Meta]]:
    """Return what each kind of page may hold, by the word for the kind."""
    models: tuple[type[Meta], ...] = get_args(get_args(FrontMatter)[0])
    return {get_args(model.model_fields["kind"].annotation)[0]: model for model in models}


def fields(kind: str) -> dict[str, FieldInfo]:
    """Return the fields of a page of `kind`: those it cannot do without first, and of those what every page has."""
    common = ("title", "description", "kind")
    every = kinds()[kind].model_fields.items()
    return dict(sorted(every, key=lambda one: (not one[1].is_required(), one[0] not in common)))


def says(name: str, field: FieldInfo, language: Language) -> str:
    """Return in `language` what the field `name` is for and what it may hold, as its model has it."""
    limits = {
        word: getattr(one, limit) for one in field.metadata for limit, word in LIMITS.items() if hasattr(one, limit)
    }
    choices = get_args(field.annotation) if get_origin(field.annotation) is Literal else ()
    return str(_words()[name][language][0]).format(**limits, choices=", ".join(choices))


def example(name: str, language: Language) -> Example | None:
    """Return a value that the field `name` can have, when it is a field."""
    return _words()[name][language][1] if name in _words() else None


def typed(name: str, value: Example) -> str:
    """Return the line or lines of front matter that give the field `name` this `value`."""
    if isinstance(value, dict):
        return "\n".join(
            [f"{name}:", *(f"  {key}: {json.dumps(one, ensure_ascii=False)}" for key, one in value.items())]
        )
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "\n".join([f"{name}:", *(f"  - {_inline(one)}" for one in value)])
    if isinstance(value, list):
        return "\n".join([f"{name}:", *(f"  - {one}" for one in value)])
    # Between quotes a colon or a number is text, as a volunteer means it; a word that we chose needs none.
    is_text = isinstance(value, str) and not re.fullmatch("[a-z]+", value)
    return f"{name}: {json.dumps(value, ensure_ascii=False) if is_text else value}"


def _inline(value: Mapping[str, Any]) -> str:
    return "{" + ", ".join(f"{key}: {json.dumps(one, ensure_ascii=False)}" for key, one in value.items()) + "}"


@cache
def _words() -> dict[str, dict[Language, list[Example]]]:
    found: dict[str, dict[Language, list[Example]]] = strict_yaml.own(WORDS)
    return found
