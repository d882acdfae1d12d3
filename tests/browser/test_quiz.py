"""A quiz in a real browser: played right and wrong, by keys, without script, on paper; a second one beside it."""

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from scripts.content import Content, actions
from tests.visiting import STORED, assert_accessible, axe_violations, watched

QUIZ, SECOND = "wereldquiz/", "fairtrade/banaan/"
QUESTION, SEEN = ".quiz-question", ".quiz-question:visible"
ADVISED = ".quiz-result li:visible h3"


def choose(page: Page, right: bool) -> str:
    """Choose a right or a wrong answer to the question on `page`, and return what is said of it."""
    question = page.locator(SEEN)
    rights = [bool(node.get_attribute("class")) for node in question.locator("li").all()]
    question.locator("input").nth(rights.index(right)).check()
    question.get_by_role("button", name="Controleer").click()
    return question.get_by_role("status").inner_text()


def play(page: Page, wrong: set[int], every: int) -> str:
    """Answer all questions, those with a number in `wrong` wrong, and return the result in words."""
    for number in range(1, every + 1):
        choose(page, number not in wrong)
        page.get_by_role("button", name="Volgende" if number < every else "Naar de uitslag").click()
    return page.locator(".quiz-score").inner_text()


def names(content: Content, *keys: str) -> list[str]:
    return [content.actions[key].name["nl"] for key in keys]


def test_each_answer_has_its_feedback_and_the_result_is_in_words(host: str, page: Page, content: Content) -> None:
    asked, complaints = watched(page)
    page.goto(host + QUIZ)
    quiz = content.quizzes["wereldquiz"]
    every = len(quiz.quiz)
    assert page.locator(SEEN).count() == 1
    for answer, choice in enumerate(quiz.quiz[0].answers):
        page.locator(SEEN).locator("input").nth(answer).check()
        page.get_by_role("button", name="Controleer").click()
        verdict = "Dat klopt." if choice.right else "Net anders."
        expect(page.locator(SEEN).get_by_role("status")).to_have_text(f"{verdict} {choice.feedback['nl']}")
    page.goto(host)
    page.goto(host + QUIZ)
    score, words = f"U had {every - 1} van de {every} vragen in één keer goed.", "U weet er veel van. Wat nog nieuw was"
    assert play(page, {every}, every).startswith(f"{score} {words}")
    assert page.locator(SEEN).count() == 0
    todo = names(content, "keurmerk", "doel-in-de-straat", "buurttuin")  # two are about goal 11
    assert [text.strip() for text in page.locator(ADVISED).all_inner_texts()] == todo
    page.get_by_role("button", name="Speel opnieuw").click()
    expect(page.locator(QUESTION).first).to_be_focused()
    assert page.locator("input:checked").count() == 0
    assert play(page, set(), every).endswith("U wist alles. Vertel vandaag één van deze feiten door.")
    assert page.locator(ADVISED).count() == actions.FEW
    assert page.evaluate(STORED) == page.context.cookies() == []
    assert complaints == [address for address in asked if not address.startswith(host)] == []


def test_the_first_answer_counts_and_a_quiz_without_one_says_so(host: str, page: Page) -> None:
    page.goto(host + SECOND)
    turn = page.locator(".quiz-turns")
    expect(turn).to_contain_text("Vraag 1 van 2")
    turn.get_by_role("button", name="Volgende").click()
    turn.get_by_role("button", name="Naar de uitslag").click()
    expect(page.locator(".quiz-score")).to_have_text("U koos nog niets. Ga gerust terug en raad eens.")
    turn.get_by_role("button", name="Vorige").click()
    assert choose(page, True).startswith("Bijna. Er hoort nog iets bij")  # two answers are right together
    for box in page.locator(f"{SEEN} label").all()[::2]:
        box.locator("input").check()
    page.get_by_role("button", name="Controleer").click()
    expect(page.locator(SEEN).get_by_role("status")).to_contain_text("Dat klopt.")
    turn.get_by_role("button", name="Vorige").click()
    page.locator(SEEN).locator("input").first.check()  # right, and not even looked at
    turn.get_by_role("button", name="Volgende").click()
    turn.get_by_role("button", name="Naar de uitslag").click()
    expect(page.locator(".quiz-score")).to_contain_text("U had 1 van de 2 vragen in één keer goed. Een deel wist u al.")
    assert page.locator(ADVISED).count() == actions.FEW


def test_keys_alone_play_it_and_axe_is_content_at_each_turn(host: str, page: Page) -> None:
    page.goto(host + QUIZ)
    page.locator(SEEN).locator("input").first.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(SEEN).get_by_role("status")).to_have_text("")  # nothing is judged
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(SEEN).get_by_role("status")).to_contain_text("Dat klopt.")
    assert axe_violations(page) == []
    for name in ["Volgende"] * (page.locator(QUESTION).count() - 1) + ["Naar de uitslag"]:
        page.get_by_role("button", name=name).press("Enter")
        expect(page.locator(f"{SEEN}, .quiz-result:visible")).to_be_focused()
    result = page.get_by_role("region", name="Uw uitslag")
    expect(result).to_be_focused()
    assert_accessible(page)


@pytest.mark.visitor(java_script_enabled=False)
def test_without_script_the_answers_open_by_themselves(host: str, page: Page, content: Content) -> None:
    page.goto(host + QUIZ)
    quiz = content.quizzes["wereldquiz"].quiz
    assert page.locator(SEEN).count() == len(quiz)
    assert page.locator(".quiz button").count() == 0
    for number, question in enumerate(quiz):
        fold = page.locator(f"{QUESTION} details").nth(number)
        fold.locator("summary").click()
        for choice in question.answers:
            expect(fold).to_contain_text(choice.feedback["nl"])
        expect(fold).to_contain_text(content.sources[question.sources[0]].title)
    todo = names(content, "keurmerk", "watermeter", "doel-in-de-straat")
    assert [text.strip() for text in page.locator(ADVISED).all_inner_texts()] == todo
    expect(page.locator(".quiz-key")).to_be_hidden()


def test_on_paper_all_questions_come_first_and_the_answers_on_a_sheet_of_their_own(host: str, page: Page) -> None:
    page.goto(host + QUIZ)
    page.emulate_media(media="print")
    assert page.locator(SEEN).count() == page.locator(QUESTION).count() > 1
    assert page.locator(".quiz details:visible, .quiz button:visible").count() == 0
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    texts = [sheet.get_textpage().get_text_bounded() for sheet in document]
    assert "De antwoorden" in texts[-1] and not any("De antwoorden\r" in text for text in texts[:-1])
    assert len(texts) <= 3
