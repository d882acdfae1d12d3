"""The one reader of the lists in `docs/data/` and of the words of the interface."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from scripts.report import Refused
from scripts.schema.messages import explain
from scripts.strict_yaml import Document, YamlProblem, load
from scripts.words import complaint, pair

T = TypeVar("T")

RULE = "data_is_valid"
# The lists that the site is made from, each a file in `docs/data/`.
LISTS = (
    "sources", "slugs", "timeline", "goals", "places", "drawings", "questions", "names", "education", "redirects"
)  # fmt: skip
# The folder with a list for each lesson: its quiz and its worksheet, named as the page of the lesson.
LESSONS = "lessons"
LESSONS_FOLDER = f"data/{LESSONS}"


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

    Raises `Refused` with a finding of `rule` per problem; `skip` is the number of parts that `model` puts before the
    place of each.
    """
    try:
        document = load(text, first_line)
        return model.validate_python(document.value), document
    except YamlProblem as problem:
        raise Refused([complaint(rule, shown, problem.line, problem.message, problem.fix)]) from problem
    except ValidationError as error:
        problems = error.errors(include_url=False)
        raise Refused(complaint(rule, shown, *explain(one, document, skip)) for one in problems) from error
