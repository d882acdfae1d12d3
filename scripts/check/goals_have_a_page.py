"""Every Global Goal in `docs/data/goals.yml` has one page in the default language, and every goal page a colour."""

from collections.abc import Iterator

from scripts.content import Content, Page
from scripts.content.schema.front_matter import Goal
from scripts.report import Finding
from scripts.words import finding

RULE = "goals_have_a_page"


def check_content(content: Content) -> Iterator[Finding]:
    """Yield a finding for a goal without a page, a goal with two, and a page whose goal has no colour."""
    first: dict[tuple[str, int], Page] = {}
    coloured = [goal.number for goal in content.goals]
    for page in content.pages:
        if not isinstance(page.meta, Goal):
            continue
        number = page.meta.goal
        other = first.setdefault((page.locale, number), page)
        if other is not page:
            yield finding(RULE, "taken", page.path, page.line("goal"), number=number, other=other.path)
        elif number not in coloured:
            yield finding(RULE, "colourless", page.path, page.line("goal"), number=number)
    for position, number in enumerate(coloured):
        if (content.settings.default_locale, number) not in first:
            yield finding(RULE, "missing", *content.listed("goals", position), number=number)
