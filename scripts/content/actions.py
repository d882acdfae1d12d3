"""What readers can do: the choices of time and place, and the few actions that go with a page or a quiz."""

from typing import get_args

from scripts.content import Content, Page, navigation
from scripts.content.schema.data import Action, ActionPlace, ActionTime
from scripts.content.schema.front_matter import Goal

# The kind of the page that shows them all, and lets a reader choose.
KIND = "actions"
TIMES, PLACES = get_args(ActionTime), get_args(ActionPlace)
# So many of them go with a page.
FEW = 3


def after_quiz(content: Content, page: Page) -> list[Action]:
    """Return an action about the goal of each question of the quiz on `page`, in their order; none on another page.

    They are as many as the questions, and at least a few, when the list has so many: none is there twice, and none
    leads to the quiz itself.
    """
    quiz, found = content.quiz(page), dict[str, Action]()
    goals = quiz.goals if quiz else []
    for goal in goals * FEW:
        fits = (key for key, one in content.actions.items() if goal in one.goals and one.page != page.key)
        key = next((key for key in fits if key not in found), None)
        found |= {key: content.actions[key]} if key else {}
    return list(found.values())[: max(FEW, len(goals))]


def few(content: Content, page: Page) -> list[Action]:
    """Return the first few actions for `page`, in the order of the list.

    Those of a goal are about it, those of any other page lead to its section; none leads to the page itself. A section
    that has them all needs none: its pages are about what to do.
    """
    front = navigation.section_of(content, page) or page
    if front.meta.kind == KIND:
        return []
    its = {front.key, *(one.key for one in navigation.children(content, page.locale, front))}
    goal = page.meta.goal if isinstance(page.meta, Goal) else None
    fits = (one for one in content.actions.values() if (goal in one.goals if goal else one.page in its))
    return [one for one in fits if one.page != page.key][:FEW]
