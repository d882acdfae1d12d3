"""A Global Goal has one page in a language, or none: the overview of goals is made from these pages."""

from scripts.check.rule import Content, Faults, Page, error
from scripts.content.schema.front_matter import Goal


def check_content(content: Content) -> Faults:
    """Yield an error for each page about a goal that has one already."""
    first = dict[tuple[str, int], Page]()
    for page in content.pages:
        if isinstance(page.meta, Goal):
            other = first.setdefault((page.locale, page.meta.goal), page)
            if other is not page:
                yield error("taken", page.path, page.line("goal"), number=page.meta.goal, other=other.path)
