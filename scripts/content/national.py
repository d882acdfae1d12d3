"""What holds for every Dutch town: lists in `scripts/national/`, to which a town adds its own in `docs/data/`."""

from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from scripts.content.strict_yaml import Key
from scripts.files import own_yaml

FOLDER = Path(__file__).parents[1] / "national"


@cache
def of(name: str, model: TypeAdapter[Any]) -> Any:  # noqa: ANN401 as the list is
    """Return the list `name` as it holds for every town, checked against `model`; nothing when there is none."""
    path = FOLDER / f"{name}.yml"
    return model.validate_python(own_yaml(path)) if path.exists() else None


def added(national: Any, own: Any) -> tuple[Any, list[Key]]:  # noqa: ANN401 as the lists are
    """Return the list `national`, if any, with what a town has of its `own`, and where that has what is there already.

    Of a list without keys what is the town's comes first: so each entry is where it stands in its file.
    """
    if national is None:
        return own, []
    if isinstance(own, BaseModel):
        parts = {part: added(getattr(national, part), value) for part, value in own}
        twice = [(part, *place) for part, (_, places) in parts.items() for place in places]
        return own.model_copy(update={part: value for part, (value, _) in parts.items()}), twice
    if isinstance(own, dict):
        return national | own, [(str(key),) for key in own if key in national]
    return type(own)((*own, *national)), []
