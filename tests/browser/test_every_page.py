"""What every page promises to every visitor, on a phone and a computer, by day and by night, under the policy."""

from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import LESSON, MISSING, PHONE

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
# What a page must not do, with the directives that stop it.
FORBIDDEN = """(expected) => new Promise((done) => {
  const broken = new Set();
  addEventListener("securitypolicyviolation", ({ violatedDirective }) => {
    if (broken.add(violatedDirective).size === expected) done([...broken]);
  });
  setTimeout(() => done([...broken]), 5000);
  const make = (tag, values) => Object.assign(document.createElement(tag), values);
  document.body.append(make("script", { text: "1" }), make("iframe", { src: "/" }));
  document.body.append(make("img", { src: "https://example.com/x.png" }));
  document.body.setAttribute("style", "color: red");
  document.head.append(make("style", { textContent: "p {}" }), make("base", { href: "/x/" }));
  fetch("https://example.com/").catch(() => 0);
})"""
STOPPED = {"script-src-elem", "frame-src", "img-src", "style-src-attr", "style-src-elem", "base-uri", "connect-src"}


def watched(page: Page) -> tuple[list[str], list[str]]:
    """Return what `page` and its workers ask for, and what the browser complains of, breaches of the policy too.

    Both lists grow as the visit goes on.
    """
    asked: list[str] = []
    complaints: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
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
    if page.evaluate(SHIFT):  # a table that came in pieces, on a busy machine; what moves by itself does so again
        page.reload()
    assert page.evaluate(SHIFT) == 0, "the page moves while it loads"
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


def test_the_policy_stops_what_a_page_must_not_do(served: str, page: Page) -> None:
    page.goto(served)
    assert set(page.evaluate(FORBIDDEN, len(STOPPED))) == STOPPED


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
