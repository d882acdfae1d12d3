"""Every Global Goal in `docs/data/goals.yml` has one page in the default language, and every goal page a colour."""

from scripts.check.rule import Content, Faults, Page, error
from scripts.content.schema.front_matter import Goal


def check_content(content: Content) -> Faults:
    """Yield an error for a goal without a page, a goal with two, and a page whose goal has no colour."""
    coloured = [goal.number for goal in content.goals]
    first = dict[tuple[str, int], Page]()
    for page in content.pages:
        if isinstance(page.meta, Goal):
            number = page.meta.goal
            other = first.setdefault((page.locale, number), page)
            if other is not page:
                yield error("taken", page.path, page.line("goal"), number=number, other=other.path)
            elif number not in coloured:
                yield error("colourless", page.path, page.line("goal"), number=number)
    for position, number in enumerate(coloured):
        if (content.settings.default_locale, number) not in first:
            yield error("missing", *content.listed("goals", position), number=number)
