"""A quiz: each question is one group with its goal, its answers and its sources; another is a list and a page more."""

import shutil
from pathlib import Path

import pytest

from scripts.build import build
from scripts.content import Content, actions, read, settings
from tests.build.conftest import parsed
from tests.build.test_build import QUIZ

ENTRY = """vegen:
  name: {nl: Veeg de brug, en: Sweep the bridge}
  about: {nl: Neem een bezem mee., en: Bring a broom.}
  time: quarter
  place: [club]
  icon: broom
  goals: [11]
  page: stad/brug.md
"""


@pytest.mark.parametrize("locale", ["nl", "en"])
@pytest.mark.parametrize("key", ["wereldquiz.md", "fairtrade/banaan.md"])
def test_each_quiz_has_all_that_its_list_says(site: Path, content: Content, key: str, locale: str) -> None:
    ours = content.page(locale, key)
    quiz = content.quiz(ours) if ours else None
    assert ours and quiz
    page = parsed(site, ours.address)
    groups = page.css(".quiz-question")
    assert len(groups) == len(quiz.quiz) == len(page.css("fieldset, [role=group]"))
    for group, question in zip(groups, quiz.quiz, strict=True):
        assert question.question[locale] in group.css("legend")[0].text()
        assert group.css(".goal-number")[0].text().endswith(f" {question.goal}")
        folded = [(node.css("strong")[0].text(), "class" in node.attributes) for node in group.css("li")]
        assert folded == [(answer.text[locale], answer.right) for answer in question.answers]
        kinds = {node.attributes["type"] for node in group.css("input")}
        assert kinds == {"radio" if question.has_one_answer else "checkbox"}
        links = {node.attributes["href"] for node in group.css("details a")}
        assert links == {content.sources[source].url for source in question.sources}
    rights = [[answer.text[locale] for answer in question.answers if answer.right] for question in quiz.quiz]
    assert [[node.text() for node in line.css("strong")] for line in page.css(".quiz-key li")] == rights
    cards = page.css(".quiz-result li")
    assert ["hidden" in card.attributes for card in cards] == [number >= actions.FEW for number in range(len(cards))]


def test_each_question_brings_something_to_do_once_and_not_the_quiz_itself(content: Content) -> None:
    for page in (page for page in content.pages if page.meta.kind == "quiz"):
        quiz, found = content.quiz(page), actions.after_quiz(content, page)
        assert quiz and len(found) == max(len(quiz.quiz), actions.FEW)
        assert page.key not in [one.page for one in found] and len({one.name["nl"] for one in found}) == len(found)
        for goal in quiz.goals:
            assert any(goal in one.goals for one in found)
    assert actions.after_quiz(content, content.pages[0]) == []


@pytest.mark.parametrize(("actions_typed", "icons"), [(ENTRY, ["broom"]), (ENTRY.replace("[11]", "[5]"), [])])
def test_a_town_with_little_to_do_shows_what_it_has(small: Path, actions_typed: str, icons: list[str]) -> None:
    shutil.copytree(QUIZ, small / "docs", dirs_exist_ok=True)
    (small / "docs/data/actions.yml").write_text(actions_typed, encoding="utf-8")
    content, _ = read(settings.of(small))
    ours = content.page("nl", "stad/brugquiz.md")
    assert ours and [one.icon for one in actions.after_quiz(content, ours)] == icons
    build(small, small / "site")
    page = parsed(small / "site", ours.address)
    assert len(page.css(".quiz-result li")) == len(page.css(".quiz-result h2")) == len(icons)
