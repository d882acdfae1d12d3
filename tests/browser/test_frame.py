"""The frame around every page: keyboard, menu, language, zoom, paper, no script."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_every_page import OVERFLOW

SECTIONS = {"": ["Fairtrade", "Rundu", "Samenwerking", "Global Goals", "Doe mee"]} | {
    "en/": ["Fairtrade", "Rundu", "Cooperation", "Global Goals", "Take part"]
}


def test_skip_link_is_the_first_stop_and_leads_to_the_content(host: str, page: Page) -> None:
    page.goto(host)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Naar de inhoud")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("home", SECTIONS)
def test_header_has_five_sections_language_and_search(host: str, page: Page, home: str) -> None:
    page.goto(host + home)
    links = page.locator("header nav").first.get_by_role("link")
    assert links.all_inner_texts() == SECTIONS[home]
    expect(page.locator("header").get_by_role("search")).to_be_visible()
    expect(page.locator("header .menu-button")).to_be_hidden()


def test_footer_leads_to_the_lessons_and_leaves_their_list_there(host: str, page: Page) -> None:
    page.goto(host)
    assert page.locator("footer a[href*='lessen/']").evaluate_all("links => links.map(a => a.textContent)") == [
        "Lessen"
    ]


@pytest.mark.parametrize(
    ("home", "names"),
    [
        (
            "",
            [
                "Over deze site",
                "Toegankelijkheid",
                "Privacy",
                "Bronnen",
                "Schrijf mee",
                "CC BY 4.0",
                "Bewerk deze pagina",
            ],
        ),
        ("en/", ["About this site", "Accessib", "Privacy", "Sources", "Help", "CC BY 4.0", "Edit this page"]),
    ],
)
def test_footer_leads_to_what_a_site_owes_its_readers(host: str, page: Page, home: str, names: list[str]) -> None:
    page.goto(host + home)
    for name in names:
        expect(page.locator("footer").get_by_role("link", name=re.compile(name)).first).to_be_visible()


def test_edit_link_opens_the_file_of_this_language(host: str, page: Page) -> None:
    page.goto(f"{host}en/rundu/")
    link = page.get_by_role("link", name="Edit this page")
    assert re.fullmatch(r"https://[^ ]+/edit/main/docs/en/rundu/index\.md", link.get_attribute("href") or "")


def test_language_switch_leads_to_the_same_page_and_back(host: str, page: Page) -> None:
    page.goto(f"{host}samenwerking/gaia/")
    page.get_by_role("link", name="English").click()
    assert page.url == f"{host}en/cooperation/gaia/"
    page.get_by_role("link", name="Nederlands").click()
    assert page.url == f"{host}samenwerking/gaia/"


def test_menu_on_a_phone_opens_and_closes_by_keyboard(host: str, phone: Page) -> None:
    phone.goto(host)
    button = phone.get_by_role("button", name="Menu")
    menu = phone.locator("#_menu")
    link = menu.get_by_role("link", name="Samenwerking")
    expect(button).to_have_attribute("popovertarget", "_menu")
    expect(link).to_be_hidden()
    assert "expanded=false" in aria(phone)
    button.focus()
    phone.keyboard.press("Enter")
    expect(link).to_be_visible()
    assert "expanded=true" in aria(phone)
    phone.keyboard.press("Tab")
    expect(menu.get_by_role("link", name="Fairtrade")).to_be_focused()
    phone.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(button).to_be_focused()
    phone.keyboard.press("Space")
    expect(link).to_be_visible()
    link.click()
    expect(phone).to_have_url(f"{host}samenwerking/")


def aria(page: Page) -> str:
    """Return name and state of the menu button as assistive technology gets them."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    (button,) = [
        node for node in nodes if node.get("role", {}).get("value") == "button" and node["name"]["value"] == "Menu"
    ]
    states = {one["name"]: one["value"]["value"] for one in button["properties"]}
    return f"expanded={str(states.get('expanded')).lower()}"


