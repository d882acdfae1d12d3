"""Lessons in a real browser: the quiz, folds, the finder, without script, from a folder."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from scripts.content import Content, lessons
from tests.visiting import LESSON, STORED, watched

NO_SCRIPT = pytest.mark.visitor(java_script_enabled=False)
QUESTION, SEEN = ".quiz-question", ".quiz-question:visible"


def test_the_steps_of_a_lesson_stay_in_sight(host: str, page: Page) -> None:
    page.goto(host + LESSON)
    page.locator(".lesson-end").scroll_into_view_if_needed()
    expect(page.locator(".lesson-steps")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("_", [True, pytest.param(False, marks=NO_SCRIPT)], ids=["script", "no script"])
def test_a_fold_opens_for_its_anchor_and_on_paper(host: str, page: Page, _: bool) -> None:
    page.goto(f"{host}{LESSON}#_share")
    expect(page.locator(".lesson-share")).to_have_attribute("open", "")
    expect(page.locator(".lesson-share summary")).to_be_in_viewport()
    teachers = page.locator("#_teachers")
    expect(teachers).to_be_hidden()
    page.get_by_role("link", name="Voor de docent").click()
    expect(teachers).to_be_in_viewport()
    page.goto(host)
    page.goto(host + LESSON)
    expect(teachers).to_be_hidden()
    page.emulate_media(media="print")
    assert teachers.evaluate("node => node.checkVisibility()")
    assert teachers.evaluate("node => node.offsetHeight") > 100


def test_the_quiz_asks_one_question_at_a_time_for_keys_too(host: str, page: Page) -> None:
    page.goto(host + LESSON)
    every = page.locator(QUESTION).count()
    assert page.locator(SEEN).count() == 1
    turns = page.locator(".quiz-turns")
    expect(turns).to_contain_text(f"Vraag 1 van {every}")
    expect(turns.get_by_role("button")).to_have_text(["Volgende"])
    turns.get_by_role("button").press("Enter")
    assert page.locator(SEEN).evaluate("node => node === document.activeElement")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator(SEEN).locator("input:checked").count() == 1
    turns.get_by_role("button", name="Vorige").press("Enter")
    expect(page.locator(QUESTION).first).to_be_focused()
    page.emulate_media(media="print")
    assert page.locator(SEEN).count() == every
    page.emulate_media(media="screen")
    page.click("[data-do=notes]")
    assert page.locator(SEEN).count() == every
    page.click("[data-do=notes]")
    assert page.locator(SEEN).count() == 1


def test_without_its_script_a_lesson_offers_nothing_that_needs_it(host: str, page: Page) -> None:
    page.route("**/assets/lesson.*", lambda route: route.abort())
    page.goto(host + LESSON)
    assert page.locator(".lesson button:visible").count() == 0
    assert page.locator(SEEN).count() == page.locator(QUESTION).count()


def test_the_quiz_judges_only_when_asked(host: str, page: Page) -> None:
    page.goto(host + LESSON)
    question = page.locator(".quiz-question").first
    said = question.get_by_role("status")
    check = question.get_by_role("button", name="Controleer")
    check.click()
    expect(said).to_have_text("Kies eerst een antwoord.")
    question.locator("input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(said).to_have_text("")  # nothing is judged
    check.click()
    expect(said).to_contain_text("Niet goed. Bijna. Zij kregen samen 20,5 procent")
    question.get_by_label("De supermarkt").check()
    expect(said).to_have_text("")  # the verdict was on another choice
    check.click()
    expect(said).to_contain_text("Goed. Klopt. De supermarkt kreeg 38 procent")
    # Of this one, several answers are right together.
    while not page.locator(f"{SEEN} input[type=checkbox]").count():
        page.get_by_role("button", name="Volgende").click()
    question = page.locator(SEEN)
    right = [bool(node.get_attribute("class")) for node in question.locator("li").all()]
    boxes = question.locator("input").all()
    boxes[right.index(True)].check()
    question.get_by_role("button").click()
    assert question.get_by_role("status").inner_text().startswith("Bijna.")
    for box, is_right in zip(boxes, right, strict=True):
        box.set_checked(is_right)
    question.get_by_role("button").click()
    assert question.get_by_role("status").inner_text().startswith("Goed.")
    assert page.evaluate(STORED) == page.context.cookies() == []


@pytest.mark.visitor(permissions=["clipboard-read", "clipboard-write"])
def test_the_address_is_copied_or_else_selected(host: str, page: Page) -> None:
    page.goto(f"{host}{LESSON}#_share")
    copy = page.locator("[data-copy]").first
    copy.click()
    page.get_by_text("Het adres is gekopieerd.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").endswith(LESSON)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    copy.click()
    assert page.evaluate("String(getSelection())") == copy.get_attribute("data-copy")


def test_the_finder_keeps_the_choice_in_the_address(host: str, page: Page) -> None:
    page.goto(f"{host}lessen/?groep=vo&tijd=60")
    cards = page.locator(".finder li[data-tijd]:visible")
    assert page.get_by_label("Groep").input_value() == "vo"
    page.get_by_label("Vak").select_option("economie")
    assert cards.count() == 1
    assert page.locator(".finder [role=status]").inner_text() == "1 les gevonden."
    assert page.url.endswith("?groep=vo&vak=economie&tijd=60")
    page.get_by_role("button", name="Toon alle lessen").click()
    assert cards.count() == 2
    assert page.url == f"{host}lessen/"
    page.goto(f"{host}lessen/?groep=bestaat-niet")
    assert cards.count() == 2


def test_a_lesson_opens_from_a_folder(site: Path, content: Content, tmp_path: Path, page: Page) -> None:
    asked, complaints = watched(page)
    every = list(lessons.everything(content))
    for lesson in every[::2]:
        with ZipFile(site / lesson.files.bundle) as file:
            file.extractall(tmp_path)
        folder = tmp_path / lesson.meta.code
        page.goto((folder / "index.html").as_uri())
        links = page.eval_on_selector_all("a[download]", "nodes => nodes.map(node => node.getAttribute('href'))")
        assert sum((folder / link).is_file() for link in links) >= 4
        page.click("[data-do=board]")
        page.wait_for_selector(".board-bar")
        assert page.locator(".step:visible").count() == 1
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert complaints == [address for address in asked if not address.startswith("file:")] == []
