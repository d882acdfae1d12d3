"""The one reader of the lists in `docs/data/` and of the words of the interface, and what it says of what is amiss."""

from pathlib import Path, PurePath
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from scripts.content import strict_yaml
from scripts.content.strict_yaml import Document, Key, YamlProblem, load
from scripts.report import Refused, Text
from scripts.words import complaint, knows, pair

T = TypeVar("T")

RULE = "data_is_valid"
# The lists that the site is made from, each a file in `docs/data/`.
LISTS = (
    "sources", "slugs", "timeline", "goals", "places", "drawings", "questions", "names", "education", "redirects",
    "search",
)  # fmt: skip
# The folder with a list for each lesson: its quiz and its worksheet, named as the page of the lesson.
LESSONS = "lessons"
LESSONS_FOLDER = f"data/{LESSONS}"
# What one could type for each key.
EXAMPLES = strict_yaml.own(Path(__file__).with_name("schema") / "examples.yml")
# Where pydantic has several names for what is one thing to a person.
SAME = {"value_error": "string_pattern_mismatch", "model_attributes_type": "model_type", "dict_type": "model_type"}


def text_of(path: Path, shown: PurePath, rule: str) -> str:
    """Return the text of the file `path`, with plain line ends.

    Raises `Refused`, naming the file as `shown`, when it is absent, unreadable or not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        said = pair("files.missing" if isinstance(error, FileNotFoundError) else "files.unreadable")
        raise Refused([complaint(rule, shown, 1, *said)]) from error


def read(path: Path, shown: PurePath, model: TypeAdapter[T]) -> tuple[T, Document]:
    """Return what the YAML file `path` holds, checked against `model`, and its lines.

    Raises `Refused` with a finding per problem; `shown` is the path that findings name.
    """
    return fitting(text_of(path, shown, RULE), shown, model, RULE)


def fitting(
    text: str, shown: PurePath, model: TypeAdapter[T], rule: str, first_line: int = 1, skip: int = 0
) -> tuple[T, Document]:
    """Return what the YAML in `text` holds, checked against `model`, and its lines, of which the first has a number.

    Raises `Refused` with a finding of `rule` per problem; `skip` is the number of leading parts of its place that
    are not in the file (the kind of page).
    """
    try:
        document = load(text, first_line)
        return model.validate_python(document.value), document
    except YamlProblem as problem:
        raise Refused([complaint(rule, shown, problem.line, problem.message, problem.fix)]) from problem
    except ValidationError as error:
        problems = error.errors(include_url=False)
        raise Refused(complaint(rule, shown, *_explained(one, document, skip)) for one in problems) from error


def _explained(detail: ErrorDetails, document: Document, skip: int) -> tuple[int, Text, Text]:
    """Return the line of the problem that `detail` tells of, what is wrong there, and what to type instead."""
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
