"""A lesson is the same lesson in every language: its steps with their minutes, its groups, goals and targets."""

from collections.abc import Iterator

from scripts.content import Content
from scripts.content.schema.front_matter import Lesson
from scripts.content.translations import source
from scripts.report import Finding
from scripts.words import finding

RULE = "lessons_are_alike_in_every_language"
SAME = ("minutes", "preparation", "groups", "subjects", "curriculum", "sdg", "needs", "sensitive")


def check_content(content: Content) -> Iterator[Finding]:
    """Yield an error for each field of a translated lesson that differs from the original."""
    for page in content.pages:
        original = source(content, page)
        if not original or not isinstance(page.meta, Lesson) or not isinstance(original.meta, Lesson):
            continue
        mine, its = page.meta, original.meta
        for name in SAME:
            if getattr(mine, name) != getattr(its, name):
                value = _written(getattr(its, name))
                yield finding(RULE, "field", page.path, page.line(name), name=name, value=value, path=original.path)
        if mine.steps != its.steps:
            ids = ", ".join(f"{step.id} {step.minutes} {step.form}" for step in its.steps)
            yield finding(RULE, "steps", page.path, page.line("steps"), ids=ids, path=original.path)


def _written(value: object) -> str:
    return f"[{', '.join(map(str, value))}]" if isinstance(value, list) else str(value)
