"""A lesson is the same lesson in every language: its steps with their minutes, its groups, goals and targets."""

from scripts.check.rule import Content, Faults, Page, error
from scripts.content.schema.lesson_page import Lesson
from scripts.content.translations import source

SAME = ("minutes", "preparation", "groups", "subjects", "curriculum", "sdg", "needs", "sensitive")


def check_page(page: Page, content: Content) -> Faults:
    """Yield an error for each field of a translated lesson that differs from the original."""
    original = source(content, page)
    if not original or not isinstance(page.meta, Lesson) or not isinstance(original.meta, Lesson):
        return
    mine, its = page.meta, original.meta
    for name in SAME:
        value = getattr(its, name)
        if getattr(mine, name) != value:
            value = f"[{', '.join(map(str, value))}]" if isinstance(value, list) else value
            yield error("field", page.path, page.line(name), name=name, value=value, path=original.path)
    if mine.steps != its.steps:
        ids = ", ".join(f"{step.id} {step.minutes} {step.form}" for step in its.steps)
        yield error("steps", page.path, page.line("steps"), ids=ids, path=original.path)
