"""A real Chromium, the site on two hosts, and the pages to look at: one of each kind, or those that PAGES names."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from scripts import content
from scripts.content import settings
from tests import nginx, programs
from tests.conftest import ROOT

EVERY = "all"
ASKED = os.environ.get("PAGES", "")
LESSON = "lessen/banaan/"
# An address that no page has.
MISSING = "nergens/heen/"
PHONE: ViewportSize = {"width": 390, "height": 844}


def chosen() -> list[content.Page]:
    """Return the longest page of each kind in each language.

    The variable PAGES asks for others: `all`, or those with its word in their address or file.
    """
    found, _ = content.read(settings.of(ROOT))
    if ASKED == EVERY:
        return list(found.pages)
    if not ASKED:
        by_length = sorted(found.pages, key=lambda page: len(page.body))
        return list({(page.meta.kind, page.locale): page for page in by_length}.values())
    pages = [page for page in found.pages if ASKED in page.address or ASKED in str(page.path)]
    if not pages:
        pytest.exit(f"No page has {ASKED!r} in its address: make test PAGES=fairtrade", returncode=2)
    return pages


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for `each_address` once for each chosen page, for `each_lesson` once for each lesson."""
    if "each_address" in metafunc.fixturenames:
        found = [page.address for page in chosen()] + ([MISSING] if ASKED in ("", EVERY) else [])
        metafunc.parametrize("each_address", found, ids=lambda address: address or "home")
    if "each_lesson" in metafunc.fixturenames:
        lessons = [page.address for page in chosen() if page.meta.kind == "lesson"]
        metafunc.parametrize("each_lesson", lessons)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    path = programs.need("chromium")
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=path) as running:
        yield running


@contextmanager
def hosted(site: Path, path: str = "/") -> Iterator[str]:
    """Serve the folder `site` below `path` on a free port and yield the address, with a slash at the end."""

    class Handler(SimpleHTTPRequestHandler):
        error_message_format = (site / "404.html").read_text(encoding="utf-8").replace("%", "%%")
        error_content_type = "text/html; charset=utf-8"

        def translate_path(self, asked: str) -> str:
            return super().translate_path(asked.removeprefix(path) if asked.startswith(path) else "outside the site")

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=site)) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{path}"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="session")
def host(site: Path) -> Iterator[str]:
    """The address of the real site, at the root of the simplest host."""
    with hosted(site) as address:
        yield address


@pytest.fixture(scope="session")
def served(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real site behind nginx, with the policy in its answers."""
    place = tmp_path_factory.mktemp("nginx")
    (place / "srv").mkdir()
    (place / "srv/current").symlink_to(site)
    with nginx.running(nginx.configured(place)) as running:
        yield f"https://{nginx.NAME}:{running.tls_port}/"


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A visitor on a computer, with nothing kept from before; the mark `visitor` says what is different."""
    mark = request.node.get_closest_marker("visitor")
    usual = {"viewport": {"width": 1440, "height": 900}, "ignore_https_errors": True}
    with browser.new_context(**usual | (mark.kwargs if mark else {})) as visitor:
        yield visitor.new_page()
