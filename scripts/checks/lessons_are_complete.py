"""A lesson adds up: its minutes, its steps and their headings, its exercises, and the keys that it is labelled with."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from functools import partial

from scripts import data, lessons
from scripts.content import Content, Page
from scripts.report import Finding
from scripts.schema.front_matter import Lesson
from scripts.strict_yaml import Key
from scripts.words import finding

RULE = "lessons_are_complete"
SPOKEN = frozenset({"question", "text", "feedback", "task", "answer", "table"})


def check(content: Content) -> Iterator[Finding]:
    """Yield an error for each thing that does not fit in a lesson, or between lessons, with its file and line."""
    codes = dict[str, Page]()
    for page in content.pages:
        if isinstance(page.meta, Lesson):
            yield from _minutes(page, page.meta)
            yield from _headings(page, page.meta)
            yield from _keys(content, page, page.meta)
            yield from _files(content, page, page.meta)
            other = codes.setdefault(page.meta.code, page)
            if other is not page:
                yield finding(RULE, "code", page.path, page.line("code"), code=page.meta.code, other=other.path)
    yield from _exercises(content)


def _minutes(page: Page, meta: Lesson) -> Iterator[Finding]:
    total = sum(step.minutes for step in meta.steps)
    if total != meta.minutes:
        yield finding(RULE, "minutes", page.path, page.line("minutes"), minutes=meta.minutes, total=total)


def _headings(page: Page, meta: Lesson) -> Iterator[Finding]:
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
    known: tuple[tuple[str, list[str], Collection[str]], ...] = (
        ("groups", meta.groups, education.levels),
        ("subjects", meta.subjects, education.subjects),
        ("curriculum", meta.curriculum, education.curriculum),
    )
    for name, keys, allowed in known:
        for number, key in enumerate(keys):
            if key not in allowed:
                line = page.line(name, number)
                yield finding(RULE, "key", page.path, line, key=key, name=name, allowed=", ".join(allowed))


def _files(content: Content, page: Page, meta: Lesson) -> Iterator[Finding]:
    for number, item in enumerate(meta.materials):
        if item.file and not (content.settings.docs / item.file).is_file():
            yield finding(RULE, "file", page.path, page.line("materials", number, "file"), file=item.file)
    if lessons.stem(page) not in content.exercises:
        yield finding(RULE, "exercises", page.path, 1, name=f"docs/{data.LESSONS_FOLDER}/{lessons.stem(page)}.yml")


def _exercises(content: Content) -> Iterator[Finding]:
    stems = {lessons.stem(page) for page in content.pages if isinstance(page.meta, Lesson)}
    for stem, exercises in content.exercises.items():
        path = content.settings.relative(content.settings.data / data.LESSONS / f"{stem}.yml")
        if stem not in stems:
            close = get_close_matches(stem, stems, n=1)
            yield finding(RULE, "alone", path, 1, close=close[0] if close else "…")
        quiz, worksheet = [one.sources for one in exercises.quiz], [one.sources for one in exercises.worksheet]
        for part, entries in (("quiz", quiz), ("worksheet", worksheet)):
            for number, keys in enumerate(entries):
                place = partial(content.documents[f"{data.LESSONS}/{stem}"].line, (part, number, "sources"))
                for key in (key for key in keys if key not in content.sources):
                    yield finding(RULE, "source", path, place(), key=key)
        for field, texts in _texts(exercises.model_dump()):
            line = content.documents[f"{data.LESSONS}/{stem}"].line(field)
            for locale in (one for one in content.settings.locales if one not in texts):
                yield finding(RULE, "language", path, line, field=field[-1], locale=locale)


def _texts(value: object, key: Key = ()) -> Iterator[tuple[Key, Mapping[str, object]]]:
    """Yield each text in `value`, which is a mapping from languages, with its place."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts(item, (*key, number))
    elif isinstance(value, dict):
        if key and isinstance(key[-1], str) and key[-1] in SPOKEN:
            if value:
                yield key, value
            return
        for name, item in value.items():
            yield from _texts(item, (*key, name))
