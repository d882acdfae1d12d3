"""What every page promises to every visitor, on a phone and a computer, by day and by night, under the policy."""

from typing import Literal

import pytest
from playwright.sync_api import Page

from tests import programs
from tests.browser.test_board import LAST, REST, step
from tests.visiting import (
    ASKED,
    COLOURS,
    LARGE,
    MISSING,
    OPEN,
    OVERFLOW,
    PHONE,
    RULES,
    SHIFT,
    STORED,
    assert_accessible,
    axe_violations,
    watched,
)

# What IBM's engine finds: certain or possible, its rule and case, and the HTML.
RUN_ACE = """async () => (await new ace.Checker().check(document, ["WCAG_2_2"])).results
  .filter(({ value: [level, outcome] }) => level === "VIOLATION" && outcome !== "PASS")
  .map(({ value: [, outcome], ruleId, reasonId, snippet }) => [outcome, `${ruleId} ${reasonId}`, snippet])"""
# What it asks people to look at, and who looked found that it is no violation.
JUDGED = {
    "element_tabbable_unobscured potential_obscured",  # in a sentence or on two lines; nothing lies over it
    "element_tabbable_visible potential_visible",  # "Skip to content" comes in sight with the focus: test_frame.py
    "form_submit_button_exists Potential_1",  # a button without a type submits
    "input_label_visible potential_placeholder_only",  # the lens beside it says what it is for (WCAG, G167)
    "style_color_misuse Potential_1",  # said of each style sheet; what has a colour has words or a number too
    "style_focus_visible potential_focus_not_visible",  # seen by FAINT
    "style_viewport_resizable Potential_1",  # titles grow with the letters of the reader: --title has both
    "text_block_heading potential_heading",  # titles of boxes and names of figures, no parts of the outline
    "text_sensory_misuse potential_other",  # "small", "above" and such in sentences that tell, not in instructions
    "text_sensory_misuse potential_position",
}
SCHEMES: list[Literal["light", "dark"]] = ["light", "dark"]
# How high a lesson may be, in pixels, by the width of the window.
LOW = {1440: 8_000, 390: 11_000}
# What takes the focus with an edge of too little contrast with its ground (WCAG 1.4.11). Parts of a drawing thicken.
FAINT = r"""() => {
  const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
  const linear = (part) => part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b) + 0.05;
  const ground = (one) => {
    const colour = one ? parts(getComputedStyle(one).backgroundColor) : [255, 255, 255];
    return colour[3] === 0 ? ground(one.parentElement) : colour;
  };
  const edges = (one) => [
    [one, getComputedStyle(one)], [one.closest("label"), getComputedStyle(one.closest("label") ?? one)],
    [one.closest("li"), getComputedStyle(one, "::after")],
  ];
  const faint = (one) => {
    one.focus();
    const [box, edge] = edges(one).find(([, { outlineStyle }]) => outlineStyle !== "none") ?? [];
    if (!edge) return `none: ${one.outerHTML}`;
    const on = ground(parseFloat(edge.outlineOffset) < 0 ? box : box.parentElement);
    const [low, high] = [light(parts(edge.outlineColor)), light(on)].sort((a, b) => a - b);
    return high / low < 3 && `${(high / low).toFixed(2)}: ${one.outerHTML}`;
  };
  return [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
    .filter((one) => one.checkVisibility() && !one.closest("svg")).map(faint).filter(Boolean);
}"""


def test_accessible_unwatched_and_whole(served: str, page: Page, each_address: str) -> None:
    asked, complaints = watched(page)
    page.goto(served + each_address)
    assert_accessible(page)
    if page.evaluate(SHIFT):  # a table that came in pieces, on a busy machine; what moves by itself does so again
        page.reload()
    assert page.evaluate(SHIFT) == 0, "the page moves while it loads"
    page.evaluate(OPEN)
    page.set_viewport_size({"width": 1440, "height": 900})
    page.keyboard.press("Tab")
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate(FAINT) == [], f"the edge of what has the focus, {scheme}"
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(OVERFLOW) == 0, "the page is wider than 320 px, as at 400 % on a computer"
    page.set_viewport_size(PHONE)
    page.evaluate(LARGE)
    assert page.evaluate(OVERFLOW) == 0, "large letters make the page wider than a phone"
    assert page.evaluate(STORED) == page.context.cookies() == []
    assert [url for url in asked if not url.startswith(served)] == []
    missing = ["Failed to load resource: the server responded with a status of 404 ()"]
    assert complaints == (missing if each_address == MISSING else [])


@pytest.mark.skipif(not ASKED, reason="two seconds a page: make test PAGES=all")
def test_another_engine_finds_it_accessible_too(host: str, page: Page, each_address: str) -> None:
    page.goto(host + each_address)
    page.evaluate(OPEN)
    page.evaluate(programs.fetched("ace.js").read_text(encoding="utf-8"))
    found = page.evaluate(RUN_ACE)
    assert [one for one in found if one[0] == "FAIL" or one[1] not in JUDGED] == []


def test_every_face_of_a_lesson_is_low_and_accessible_and_every_step_fits(
    host: str, page: Page, each_lesson: str
) -> None:
    for width, most in LOW.items():
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(host + each_lesson)
        assert page.evaluate("document.documentElement.scrollHeight") <= most, f"{width} px"
    page.set_viewport_size({"width": 1440, "height": 900})
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{host}{each_lesson}?docent")
        assert page.locator("details:not([open])").count() == 0
        rules = RULES if scheme == "light" else COLOURS
        assert axe_violations(page, rules) == [], f"for the teacher, {scheme}"
        page.goto(f"{host}{each_lesson}?bord")
        assert axe_violations(page, rules) == [], f"on the board, {scheme}"
        page.keyboard.press("End")
        assert axe_violations(page, rules) == [], f"at the end, {scheme}"
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
