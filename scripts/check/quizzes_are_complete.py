"""A quiz has a list of questions, and a list of questions has a page that asks them."""

from scripts.check.rule import Content, Faults, Page, error
from scripts.content import data

KIND = "quiz"


def check_page(page: Page, content: Content) -> Faults:
    """Yield an error for a quiz without a list; one that cannot be read has a finding of its own."""
    path = content.settings.data / data.QUIZZES / f"{page.path.stem}.yml"
    if page.meta.kind == KIND and not path.is_file():
        yield error("questions", page.path, page.line("kind"), name=content.settings.relative(path))


def check_content(content: Content) -> Faults:
    """Yield an error for each list that no page asks."""
    for stem in content.quizzes.keys() - names(content, KIND):
        yield error("alone", content.listed(f"{data.QUIZZES}/{stem}")[0], stem=stem)


def names(content: Content, kind: str) -> set[str]:
    """Return the names of the files of pages of `kind`, and of those that cannot be read, which have a finding."""
    settings, read = content.settings, {page.path for page in content.pages}
    unread = (path for path in settings.docs.glob("*/**/*.md") if settings.relative(path) not in read)
    return {*(page.path.stem for page in content.pages if page.meta.kind == kind), *(path.stem for path in unread)}
