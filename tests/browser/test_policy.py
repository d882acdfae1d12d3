"""The policy in a real browser, from a real nginx, stops what it should; that every page keeps it, each visit shows."""

from playwright.sync_api import Page

from tests.browser.conftest import LESSON
from tests.browser.test_every_page import watched

RECORD = """window.broken = [];
addEventListener("securitypolicyviolation", (event) => broken.push(event.violatedDirective));
const make = (tag, values) => Object.assign(document.createElement(tag), values);
"""
# What a page must not do, and the directive that stops it.
FORBIDDEN = [
    ("document.body.append(make('script', { text: '1' }))", "script-src"),
    ("document.body.append(make('img', { src: 'https://example.com/x.png' }))", "img-src"),
    ("document.body.setAttribute('style', 'color: red')", "style-src"),
    ("document.head.append(make('style', { textContent: 'p {}' }))", "style-src"),
    ("document.body.append(make('iframe', { src: '/' }))", "frame-src"),
    ("document.head.append(make('base', { href: '/x/' })); document.baseURI", "base-uri"),
    ("fetch('https://example.com/').catch(() => 0)", "connect-src"),
]


def test_the_policy_stops_what_a_page_must_not_do(served: str, page: Page) -> None:
    for script, directive in FORBIDDEN:
        page.goto(served)
        page.evaluate(f"() => {{ {RECORD} {script} }}")
        page.wait_for_function("broken.length", timeout=5000)
        assert page.evaluate("broken[0]").startswith(directive), script


def test_a_school_can_frame_a_lesson_and_nothing_else(served: str, page: Page) -> None:
    addresses = [served + LESSON, served, f"{served}zoeken/"]
    frames = "".join(f"<iframe src='{address}'></iframe>" for address in addresses)
    _, complaints = watched(page)
    # Chromium asks a person before a page of elsewhere may reach this computer.
    page.context.grant_permissions(["local-network-access"], origin="https://school.example")
    page.route(
        "https://school.example/",
        lambda route: route.fulfill(body=f"<!doctype html>{frames}", content_type="text/html"),
    )
    page.goto("https://school.example/")
    assert [frame.url in addresses for frame in page.frames[1:]] == [True, False, False]
    assert sum("frame-ancestors" in line for line in complaints) == 2
