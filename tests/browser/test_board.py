"""A lesson on the digital board: a clicker, keys and swipes, the time, type that fits; every face of every lesson."""

import pytest
from playwright.sync_api import Page, expect

from tests.visiting import LESSON, OVERFLOW, STORED, axe_violations, watched

LAST = "_end"
REST = "document.documentElement.scrollHeight - innerHeight - scrollY"
SWIPE = """(to) => [["touchstart", 500], ["touchend", to]].forEach(([type, clientX]) => {
  const touch = new Touch({identifier: 1, target: document.body, clientX});
  document.body.dispatchEvent(new TouchEvent(type, {bubbles: true, changedTouches: [touch]}));
})"""


def step(page: Page) -> str:
    """Return the anchor of the one step on the board."""
    visible = page.locator(".step:visible h2")
    assert visible.count() == 1
    return visible.get_attribute("id") or ""


@pytest.mark.visitor(has_touch=True)
def test_a_clicker_and_a_finger_lead_through_the_board(host: str, page: Page) -> None:
    page.goto(host + LESSON)
    page.click("[data-do=board]")
    page.wait_for_selector(".board-bar")
    assert step(page) == "raden"
    assert page.evaluate("document.activeElement.id") == "raden"
    keys = ["PageDown", "ArrowRight", "PageUp", "ArrowLeft", "ArrowUp", "End", "ArrowDown", "Home", " "]
    places = ["vergelijken", "rekenen", "vergelijken", "raden", "raden", LAST, LAST, "raden", "vergelijken"]
    for key, place in zip(keys, places, strict=True):
        page.keyboard.press(key)
        assert step(page) == place, key
        assert page.url.endswith(f"?bord#{place}")
    for to, place in ((300, "rekenen"), (480, "rekenen"), (700, "vergelijken")):
        page.evaluate(SWIPE, to)
        assert step(page) == place, to
    assert page.locator("details.teacher:visible, .site-header:visible, .site-footer:visible").count() == 0
    assert page.locator(".qr:visible").count() == 0
    page.keyboard.press("End")
    assert page.locator(".qr:visible").count() == 1
    page.keyboard.press("Escape")
    assert "?bord" not in page.url
    assert page.locator(".step:visible").count() == 7
    assert page.evaluate("document.activeElement.dataset.do") == "board"


def test_what_shows_is_in_the_address_and_another_language_keeps_it(host: str, page: Page) -> None:
    page.goto(f"{host}{LESSON}?docent#rekenen")
    page.click("[data-do=board]")
    page.wait_for_url(f"{host}{LESSON}?docent&bord#rekenen")
    assert step(page) == "rekenen"
    page.keyboard.press("Escape")
    assert page.url == f"{host}{LESSON}?docent#rekenen"
    page.click("[data-do=notes]")
    assert page.url == f"{host}{LESSON}#rekenen"
    for state in ("#rekenen", "?docent", "?docent#rekenen"):
        page.goto(f"{host}{LESSON}{state}")
        page.get_by_role("link", name="English").click()
        expect(page).to_have_url(f"{host}en/lessons/banana/{state}")


def test_the_end_of_the_time_is_shown_and_said(host: str, page: Page) -> None:
    page.clock.install()
    page.goto(f"{host}{LESSON}?bord#raden")
    bar = page.get_by_role("toolbar")
    clock, said = bar.get_by_role("timer"), bar.get_by_role("alert")
    expect(clock).to_have_text("Nog 8:00")
    bar.get_by_role("button", name="Start de tijd").click()
    page.clock.run_for("07:30")
    expect(clock).to_have_text("Nog 0:30")
    expect(said).to_have_text("")
    page.clock.run_for("00:31")
    expect(said).to_have_text("De tijd is om.")
    expect(bar).to_have_class("board-bar over")
    assert axe_violations(page) == []
    page.keyboard.press("PageDown")
    expect(said).to_have_text("")
    expect(bar).to_have_class("board-bar")
    bar.get_by_role("button", name="Start de tijd").click()
    page.clock.run_for("00:05")
    bar.get_by_role("button", name="Stop de tijd").click()
    expect(clock).to_have_text("Nog 8:00")


def test_the_board_is_large_fits_a_phone_and_leaves_nothing_behind(host: str, page: Page) -> None:
    asked, complaints = watched(page)
    for width, height, least in ((1920, 1080, 48), (1024, 768, 24), (320, 640, 24)):
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{host}{LESSON}?bord#raden")
        text = page.locator(".step:visible .md-typeset p").first
        assert text.evaluate("node => parseFloat(getComputedStyle(node).fontSize)") >= least
        assert page.evaluate(OVERFLOW) == 0
        for button in page.locator(".board-bar button:visible").all():
            box = button.bounding_box()
            assert box and box["height"] >= 48 and box["width"] >= 48
    # The last board is lower than its step: that shows its rest first.
    assert page.evaluate(REST) > 100
    page.keyboard.press("PageDown")
    assert page.evaluate("scrollY") > 100
    while page.evaluate(REST) > 8:
        page.keyboard.press("PageDown")
    assert step(page) == "raden"
    page.keyboard.press("PageDown")
    assert step(page) == "vergelijken"
    assert page.evaluate("scrollY") == 0
    page.get_by_role("button", name="Start de tijd").click()
    page.keyboard.press("Escape")
    assert (page.evaluate(STORED), page.context.cookies(), complaints) == ([], [], [])
    assert [url for url in asked if not url.startswith(host)] == []


def test_who_only_reads_is_spared_the_board_and_who_asks_can_ask_again(host: str, page: Page) -> None:
    asked, _ = watched(page)

    def times(name: str) -> int:
        return sum(url.rpartition("/")[2].startswith(f"{name}.") for url in asked)

    page.goto(host + LESSON)
    page.wait_for_load_state("networkidle")
    assert (times("lesson"), times("board")) == (1, 0)
    page.route("**/assets/board.*", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.click("[data-do=board]")
    assert page.locator(".step:visible").count() == 7, "it did not come"
    page.unroute("**/assets/board.*")
    asked.clear()
    for _ in range(2):
        page.click("[data-do=board]")
        page.wait_for_selector(".board-bar")
        assert page.locator(".step:visible").count() == 1
        assert times("board") == 2, "its script and its styles"
        page.keyboard.press("Escape")
