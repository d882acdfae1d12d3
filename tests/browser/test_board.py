"""A lesson on the digital board: a clicker, keys and swipes, the time, type that fits; every face of every lesson."""

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_every_page import OVERFLOW, STORED, axe_violations

LESSON = "lessen/banaan/"
LAST = "_end"
# Of the text on a board of 1920 by 1080: what reads from the back of a room.
LEAST = 36
SIZE = "parseFloat(getComputedStyle(document.querySelector('.step:not([hidden]) p:not(.step-meta)')).fontSize)"


def step(page: Page) -> str:
    """Return the anchor of the one step on the board."""
    visible = page.locator(".step:visible h2")
    assert visible.count() == 1
    return visible.get_attribute("id") or ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_face_of_a_lesson_is_accessible(
    host: str, page: Page, each_lesson: str, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{host}{each_lesson}?docent")
    assert page.locator("details:not([open])").count() == 0
    assert axe_violations(page) == []
    page.goto(f"{host}{each_lesson}?bord")
    assert axe_violations(page) == []
    page.keyboard.press("End")
    assert axe_violations(page) == []
    page.emulate_media(media="print")
    assert axe_violations(page) == []


def test_a_clicker_leads_through_the_board(host: str, page: Page) -> None:
    page.goto(host + LESSON)
    page.click("[data-do=board]")
    page.wait_for_selector(".board-bar")
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


def test_a_step_taller_than_the_board_shows_its_rest_first(host: str, page: Page) -> None:
    page.set_viewport_size({"width": 400, "height": 500})
    page.goto(f"{host}{LESSON}?bord")
    first = step(page)
    end = "document.documentElement.scrollHeight - innerHeight - scrollY"
    assert page.evaluate(end) > 100
    page.keyboard.press("PageDown")
    assert step(page) == first
    assert page.evaluate("scrollY") > 100
    while page.evaluate(end) > 8:
        page.keyboard.press("PageDown")
    assert step(page) == first
    page.keyboard.press("PageDown")
    assert step(page) != first
    assert page.evaluate("scrollY") == 0


def test_notes_stay_in_the_address_beside_the_board(host: str, page: Page) -> None:
    page.goto(f"{host}{LESSON}?docent#rekenen")
    page.click("[data-do=board]")
    page.wait_for_url(f"{host}{LESSON}?docent&bord#rekenen")
    page.keyboard.press("Escape")
    assert page.url == f"{host}{LESSON}?docent#rekenen"
    page.click("[data-do=notes]")
    assert page.url == f"{host}{LESSON}#rekenen"


def test_every_step_fits_a_board(host: str, page: Page, each_lesson: str) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.goto(f"{host}{each_lesson}?bord")
    too_tall = []
    for _ in range(page.locator(".step").count()):
        if page.evaluate("document.documentElement.scrollHeight > innerHeight"):
            too_tall.append(step(page))
            page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        page.keyboard.press("PageDown")
    assert too_tall == []


def test_the_bar_changes_when_the_time_is_over_and_stays_accessible(host: str, page: Page) -> None:
    page.clock.install()
    page.goto(f"{host}{LESSON}?bord")
    bar = page.get_by_role("toolbar")
    bar.get_by_role("button", name="Start de tijd").click()
    page.clock.run_for(8 * 60_000 + 1_000)
    expect(bar).to_have_class("board-bar over")
    assert axe_violations(page) == []
    page.keyboard.press("PageDown")
    expect(bar).to_have_class("board-bar")
    bar.get_by_role("button", name="Start de tijd").click()
    page.clock.run_for(5_000)
    bar.get_by_role("button", name="Stop de tijd").click()
    expect(bar.get_by_role("timer")).to_have_text("Nog 8:00")


@pytest.mark.parametrize("state", ["#rekenen", "?docent", "?docent#rekenen"])
def test_another_language_shows_the_same_state(host: str, page: Page, state: str) -> None:
    page.goto(f"{host}{LESSON}{state}")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{host}en/lessons/banana/{state}")


def test_paper_has_every_step_and_no_button_even_from_the_board(host: str, page: Page) -> None:
    page.goto(f"{host}{LESSON}?bord")
    page.emulate_media(media="print")
    expect(page.locator(".step:visible")).to_have_count(7)
    expect(page.locator("button:visible, .board-bar:visible, .lesson-share:visible")).to_have_count(0)
    expect(page.locator("details.teacher:visible")).to_have_count(0)


def test_the_board_fits_a_phone_and_leaves_nothing_behind(host: str, page: Page) -> None:
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{host}{LESSON}?bord#tweede")
    assert page.evaluate(OVERFLOW) == 0
    page.get_by_role("button", name="Start de tijd").click()
    page.keyboard.press("Escape")
    assert page.evaluate(STORED) == []
    assert page.context.cookies() == []
    assert [url for url in requests if not url.startswith(host)] == []
    assert complaints == []


def test_who_only_reads_is_spared_the_board(host: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2].partition(".")[0]))
    page.goto(host + LESSON)
    page.wait_for_load_state("networkidle")
    assert "lesson" in asked
    assert "board" not in asked
    page.click("[data-do=board]")
    page.wait_for_selector(".board-bar")
    assert asked.count("board") == 2  # its script and its styles
    page.keyboard.press("Escape")
    page.click("[data-do=board]")
    page.wait_for_selector(".board-bar")
    assert asked.count("board") == 2


def test_the_board_can_be_asked_for_again_when_it_did_not_come(host: str, page: Page) -> None:
    page.goto(host + LESSON)
    page.route("**/assets/board.*", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.click("[data-do=board]")
    assert page.locator(".step:visible").count() > 1
    page.unroute("**/assets/board.*")
    page.click("[data-do=board]")
    page.wait_for_selector(".board-bar")
    assert page.locator(".step:visible").count() == 1