def test_everything_can_be_reached_and_seen_with_tab_alone(host: str, page: Page) -> None:
    page.goto(f"{host}rundu/")
    wanted = page.locator("a:visible, button:visible, input:visible, summary:visible").count()
    seen = set()
    for _ in range(wanted):
        page.keyboard.press("Tab")
        place, html, in_sight, outline = page.evaluate(
            """() => {
              const one = document.activeElement, box = one.getBoundingClientRect();
              return [
                [...document.querySelectorAll('*')].indexOf(one), one.outerHTML.slice(0, 200),
                box.width > 0 && box.bottom > 0 && box.top < innerHeight, getComputedStyle(one).outlineStyle,
              ];
            }"""
        )
        assert in_sight, f"focus is out of sight: {html}"
        assert outline != "none", f"focus cannot be seen: {html}"
        seen.add(place)
    assert len(seen) == wanted


@pytest.mark.parametrize(
    "address", ["", "en/global-goals/", "samenwerking/tijdlijn/", "zoeken/", "rundu/stad-en-rivier/"]
)
def test_400_percent_zoom_and_large_text_need_no_sideways_scrolling(host: str, browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 320, "height": 225}, device_scale_factor=4) as visitor:
        page = visitor.new_page()
        page.goto(host + address)
        assert page.evaluate(OVERFLOW) == 0
    with browser.new_context(viewport={"width": 390, "height": 844}, bypass_csp=True) as visitor:
        page = visitor.new_page()
        page.goto(host + address)
        page.add_style_tag(content="html { font-size: 250% !important }")
        assert page.evaluate(OVERFLOW) == 0


def test_works_without_script(host: str, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844}) as visitor:
        page = visitor.new_page()
        page.goto(host)
        page.get_by_role("button", name="Menu").click()
        page.locator("#_menu").get_by_role("link", name="Rundu").click()
        assert page.url == f"{host}rundu/"
        page.get_by_role("searchbox").first.fill("koffie")
        page.get_by_role("button", name="Zoeken").first.click()
        assert page.url == f"{host}zoeken/?q=koffie"
        expect(page.get_by_role("heading", name="Alle pagina’s")).to_be_visible()
        assert page.locator("section a").count() >= 44


def test_a_browser_without_popovers_shows_the_menu(host: str, phone: Page) -> None:
    phone.route(
        "**/assets/*.css",
        lambda route: route.fulfill(body=without_popovers(route.fetch().text()), content_type="text/css"),
    )
    phone.add_init_script("addEventListener('DOMContentLoaded', () => { _menu.removeAttribute('popover') })")
    phone.goto(host)
    expect(phone.get_by_role("link", name="Samenwerking", exact=True)).to_be_visible()
    expect(phone.locator(".menu-button")).to_be_hidden()


def without_popovers(style: str) -> str:
    return style.replace("@supports selector(:popover-open)", "@supports selector(:unknown-to-this-browser)")


def test_the_night_has_colours_of_its_own(host: str, page: Page) -> None:
    page.goto(host)
    background = "getComputedStyle(document.body).backgroundColor"
    brightness = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        brightness[scheme] = max(int(part) for part in re.findall(r"\d+", page.evaluate(background))[:3])
    assert brightness["light"] > 200
    assert brightness["dark"] < 60


def test_paper_has_the_text_and_not_the_controls(host: str, page: Page, tmp_path: Path) -> None:
    page.goto(f"{host}rundu/")
    page.emulate_media(media="print", color_scheme="dark")
    for control in (".menu", ".menu-button", ".site-header .search", ".languages", ".skip", ".trail"):
        expect(page.locator(control).first).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".footnote")).to_be_visible()
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert max(int(part) for part in re.findall(r"\d+", ink)[:3]) < 80, "ink is dark on paper, at night too"
    target = tmp_path / "page.pdf"
    page.pdf(path=target, format="A4")
    assert target.read_bytes().startswith(b"%PDF")
