"""A lesson adds up: its minutes, its steps and their headings, its exercises, and the keys that it is labelled with."""

from scripts.check.rule import Content, Faults, Page, closest, error
from scripts.content import data, lessons
from scripts.content.schema.front_matter import Lesson


def check_page(page: Page, content: Content) -> Faults:
    """Yield an error for each thing that does not fit in a lesson, with its line."""
    if not isinstance(page.meta, Lesson):
        return
    yield from _steps(page, page.meta)
    for name, known in (("groups", "levels"), ("subjects", "subjects"), ("curriculum", "curriculum")):
        allowed = getattr(content.education, known)
        for number, key in enumerate(getattr(page.meta, name)):
            if key not in allowed:
                yield error("key", page.path, page.line(name, number), key=key, name=name, allowed=", ".join(allowed))
    for number, item in enumerate(page.meta.materials):
        if item.file and not (content.settings.docs / item.file).is_file():
            yield error("file", page.path, page.line("materials", number, "file"), file=item.file)
    if page.path.stem not in content.exercises:
        yield error("exercises", page.path, name=f"docs/{data.LESSONS_FOLDER}/{page.path.stem}.yml")


def _steps(page: Page, meta: Lesson) -> Faults:
    total = sum(step.minutes for step in meta.steps)
    if total != meta.minutes:
        yield error("minutes", page.path, page.line("minutes"), minutes=meta.minutes, total=total)
    steps = [step.id for step in meta.steps]
    for number, step in enumerate(steps):
        if step in steps[:number]:
            yield error("twice", page.path, page.line("steps", number, "id"), id=step)
    found = list(lessons.headings(page))
    if found != list(dict.fromkeys(steps)):
        first = next((step for step, one in zip(steps, [*found, *steps], strict=False) if step != one), steps[-1])
        line = page.line("steps", steps.index(first), "id")
        yield error("headings", page.path, line, id=first, found=", ".join(found) or "-")


def check_content(content: Content) -> Faults:
    """Yield an error for each code that two lessons have, and for exercises that belong to no lesson."""
    codes, stems = dict[str, Page](), set[str]()
    for page in content.pages:
        if isinstance(page.meta, Lesson):
            stems.add(page.path.stem)
            other = codes.setdefault(page.meta.code, page)
            if other is not page:
                yield error("code", page.path, page.line("code"), code=page.meta.code, other=other.path)
    for stem in content.exercises.keys() - stems:
        yield error("alone", content.listed(f"{data.LESSONS}/{stem}")[0], close=closest(stem, stems) or "…")
