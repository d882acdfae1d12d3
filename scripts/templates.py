"""Templates of what is no page of MkDocs: drawings, redirects, previews, links for learning platforms."""

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scripts.formats import visible


def render(overrides: Path, name: str, /, **values: object) -> str:
    """Return the template `name` in the folder `overrides`, filled with `values`: every one is escaped.

    It stops at unknown names, and knows the filter `visible` for what strangers wrote: on one line, a character that
    does not show as its number.
    """
    return _environment(overrides).get_template(name).render(values)


@lru_cache(maxsize=1)
def _environment(overrides: Path) -> Environment:
    env = Environment(autoescape=True, undefined=StrictUndefined, loader=FileSystemLoader(overrides))
    env.filters["visible"] = lambda value: visible(str(value).expandtabs()).replace("\n", " ")
    return env
