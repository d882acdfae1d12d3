"""What every page promises to every visitor, on a phone and a computer, by day and by night."""

from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

LOOKS: list[tuple[int, Literal["light", "dark"]]] = [(390, "light"), (390, "dark"), (1440, "light"), (1440, "dark")]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
STORED = """async () => [
  document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map((database) => database.name), ...(await caches.keys()),
  ...(await navigator.serviceWorker.getRegistrations()).map((worker) => worker.scope),
].filter(Boolean)"""
SHIFT = """() => new Promise((done) => {
  let total = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) total += one.value; })
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(total), 200);
})"""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def visit(browser: Browser) -> Iterator[Page]:
    """One visitor who reads page after page and keeps whatever the site would leave behind."""
    with browser.new_context() as visitor:
        yield visitor.new_page()


def axe_violations(page: Page) -> list[str]:
    results = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    found = results.response["violations"]
    return [f"{one['id']}: {node['html']} {node['failureSummary']}" for one in found for node in one["nodes"]]


def test_accessible_unwatched_and_whole(host: str, visit: Page, each_address: str) -> None:
    requests: list[str] = []
    complaints: list[str] = []
    page = visit.context.new_page()
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(host + each_address, wait_until="load")
    assert page.evaluate(SHIFT) == 0, "the page moves while it loads"
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        assert axe_violations(page) == [], f"{width} px, {scheme}"
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(OVERFLOW) == 0, "the page is wider than 320 px"
    assert page.evaluate(STORED) == []
    assert page.context.cookies() == []
    assert [url for url in requests if not url.startswith(host)] == []
    assert complaints == []
    page.close()


def test_axe_sees_what_is_wrong(phone: Page) -> None:
    phone.set_content("<title>x</title><main><h1>x</h1><img src=data:><p style='color: #ccc'>pale</p></main>")
    found = {violation.split(":")[0] for violation in axe_violations(phone)}
    assert {"image-alt", "html-has-lang", "color-contrast"} <= found


def test_the_missing_page_too(host: str, phone: Page) -> None:
    phone.goto(f"{host}nergens/heen/")
    for scheme in ("light", "dark"):
        phone.emulate_media(color_scheme=scheme)
        assert axe_violations(phone) == []
    assert phone.evaluate(OVERFLOW) == 0
