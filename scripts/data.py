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
    try:
        document = load(text_of(path, shown, RULE))
        return model.validate_python(document.value), document
    except YamlProblem as problem:
        finding = complaint(RULE, shown, problem.line, problem.message, problem.fix)
        raise Refused([finding]) from problem
    except ValidationError as error:
        explained = explain(error, document)
        raise Refused(complaint(RULE, shown, line, message, fix) for line, message, fix in explained) from error
