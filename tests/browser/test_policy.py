"""The policy in a real browser, from a real nginx: every page keeps it, and it stops what it should."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from scripts.build import policy
from scripts.content import Content
from tests import nginx

SCHEMES: tuple[Literal["light", "dark"], ...] = ("dark", "light")
RECORD = """window.broken = [];
addEventListener("securitypolicyviolation", (event) => broken.push(`${event.violatedDirective} ${event.blockedURI}`));
"""
OPEN = "document.querySelectorAll('details').forEach((element) => { element.open = true; })"
# What a page must not do, and the directive that stops it.
FORBIDDEN = [
    ("document.body.append(Object.assign(document.createElement('script'), {text: '1'}))", "script-src"),
    (
        "document.body.append(Object.assign(document.createElement('img'), {src: 'https://example.com/x.png'}))",
        "img-src",
    ),
    ("document.body.setAttribute('style', 'color: red')", "style-src"),
    (
        "document.head.append(document.createElement('style')); document.head.lastChild.textContent = 'p {}'",
        "style-src",
    ),
    ("document.body.append(Object.assign(document.createElement('iframe'), {src: '/'}))", "frame-src"),
    (
        "document.head.append(Object.assign(document.createElement('base'), {href: '/x/'})); document.baseURI",
        "base-uri",
    ),
    ("fetch('https://example.com/').catch(() => 0)", "connect-src"),
]


@pytest.fixture(scope="module")
def served(site: Path, content: Content, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real site behind nginx."""
    place = tmp_path_factory.mktemp("policy")
    shutil.copytree(site, place / "srv/current")
    policy.publish(content, place / "srv/current")
    lesson = place / "srv/current/proef/les/index.html"  # whatever lessons hold, this one is there
    lesson.parent.mkdir(parents=True)
    lesson.write_text("<!doctype html><title>les</title><script type='application/ld+json'>{}</script><p>les")
    with (place / "srv/current/kinds.map").open("a") as kinds:
        kinds.write("/proef/les/index.html lesson;\n")
    with nginx.running(nginx.configured(place)) as host:
        yield f"https://{nginx.NAME}:{host.tls_port}/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A visitor whose browser notes whatever a policy stops."""
    with browser.new_context(ignore_https_errors=True) as visitor:
        visitor.add_init_script(RECORD)
        yield visitor.new_page()


def test_a_page_keeps_the_policy(served: str, page: Page, each_address: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(served + each_address, wait_until="load")
    page.evaluate(OPEN)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
    assert page.evaluate("broken") == said == []


def test_the_missing_page_keeps_the_policy(served: str, page: Page) -> None:
    page.goto(f"{served}nergens/heen/", wait_until="load")
    assert page.evaluate("broken") == []


@pytest.mark.parametrize("address", ["zoeken/?q=rundu", "en/search/?q=rundu"])
def test_search_works_under_the_policy(served: str, page: Page, address: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(served + address)
    page.wait_for_selector("#_results a")
    assert len(page.workers) == 1, "Pagefind fell back on the page itself"
    assert page.evaluate("broken") == said == []


@pytest.mark.parametrize(("script", "directive"), FORBIDDEN)
def test_the_policy_stops_what_a_page_must_not_do(served: str, page: Page, script: str, directive: str) -> None:
    page.goto(served)
    page.evaluate(f"() => {{ {script} }}")
    page.wait_for_function("broken.length", timeout=5000)
    assert page.evaluate("broken[0]").startswith(directive)


def test_a_data_block_is_no_script(served: str, page: Page) -> None:
    for address in ("proef/les/", ""):
        page.goto(served + address)
        block = "Object.assign(document.createElement('script'), {type: 'application/ld+json', text: '{}'})"
        page.evaluate(f"() => {{ document.head.append({block}) }}")
        assert page.evaluate("new Promise((done) => setTimeout(() => done(broken), 50))") == []


@pytest.mark.parametrize(("address", "shown"), [("proef/les/", True), ("", False), ("zoeken/", False)])
def test_a_school_can_frame_a_lesson_and_nothing_else(served: str, page: Page, address: str, shown: bool) -> None:
    frame = f"<!doctype html><title>school</title><iframe src='{served}{address}'></iframe>"
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    # Chromium asks a person before a page of elsewhere may reach this computer.
    page.context.grant_permissions(["local-network-access"], origin="https://school.example")
    page.route("https://school.example/", lambda route: route.fulfill(body=frame, content_type="text/html"))
    page.goto("https://school.example/", wait_until="load")
    page.wait_for_timeout(200)
    (framed,) = page.frames[1:]
    assert (framed.url == served + address) is shown
    assert any("frame-ancestors" in line for line in said) is not shown
