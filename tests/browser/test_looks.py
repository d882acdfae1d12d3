"""How pages look, as far as that can be measured; for a critical eye, `make picture` takes pictures of them."""

import pytest
from playwright.sync_api import Browser, Page, expect

LINE = """() => {
  const lines = [];
  for (const text of document.querySelectorAll('article .md-typeset > p')) {
    const range = document.createRange();
    range.selectNodeContents(text);
    const tops = new Set([...range.getClientRects()].map((box) => Math.round(box.bottom / 12)));
    const rows = text.clientHeight / parseFloat(getComputedStyle(text).lineHeight);
    if (tops.size > 2) lines.push(text.innerText.length / rows);
  }
  return lines;
}"""


@pytest.mark.parametrize("address", ["fairtrade/zes-criteria/", "en/cooperation/gaia/"])
def test_lines_have_a_length_that_reads_well(host: str, page: Page, address: str) -> None:
    page.goto(host + address)
    lines = page.evaluate(LINE)
    assert len(lines) > 3
    assert all(45 <= length <= 80 for length in lines), lines


@pytest.mark.parametrize(
    ("home", "doors"), [("", ["Fairtrade", "Rundu", "Global Goals"]), ("en/", ["Fairtrade", "Rundu", "Global Goals"])]
)
@pytest.mark.parametrize("width", [390, 1440])
def test_home_says_what_it_is_before_one_scrolls(
    host: str, page: Page, home: str, doors: list[str], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(host + home)
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    expect(page.locator(".hero p")).to_be_in_viewport()
    expect(page.get_by_role("img", name="rivi" if home == "" else "river")).to_be_in_viewport()
    assert page.locator(".doors h2").all_inner_texts() == doors
    expect(page.locator(".doors a").first).to_be_in_viewport()
    assert page.locator(".short-timeline li").count() >= 4
    assert page.locator(".cards li").count() == 2


def test_a_card_is_one_place_to_press(host: str, phone: Page) -> None:
    phone.goto(host)
    phone.locator(".doors li").nth(1).click(position={"x": 200, "y": 100})
    expect(phone).to_have_url(f"{host}rundu/")


def test_before_and_after_lead_through_a_section(host: str, page: Page) -> None:
    page.goto(f"{host}fairtrade/zes-criteria/")
    page.get_by_role("navigation", name="Lees verder").get_by_role("link").last.click()
    expect(page).to_have_url(f"{host}fairtrade/eerlijke-prijs/")


def test_boxes_have_a_title_in_the_language_of_the_page(host: str, page: Page) -> None:
    for address, title in (("samenwerking/gaia/", "In het kort"), ("en/cooperation/gaia/", "In short")):
        page.goto(host + address)
        expect(page.locator(".admonition.fact .admonition-title")).to_have_text(title)


def test_colours_that_the_reader_forces_keep_the_shapes(host: str, browser: Browser) -> None:
    with browser.new_context(forced_colors="active") as visitor:
        page = visitor.new_page()
        page.goto(f"{host}global-goals/")
        border = page.evaluate("getComputedStyle(document.querySelector('.tiles li')).borderTopStyle")
        assert border == "solid"
