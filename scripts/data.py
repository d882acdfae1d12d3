"""The one reader of the lists in `docs/data/` and of the words of the interface."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from scripts.report import Finding, Refused, Text
from scripts.rule_words import why
from scripts.schema.messages import explain
from scripts.strict_yaml import Document, YamlProblem, load

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
        message = Text("Dit bestand is niet te lezen als tekst (UTF-8).", "This file cannot be read as text (UTF-8).")
        fix = Text("Sla het op als gewone tekst, in UTF-8.", "Save it as plain text, in UTF-8.")
        if isinstance(error, FileNotFoundError):
            message = Text("Dit bestand ontbreekt.", "This file is missing.")
            fix = Text("Zet het terug uit een vorige versie.", "Put it back from a previous version.")
        raise Refused([Finding(rule, shown, 1, message, why(rule), fix)]) from error


def read(path: Path, shown: PurePath, model: TypeAdapter[T]) -> tuple[T, Document]:
    """Return what the YAML file `path` holds, checked against `model`, and its lines.

    Raises `Refused` with a finding per problem; `shown` is the path that findings name.
    """
    try:
        document = load(text_of(path, shown, RULE))
        return model.validate_python(document.value), document
    except YamlProblem as problem:
        finding = Finding(RULE, shown, problem.line, problem.message, why(RULE), problem.fix)
        raise Refused([finding]) from problem
    except ValidationError as error:
        explained = explain(error, document)
        raise Refused(
            Finding(RULE, shown, line, message, why(RULE), fix) for line, message, fix in explained
        ) from error
