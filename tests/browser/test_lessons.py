"""Lessons in a real browser: the quiz, notes, the finder, without script, from a folder."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.content import Content, lessons
from tests.browser.test_board import LESSON


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
    assert said.inner_text() in ("", "Kies eerst een antwoord.")  # nothing is judged
    check.click()
    assert said.inner_text().startswith("Niet goed. Bijna. Zij kregen samen 20,5 procent")
    question.get_by_label("De supermarkt").check()
    check.click()
    assert said.inner_text().startswith("Goed. Klopt. De supermarkt kreeg 38 procent")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []


def test_a_new_choice_takes_the_verdict_away(host: str, page: Page) -> None:
    page.goto(host + LESSON)
    question = page.locator(".quiz-question").first
    question.get_by_role("radio").nth(2).check()
    question.get_by_role("button", name="Controleer").click()
    expect(question.get_by_role("status")).to_contain_text("Goed.")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowUp")
    expect(question.get_by_role("status")).to_have_text("")


def test_an_address_that_cannot_be_copied_is_selected(host: str, page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(host + LESSON)
    copy = page.locator("[data-copy]").first
    copy.click()
    assert page.evaluate("String(getSelection())") == copy.get_attribute("data-copy")


def test_several_answers_are_right_together(host: str, page: Page) -> None:
    page.goto(host + LESSON)
    question = page.locator(".quiz-question:has(input[type=checkbox])").first
    right = [bool(node.get_attribute("class")) for node in question.locator("li").all()]
    boxes = question.locator("input").all()
    boxes[right.index(True)].check()
    question.get_by_role("button").click()
    assert question.get_by_role("status").inner_text().startswith("Bijna.")
    for box, is_right in zip(boxes, right, strict=True):
        box.set_checked(is_right)
    question.get_by_role("button").click()
    assert question.get_by_role("status").inner_text().startswith("Goed.")


def test_without_a_script_the_lesson_reads_and_answers_open(host: str, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as visitor:
        page = visitor.new_page()
        page.goto(f"{host}{LESSON}?bord")
        assert page.locator(".step:visible").count() == 7
        assert page.locator(".lesson button:visible").count() == 0
        page.locator(".quiz-question summary").first.click()
        assert page.locator(".quiz-question li.right").first.is_visible()
        page.goto(f"{host}lessen/?groep=po7")
        assert page.locator(".finder li[data-tijd]:visible").count() == 8
        page.goto(f"{host}l/banaan/")
        page.wait_for_url(host + LESSON)


def test_the_finder_keeps_the_choice_in_the_address(host: str, page: Page) -> None:
    page.goto(f"{host}lessen/?groep=vo&tijd=60")
    cards = page.locator(".finder li[data-tijd]:visible")
    assert cards.count() == 3
    assert page.get_by_label("Groep").input_value() == "vo"
    page.get_by_label("Vak").select_option("economie")
    assert cards.count() == 1
    assert page.locator(".finder [role=status]").inner_text() == "1 les gevonden."
    assert page.url.endswith("?groep=vo&vak=economie&tijd=60")
    page.get_by_role("button", name="Toon alle lessen").click()
    assert cards.count() == 8
    assert page.url == f"{host}lessen/"
    page.goto(f"{host}lessen/?groep=bestaat-niet")
    assert cards.count() == 8


def test_the_address_is_copied(host: str, browser: Browser) -> None:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as visitor:
        page = visitor.new_page()
        page.goto(host + LESSON)
        page.click("[data-copy]")
        page.get_by_text("Het adres is gekopieerd.").wait_for()
        assert page.evaluate("navigator.clipboard.readText()").endswith(LESSON)


def test_a_lesson_opens_from_a_folder(site: Path, content: Content, tmp_path: Path, browser: Browser) -> None:
    every = list(lessons.everything(content))
    for lesson in (every[0], every[8]):
        with ZipFile(site / lesson.files.bundle) as file:
            file.extractall(tmp_path)
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))  # noqa: B023 read before the next round
        page.on("pageerror", lambda error: pytest.fail(error.message))
        page.goto((tmp_path / lesson.meta.code / "index.html").as_uri())
        assert all(address.startswith("file:") for address in asked)
        links = page.eval_on_selector_all("a[download]", "nodes => nodes.map(node => node.getAttribute('href'))")
        assert sum((tmp_path / lesson.meta.code / link).is_file() for link in links) >= 4
        page.click("[data-do=board]")
        page.wait_for_selector(".board-bar")
        assert page.locator(".step:visible").count() == 1
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgba(0, 0, 0, 0)"
        page.close()
