"""The frame and the look of every page: keyboard, menu, words in each language, by night, on paper, without script."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.visiting import LESSON, PHONE

# What the drawing of a home page shows, the sections in its header, and what the footer owes a reader.
HOMES = [
    (
        "",
        "wereldbol",
        "Stad|Fairtrade|Global Goals|Lessen|Doe mee|Agenda",
        "Over deze site|Toegankelijkheid|Privacy|Bronnen|Schrijf mee|CC BY 4.0|Bewerk deze pagina",
    ),
    (
        "en/",
        "globe",
        "Town|Fairtrade|Global Goals|Lessons|Take part|Events",
        "About this site|Accessib|Privacy|Sources|Help|CC BY 4.0|Edit this page",
    ),
]
# Two articles, and the page that comes next.
ARTICLES = [("over/meeschrijven/", "over/controles/"), ("en/about/contribute/", "en/about/checks/")]
# The letters in a line, of each paragraph of three lines or more.
LINE = """() => [...document.querySelectorAll('article .md-typeset > p')]
  .map((text) => [text.innerText.length, Math.round(text.clientHeight / parseFloat(getComputedStyle(text).lineHeight))])
  .filter(([, lines]) => lines > 2)
  .map(([letters, lines]) => letters / lines)"""
# What has the focus: its place on the page, its HTML, and whether it is in sight. Its edge, tests/site/ looks at.
FOCUS = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect();
  return [
    [...document.querySelectorAll('*')].indexOf(one), one.outerHTML.slice(0, 200),
    box.width > 0 && box.bottom > 0 && box.top < innerHeight,
  ];
}"""


@pytest.mark.parametrize(("home", "drawn", "sections", "owed"), HOMES)
def test_home_says_what_it_is_before_one_scrolls_and_leads_on(
    host: str, page: Page, home: str, drawn: str, sections: str, owed: str
) -> None:
    page.goto(host + home)
    assert page.locator("header nav").first.get_by_role("link").all_inner_texts() == sections.split("|")
    expect(page.locator("header").get_by_role("search")).to_be_visible()
    expect(page.locator("header .menu-button")).to_be_hidden()
    footer = page.locator("footer")
    for name in owed.split("|"):
        expect(footer.get_by_role("link", name=name).first).to_be_visible()
    assert page.locator(".doors h2").all_inner_texts() == sections.split("|")[:3]
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
        expect(page.locator(".hero p")).to_be_in_viewport()
        expect(page.get_by_role("img", name=drawn)).to_be_in_viewport()
        expect(page.locator(".buttons a").first).to_be_in_viewport()
    page.locator(".doors li").nth(1).click(position={"x": 200, "y": 100})  # all of a card can be pressed
    expect(page).to_have_url(f"{host}{home}fairtrade/")


@pytest.mark.parametrize(("address", "onward"), ARTICLES)
def test_a_page_reads_well_and_leads_to_the_next(host: str, page: Page, address: str, onward: str) -> None:
    page.goto(host + address)
    lines = page.evaluate(LINE)
    assert lines
    assert all(45 <= length <= 80 for length in lines), lines
    page.locator(".onward").get_by_role("link").last.click()
    expect(page).to_have_url(host + onward)


@pytest.mark.visitor(viewport=PHONE)
def test_menu_on_a_phone_opens_and_closes_by_keyboard(host: str, page: Page) -> None:
    page.goto(host)
    button = page.get_by_role("button", name="Menu")
    menu = page.locator("#_menu")
    link = menu.get_by_role("link", name="Doe mee")
    expect(link).to_be_hidden()
    assert not says_expanded(page)
    button.focus()
    page.keyboard.press("Enter")
    expect(link).to_be_visible()
    assert says_expanded(page)
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link", name="Stad")).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Space")
    expect(link).to_be_visible()
    link.click()
    expect(page).to_have_url(f"{host}doe-mee/")


