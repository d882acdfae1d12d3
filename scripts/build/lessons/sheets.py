"""Worksheets and their answers: two PDFs beside each lesson, to print or to hear read aloud (PDF/UA-1)."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import segno

from scripts.build import typeset
from scripts.content import Content, citations, lessons
from scripts.content.languages import nearest
from scripts.content.lessons import Lesson
from scripts.content.schema.lessons import Task
from scripts.files import kept

TEMPLATE = "print/sheet.typ"
CACHE = ".cache/sheets"
CODES = ".cache/codes"
# How a code is drawn.
CODE: dict[str, Any] = {
    "xmldecl": False,
    "nl": False,
    "omitsize": True,
    "light": "#fff",
    "svgclass": None,
    "lineclass": None,
}
# The room for writing, from ample to tight, in millimetres per line.
ROOMS, MOST_PAGES = (10, 9, 8), 2


def write(content: Content, site: Path) -> None:
    """Write the worksheet and the answers of every lesson below `site`.

    Raises `Unable` when a sheet holds a character that cannot be printed.
    """
    wanted = ((site / address, data) for address, data in sheets(content))
    typeset.write(wanted, content.settings.overrides / TEMPLATE, typeset.pdf, content.settings.root / CACHE)


def sheets(content: Content) -> Iterator[tuple[str, typeset.Data]]:
    """Yield the worksheet and the answers of every lesson in every language: the address of each, and what is on it."""
    for lesson in lessons.everything(content):
        yield lesson.files.worksheet, _data(lesson, answers=False)
        yield lesson.files.answers, _data(lesson, answers=True)


def code(content: Content, target: str) -> str:
    """Return the QR code (ISO/IEC 18004) that leads to `target`, as SVG without a size, and white behind it."""

    def made() -> bytes:
        file = BytesIO()
        segno.make_qr(target, error="m").save(file, "svg", **CODE)
        return file.getvalue()

    way = f"segno {segno.__version__} m {CODE}"
    return kept(content.settings.root / CODES, target.encode(), way, made).decode()


def _data(lesson: Lesson, *, answers: bool) -> dict[str, Any]:
    """Return what is on the worksheet of `lesson`, or on that of its answers."""
    locale, content = lesson.page.locale, lesson.content
    words, address = content.words[locale], content.settings.site_url + lesson.short
    sources = [content.sources[key] for key in lesson.exercises.sources("worksheet")]
    return {
        "rooms": ROOMS,
        "pages": MOST_PAGES,
        "lang": locale,
        "title": words["sheet_answers_title" if answers else "sheet_title"].format(title=lesson.meta.title),
        "author": content.settings.site_names[locale],
        "answers": answers,
        "words": {key: words[f"sheet_{key}"] for key in ("online", "name", "class", "answer")},
        "address": address,
        "code": code(content, address),
        "code_alt": words["lesson_qr"].format(address=address),
        "tasks": [_task(lesson, task, answers=answers) for task in lesson.exercises.worksheet],
        "heading": words["sources"],
        "sources": [source.model_dump() | {"end": citations.ending(source)} for source in sources],
    }


def _task(lesson: Lesson, task: Task, *, answers: bool) -> dict[str, Any]:
    """Return what is on the sheet about `task`: its answer, or the room for one, never both."""
    if answers:
        return {"task": lesson.said(task.task), "answer": lesson.said(task.answer)}
    tables = (task.table.get(one) for one in nearest(lesson.content.settings.locales, lesson.page.locale))
    return {
        "task": lesson.said(task.task),
        "table": next(filter(None, tables), None),
        "lines": task.lines or 0,
        "box": task.box or 0,
    }
