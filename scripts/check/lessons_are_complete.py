"""A lesson adds up: its minutes, its steps and their headings, its exercises, and the keys that it is labelled with."""

import re
from contextlib import suppress
from itertools import dropwhile
from xml.etree.ElementTree import Element

from scripts.check import quizzes_are_complete
from scripts.check.rule import Content, Faults, Page, closest, error
from scripts.content import data, lessons
from scripts.content.marked import apart
from scripts.content.schema.lesson_page import Lesson
from scripts.content.shapes import tree

# The level of the heading of a step.
STEP = 2


def check_page(page: Page, content: Content) -> Faults:
    """Yield an error for each thing that does not fit in a lesson, with its line."""
    if not isinstance(page.meta, Lesson):
        return
    yield from _steps(page, page.meta)
    yield from _folds(page, page.meta, content)
    for name, known in lessons.LABELS.items():
        allowed = getattr(content.education, known)
        for number, key in enumerate(getattr(page.meta, name)):
            if key not in allowed:
                yield error("key", page.path, page.line(name, number), key=key, name=name, allowed=", ".join(allowed))
    for number, item in enumerate(page.meta.materials):
        if item.file and not (content.settings.docs / item.file).is_file():
            yield error("file", page.path, page.line("materials", number, "file"), file=item.file)
    if page.path.stem not in content.exercises:
        folder = content.settings.relative(content.settings.data / data.LESSONS)
        yield error("exercises", page.path, name=folder / f"{page.path.stem}.yml")


def _steps(page: Page, meta: Lesson) -> Faults:
    total = sum(step.minutes for step in meta.steps)
    if total != meta.minutes:
        yield error("minutes", page.path, page.line("minutes"), minutes=meta.minutes, total=total)
    steps = [step.id for step in meta.steps]
    for number, step in enumerate(steps):
        if step in steps[:number]:
            yield error("twice", page.path, page.line("steps", number, "id"), id=step)
    found = [one.id for one in page.marked.outline.headings if one.level == STEP and one.is_named]
    if found != steps and len(set(steps)) == len(steps):
        first = next((step for step, one in zip(steps, [*found, *steps], strict=False) if step != one), steps[-1])
        line = page.line("steps", steps.index(first), "id")
        yield error("headings", page.path, line, id=first, found=", ".join(found) or "-")


def _folds(page: Page, meta: Lesson, content: Content) -> Faults:
    """Yield an error for each step that does not end with what is for the teacher, folded shut.

    So whatever is written after the pupils' part is in the fold: an answer cannot stand open by a slip.
    """
    headings = [heading for heading in page.marked.outline.headings if heading.level == STEP]
    absent = (step.id for step in meta.steps if step.id not in {heading.id for heading in headings if heading.is_named})
    for heading in headings:
        if heading.text and not heading.is_named:
            words = re.sub(r"\s*(?:[{(]#[ ]*[\w-]*[})]|#\S*)\s*$", "", heading.text)
            better = f"## {words} {{#{next(absent, 'id')}}}"
            yield error("unnamed", page.path, *heading.place, title=heading.text, better=better)
    steps = list[list[Element]]()
    with suppress(RecursionError):  # the_site_shows_what_you_wrote says so
        for element in tree(apart(page.body), content) or ():
            if element.tag == f"h{STEP}":
                steps.append([])
            elif steps:
                steps[-1].append(element)
    if len(steps) == len(headings):
        for heading, parts in zip(headings, steps, strict=True):
            after = list(dropwhile(lambda part: not _is_folded(part), parts))
            stray = next((part for part in after if not _is_folded(part)), None)
            if not after:
                yield error("fold", page.path, *heading.place, title=heading.text)
            elif stray is not None:
                text = " ".join("".join(stray.itertext()).split())
                line = page.body_line + page.body.count("\n", 0, max(0, page.body.find(text[:20])))
                yield error("after", page.path, line, title=heading.text, text=text[:40])


def _is_folded(part: Element) -> bool:
    return part.tag == "details" and "teacher" in part.get("class", "").split() and part.get("open") is None


def check_content(content: Content) -> Faults:
    """Yield an error for each code that two lessons have, and for exercises that belong to no lesson."""
    codes, stems = dict[str, Page](), quizzes_are_complete.names(content, "lesson")
    for page in content.pages:
        if isinstance(page.meta, Lesson):
            other = codes.setdefault(page.meta.code, page)
            if other is not page:
                yield error("code", page.path, page.line("code"), code=page.meta.code, other=other.path)
    for stem in content.exercises.keys() - stems:
        yield error("alone", content.listed(f"{data.LESSONS}/{stem}")[0], close=closest(stem, stems) or "…")
