"""A visit by a real Chromium: hosts of a site, the pages to look at, what a page asks for, and what axe says of it."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Literal
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

from scripts import content
from scripts.content import settings
from scripts.deploy.bucket import headers

EVERY = "all"
ASKED = os.environ.get("PAGES", "")
LESSON = "lessen/banaan/"
# An address that no page has.
MISSING = "nergens/heen/"
PHONE: ViewportSize = {"width": 390, "height": 844}
LOOKS: list[tuple[int, Literal["light", "dark"]]] = [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# Of these, what the night can change.
COLOURS = ["color-contrast", "link-in-text-block"]
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


@cache
def chosen(project: Path) -> list[content.Page]:
    """Return the longest page of each kind in each language, of the site in the folder `project`.

    The variable PAGES asks for others: `all`, or those with its word in their address or file.
    """
    found, _ = content.read(settings.of(project))
    if ASKED == EVERY:
        return list(found.pages)
    if not ASKED:
        by_length = sorted(found.pages, key=lambda page: len(page.body))
        return list({(page.meta.kind, page.locale): page for page in by_length}.values())
    pages = [page for page in found.pages if ASKED in page.address or ASKED in str(page.path)]
    if not pages:
        pytest.exit(f"No page has {ASKED!r} in its address: make test PAGES=fairtrade", returncode=2)
    return pages


@contextmanager
def answering(answer: Callable[[str], tuple[int, dict[str, str], bytes]]) -> Iterator[str]:
    """Answer what is asked with the status, headers and bytes that `answer` returns for the path; yield the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = answer(self.path)
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(b"" if self.command == "HEAD" else body)

        do_HEAD = do_GET  # noqa: N815 the name that http.server asks for

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


@contextmanager
def hosted(site: Path, path: str = "/", /, **others: tuple[int, str, bytes]) -> Iterator[str]:
    """Serve the folder `site` below `path` on a free port and yield the address, with a slash at the end.

    For an address in `others`, without the slashes around it, that is the status, the type and the bytes.
    """

    def answer(asked: str) -> tuple[int, dict[str, str], bytes]:
        place = unquote(urlsplit(asked).path)
        name = place.removeprefix(path) if place.startswith(path) else MISSING
        file = site / name / ("" if name and not name.endswith("/") else "index.html")
        status, file = (200, file) if file.is_file() else (404, site / "404.html")
        usual = status, headers(file.name)[0], file.read_bytes()
        status, sent, body = others.get(name.strip("/"), usual)
        return status, {"Content-Type": sent, "Location": f"{path}en/"}, body  # the last only means something with 301

    with answering(answer) as address:
        yield f"{address}{path}"


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


def axe_violations(page: Page, rules: Sequence[str] = RULES) -> list[str]:
    """Return what axe finds wrong with `page` as it is now, by these `rules`."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found: list[str] = page.evaluate(RUN_AXE, list(rules))
    return found


def assert_accessible(page: Page) -> None:
    """See that axe finds nothing wrong with `page` in any of the looks."""
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        assert axe_violations(page, RULES if scheme == "light" else COLOURS) == [], f"{width} px, {scheme}"
