"""Lessons in a real browser: the quiz, notes, the finder, without script, from a folder."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from scripts.content import Content, lessons
from tests.visiting import LESSON, STORED, watched


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
    assert page.evaluate(STORED) == page.context.cookies() == []


@pytest.mark.visitor(permissions=["clipboard-read", "clipboard-write"])
def test_the_address_is_copied_or_else_selected(host: str, page: Page) -> None:
    page.goto(host + LESSON)
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
