"""What every page promises to every visitor, on a phone and a computer, by day and by night, under the policy."""

from playwright.sync_api import Page

from tests.browser.test_board import LAST, REST, step
from tests.visiting import (
    LARGE,
    MISSING,
    OPEN,
    OVERFLOW,
    PHONE,
    SHIFT,
    STORED,
    assert_accessible,
    assert_low,
    axe_violations,
    watched,
)


def test_accessible_unwatched_and_whole(served: str, page: Page, each_address: str) -> None:
    asked, complaints = watched(page)
    page.goto(served + each_address)
    assert_accessible(page)
    if page.evaluate(SHIFT):  # a table that came in pieces, on a busy machine; what moves by itself does so again
        page.reload()
    assert page.evaluate(SHIFT) == 0, "the page moves while it loads"
    page.evaluate(OPEN)
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(OVERFLOW) == 0, "the page is wider than 320 px, as at 400 % on a computer"
    page.set_viewport_size(PHONE)
    page.evaluate(LARGE)
    assert page.evaluate(OVERFLOW) == 0, "large letters make the page wider than a phone"
    assert page.evaluate(STORED) == page.context.cookies() == []
    assert [url for url in asked if not url.startswith(served)] == []
    missing = ["Failed to load resource: the server responded with a status of 404 ()"]
    assert complaints == (missing if each_address == MISSING else [])


def test_a_lesson_is_not_high(host: str, page: Page, each_lesson: str) -> None:
    page.goto(host + each_lesson)
    assert_low(page)


def test_every_face_of_a_lesson_is_accessible_and_every_step_fits(host: str, page: Page, each_lesson: str) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{host}{each_lesson}?docent")
        assert page.locator("details:not([open])").count() == 0
        assert axe_violations(page) == [], f"for the teacher, {scheme}"
        page.goto(f"{host}{each_lesson}?bord")
        assert axe_violations(page) == [], f"on the board, {scheme}"
        page.keyboard.press("End")
        assert axe_violations(page) == [], f"at the end, {scheme}"
    page.emulate_media(media="print")
    assert axe_violations(page) == [], "on paper"
    assert page.locator(".step:visible").count() == page.locator(".step").count(), "even from the board"
    assert page.locator(":is(details.teacher, button, .board-bar, .lesson-share):visible").count() == 0
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.keyboard.press("Home")
    for _ in range(page.locator(".step").count()):
        assert page.evaluate(REST) == 0, f"{step(page)} is taller than the board"
        page.keyboard.press("PageDown")
    assert step(page) == LAST