def says_expanded(page: Page) -> bool:
    """Return whether assistive technology hears that the menu is open."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    buttons = [node for node in nodes if node.get("role", {}).get("value") == "button"]
    (menu,) = [node for node in buttons if node["name"]["value"] == "Menu"]
    (state,) = [one["value"]["value"] for one in menu["properties"] if one["name"] == "expanded"]
    return bool(state)


def test_everything_can_be_reached_and_seen_with_tab_alone(host: str, page: Page) -> None:
    page.goto(f"{host}stad/")
    skip = page.get_by_role("link", name="Naar de inhoud")
    wanted = page.locator("a:visible, button:visible, input:visible, summary:visible").count()
    seen = set()
    for stop in range(wanted):
        page.keyboard.press("Tab")
        assert stop > 0 or skip.evaluate("link => link === document.activeElement"), "first, a way past the menu"
        place, html, in_sight = page.evaluate(FOCUS)
        assert in_sight, f"focus is out of sight: {html}"
        seen.add(place)
    assert len(seen) == wanted
    skip.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.visitor(viewport=PHONE, java_script_enabled=False)
def test_works_without_script(host: str, page: Page) -> None:
    page.goto(host)
    page.get_by_role("button", name="Menu").click()
    page.locator("#_menu").get_by_role("link", name="Stad").click()
    assert page.url == f"{host}stad/"
    page.get_by_role("searchbox").first.fill("koffie")
    page.get_by_role("button", name="Zoeken").first.click()
    assert page.url == f"{host}zoeken/?q=koffie"
    expect(page.get_by_role("heading", name="Alle pagina’s")).to_be_visible()
    assert page.locator("section a").count() >= 30
    page.goto(f"{host}{LESSON}?bord")
    assert page.locator(".step:visible").count() == 7
    assert page.locator(".lesson button:visible").count() == 0
    page.locator(".quiz-question summary").first.click()
    assert page.locator(".quiz-question li.right").first.is_visible()
    page.goto(f"{host}lessen/?groep=po7")
    assert page.locator(".finder li[data-tijd]:visible").count() == 2
    page.goto(f"{host}l/banaan/")
    page.wait_for_url(host + LESSON)


@pytest.mark.visitor(viewport=PHONE)
def test_a_browser_without_popovers_shows_the_menu(host: str, page: Page) -> None:
    def send_without_popovers(route: Route) -> None:
        style = route.fetch().text().replace("selector(:popover-open)", "selector(:unknown-to-this-browser)")
        route.fulfill(body=style, content_type="text/css")

    page.route("**/assets/*.css", send_without_popovers)
    page.add_init_script("addEventListener('DOMContentLoaded', () => { _menu.removeAttribute('popover') })")
    page.goto(host)
    expect(page.get_by_role("link", name="Doe mee", exact=True)).to_be_visible()
    expect(page.locator(".menu-button")).to_be_hidden()


def brightest(page: Page, colour: str) -> int:
    """Return the highest part of the red, green and blue of `colour`, as it is on the body of `page`."""
    parts = re.findall(r"\d+", page.evaluate(f"getComputedStyle(document.body).{colour}"))
    return max(int(part) for part in parts[:3])


def test_night_paper_and_colours_of_the_reader_keep_what_matters(host: str, page: Page) -> None:
    page.goto(f"{host}stad/")
    page.emulate_media(color_scheme="light")
    assert brightest(page, "backgroundColor") > 200
    page.emulate_media(color_scheme="dark")
    assert brightest(page, "backgroundColor") < 60
    page.emulate_media(media="print", color_scheme="dark")
    assert brightest(page, "color") < 80, "ink is dark on paper, at night too"
    for control in (".menu", ".menu-button", ".site-header .search", ".languages", ".skip", ".trail"):
        expect(page.locator(control).first).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".footnote")).to_be_visible()
    page.goto(f"{host}global-goals/")
    page.emulate_media(media="screen", forced_colors="active")
    assert page.evaluate("getComputedStyle(document.querySelector('.tiles li')).borderTopStyle") == "solid"
