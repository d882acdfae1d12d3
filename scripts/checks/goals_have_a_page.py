"""Every Global Goal in `docs/data/goals.yml` has one page in the default language, and every goal page a colour."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content import Content, Page
from scripts.report import Finding, Text
from scripts.schema.front_matter import Goal

RULE = "goals_have_a_page"
_WHY = Text(
    "Het overzicht van de doelen wordt van deze pagina's gemaakt.", "The overview of goals is made from these pages."
)


def check(content: Content) -> Iterator[Finding]:
    """Yield a finding for a goal without a page, a goal with two, and a page whose goal has no colour."""
    first: dict[tuple[str, int], Page] = {}
    for page in content.pages:
        if not isinstance(page.meta, Goal):
            continue
        number = page.meta.goal
        other = first.setdefault((page.locale, number), page)
        if other is not page:
            message = Text(f"Doel {number} is al van {other.path}.", f"Goal {number} belongs to {other.path} already.")
            fix = Text("Zet het juiste nummer achter goal:", "Put the right number after goal:")
            yield Finding(RULE, page.path, page.line("goal"), message, _WHY, fix)
        elif number not in content.goals:
            message = Text(f"Doel {number} heeft geen kleur.", f"Goal {number} has no colour.")
            fix = Text("Voeg het doel toe aan docs/data/goals.yml.", "Add the goal to docs/data/goals.yml.")
            yield Finding(RULE, page.path, page.line("goal"), message, _WHY, fix)
    yield from _missing(content, first)


def _missing(content: Content, found: dict[tuple[str, int], Page]) -> Iterator[Finding]:
    path = content.settings.relative(content.settings.data / "goals.yml")
    for position, number in enumerate(content.goals):
        if (content.settings.default_locale, number) not in found:
            message = Text(f"Doel {number} heeft geen pagina.", f"Goal {number} has no page.")
            fix = Text(
                f"Maak een pagina met kind: goal en goal: {number}.", f"Make a page with kind: goal and goal: {number}."
            )
            yield Finding(RULE, path, content.documents["goals"].line((position,)), message, _WHY, fix)
