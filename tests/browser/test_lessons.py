"""Lessons in a real browser: the board with a clicker, the time, the quiz, notes, the finder, without script."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts import lessons
from scripts.content import Content
from tests.browser.test_every_page import axe_violations

LESSON = "lessen/banaan/"
LAST = "_end"


def step(page: Page) -> str:
    """Return the anchor of the one step on the board."""
    visible = page.locator(".step:visible h2")
    assert visible.count() == 1
    return visible.get_attribute("id") or ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", [LESSON, "en/lessons/water/"])
def test_every_face_is_accessible(host: str, page: Page, address: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(host + address + "?docent")
    assert page.locator("details:not([open])").count() == 0
    assert axe_violations(page) == []
    page.goto(host + address + "?bord")
    for _ in range(8):
        assert axe_violations(page) == [], step(page)
        page.keyboard.press("PageDown")
    page.emulate_media(media="print")
    assert axe_violations(page) == []


def test_a_clicker_leads_through_the_board(host: str, page: Page) -> None:
    page.goto(host + LESSON)
    page.click("[data-do=board]")
    assert step(page) == "raden"
    assert page.evaluate("document.activeElement.id") == "raden"
    for key, expected in (
        ("PageDown", "vergelijken"), ("ArrowRight", "rekenen"), ("PageUp", "vergelijken"), ("ArrowLeft", "raden"),
        ("ArrowUp", "raden"), ("End", LAST), ("ArrowDown", LAST), ("Home", "raden"), (" ", "vergelijken"),
    ):  # fmt: skip
        page.keyboard.press(key)
        assert step(page) == expected
        assert page.url.endswith(f"?bord#{expected}")
    assert page.locator("details.teacher:visible, .site-header:visible, .site-footer:visible").count() == 0
    assert page.locator(".qr:visible").count() == 0
    page.keyboard.press("End")
    assert page.locator(".qr:visible").count() == 1
    page.keyboard.press("Escape")
    assert "?bord" not in page.url
    assert page.locator(".step:visible").count() == 7
    assert page.evaluate("document.activeElement.dataset.do") == "board"


def test_a_link_opens_the_board_at_a_step_and_language_keeps_it(host: str, page: Page) -> None:
    page.goto(f"{host}{LESSON}?bord#rekenen")
    assert step(page) == "rekenen"
    page.goto(f"{host}{LESSON}#rekenen")
    page.click(".languages a")
    assert page.url == f"{host}en/lessons/banana/#rekenen"


def test_a_swipe_turns_the_step(host: str, browser: Browser) -> None:
    with browser.new_context(has_touch=True, viewport={"width": 1024, "height": 768}) as tablet:
        page = tablet.new_page()
        page.goto(f"{host}{LESSON}?bord")
        swipe = """(to) => [["touchstart", 500], ["touchend", to]].forEach(([type, clientX]) => {
          const touch = new Touch({identifier: 1, target: document.body, clientX});
          document.body.dispatchEvent(new TouchEvent(type, {bubbles: true, changedTouches: [touch]}));
        })"""
        page.evaluate(swipe, 300)
        assert step(page) == "vergelijken"
        page.evaluate(swipe, 480)
        assert step(page) == "vergelijken"
        page.evaluate(swipe, 700)
        assert step(page) == "raden"


def test_the_end_of_the_time_is_shown_and_said(host: str, page: Page) -> None:
    page.clock.install()
    page.goto(f"{host}{LESSON}?bord")
    assert page.locator(".board-clock").inner_text() == "Nog 8:00"
    page.get_by_role("button", name="Start de tijd").click()
    page.clock.fast_forward("07:30")
    assert page.locator(".board-clock").inner_text() == "Nog 0:30"
    assert page.get_by_role("alert").inner_text() == ""
    page.clock.fast_forward("00:31")
    assert page.get_by_role("alert").inner_text() == "De tijd is om."
    page.keyboard.press("PageDown")
    assert page.get_by_role("alert").inner_text() == ""


def test_the_board_is_large_and_fits(host: str, browser: Browser) -> None:
    for width, height, least in ((1920, 1080, 48), (1024, 768, 24)):
        with browser.new_context(viewport={"width": width, "height": height}) as board:
            page = board.new_page()
            page.goto(f"{host}{LESSON}?bord")
            size = page.locator(".step:visible .md-typeset p").first.evaluate(
                "node => parseFloat(getComputedStyle(node).fontSize)"
            )
            assert size >= least
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            for button in page.locator(".board-bar button:visible").all():
                box = button.bounding_box()
                assert box and box["height"] >= 48 and box["width"] >= 48


def test_the_quiz_judges_only_when_asked(host: str, page: Page) -> None:
    page.goto(host + LESSON)
    question = page.locator(".question").first
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


def test_several_answers_are_right_together(host: str, page: Page) -> None:
    page.goto(host + LESSON)
    question = page.locator(".question:has(input[type=checkbox])").first
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
        page.locator(".question summary").first.click()
        assert page.locator(".question li.right").first.is_visible()
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
        assert page.locator(".step:visible").count() == 1
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgba(0, 0, 0, 0)"
        page.close()
