"""What every page promises to every visitor, on a phone and a computer, by day and by night, under the policy."""

from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import MISSING, PHONE

LOOKS: list[tuple[int, Literal["light", "dark"]]] = [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
RUN_AXE = """async (rules) => {
  const { violations } = await axe.run({ runOnly: rules, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
}"""
STORED = """async () => [
  document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map((database) => database.name), ...(await caches.keys()),
  ...(await navigator.serviceWorker.getRegistrations()).map((worker) => worker.scope),
].filter(Boolean)"""
# What moved by itself; what moves right after the window changes its size does not count as such.
SHIFT = """() => {
  const observer = new PerformanceObserver(() => {});
  observer.observe({ type: "layout-shift", buffered: true });
  return observer.takeRecords().reduce((sum, one) => sum + (one.hadRecentInput ? 0 : one.value), 0);
}"""
OPEN = "document.querySelectorAll('details').forEach((element) => { element.open = true; })"
LARGE = "document.documentElement.style.setProperty('font-size', '250%', 'important')"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def watched(page: Page) -> tuple[list[str], list[str]]:
    """Return what `page` asks for and what the browser complains of, a breach of the policy too; both lists grow."""
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return asked, complaints


def axe_violations(page: Page) -> list[str]:
    """Return what axe finds wrong with `page` as it is now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found: list[str] = page.evaluate(RUN_AXE, RULES)
    return found


def assert_accessible(page: Page) -> None:
    """See that axe finds nothing wrong with `page` in any of the looks."""
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        assert axe_violations(page) == [], f"{width} px, {scheme}"


def test_accessible_unwatched_and_whole(served: str, page: Page, each_address: str) -> None:
    asked, complaints = watched(page)
    page.goto(served + each_address)
    assert_accessible(page)
    # On a slow line a table comes in pieces, and each may make its columns a little wider.
    assert page.evaluate(SHIFT) < 0.01, "the page moves while it loads"
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


def test_axe_sees_what_is_wrong(page: Page) -> None:
    page.set_content("<title>x</title><main><h1>x</h1><img src=data:><p style='color: #ccc'>pale</p></main>")
    found = {violation.split(":")[0] for violation in axe_violations(page)}
    assert {"image-alt", "html-has-lang", "color-contrast"} <= found
