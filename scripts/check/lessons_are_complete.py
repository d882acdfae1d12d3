"""A lesson adds up: its minutes, its steps and their headings, its exercises, and the keys that it is labelled with."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from scripts.content import Content, Page, data, lessons
from scripts.content.schema.front_matter import Lesson
from scripts.report import Finding
from scripts.words import finding

RULE = "lessons_are_complete"


def check_content(content: Content) -> Iterator[Finding]:
    """Yield an error for each thing that does not fit in a lesson, or between lessons, with its file and line."""
    codes, stems = dict[str, Page](), set[str]()
    for page in content.pages:
        if isinstance(page.meta, Lesson):
            stems.add(page.path.stem)
            yield from _steps(page, page.meta)
            yield from _keys(content, page, page.meta)
            yield from _files(content, page, page.meta)
            other = codes.setdefault(page.meta.code, page)
            if other is not page:
                yield finding(RULE, "code", page.path, page.line("code"), code=page.meta.code, other=other.path)
    for stem in content.exercises.keys() - stems:
        close = get_close_matches(stem, stems, n=1)
        path, _ = content.listed(f"{data.LESSONS}/{stem}")
        yield finding(RULE, "alone", path, 1, close=close[0] if close else "…")


def _steps(page: Page, meta: Lesson) -> Iterator[Finding]:
    total = sum(step.minutes for step in meta.steps)
    if total != meta.minutes:
        yield finding(RULE, "minutes", page.path, page.line("minutes"), minutes=meta.minutes, total=total)
    steps = [step.id for step in meta.steps]
    for number, step in enumerate(steps):
        if step in steps[:number]:
            yield finding(RULE, "twice", page.path, page.line("steps", number, "id"), id=step)
    found = list(lessons.headings(page))
    if found != list(dict.fromkeys(steps)):
        first = next((step for step, one in zip(steps, [*found, *steps], strict=False) if step != one), steps[-1])
        line = page.line("steps", steps.index(first), "id")
        yield finding(RULE, "headings", page.path, line, id=first, found=", ".join(found) or "-")


def _keys(content: Content, page: Page, meta: Lesson) -> Iterator[Finding]:
    education = content.education
    known: dict[str, Collection[str]] = {
        "groups": education.levels,
        "subjects": education.subjects,
        "curriculum": education.curriculum,
    }
    for name, allowed in known.items():
        for number, key in enumerate(getattr(meta, name)):
            if key not in allowed:
                line = page.line(name, number)
                yield finding(RULE, "key", page.path, line, key=key, name=name, allowed=", ".join(allowed))


def _files(content: Content, page: Page, meta: Lesson) -> Iterator[Finding]:
    for number, item in enumerate(meta.materials):
        if item.file and not (content.settings.docs / item.file).is_file():
            yield finding(RULE, "file", page.path, page.line("materials", number, "file"), file=item.file)
    if page.path.stem not in content.exercises:
        yield finding(RULE, "exercises", page.path, 1, name=f"docs/{data.LESSONS_FOLDER}/{page.path.stem}.yml")
