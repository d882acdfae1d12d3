"""A real Chromium, the site on a host, and the pages to look at: one of each kind, or those that PAGES names."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from scripts import content
from scripts.content import settings
from tests import programs
from tests.browser.host import hosted
from tests.conftest import ROOT

ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


EVERY = "all"
ASKED = os.environ.get("PAGES", "")


def chosen() -> list[content.Page]:
    """Return the longest page of each kind in each language.

    The variable PAGES asks for others: `all`, or those with its word in their address or file.
    """
    found, _ = content.read(settings.settings(settings.load(ROOT)))
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
        found = [page.address for page in chosen()]
        metafunc.parametrize("each_address", found, ids=lambda address: address or "home")
    if "each_lesson" in metafunc.fixturenames:
        lessons = [page.address for page in chosen() if page.meta.kind == "lesson"]
        metafunc.parametrize("each_lesson", lessons)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    path = programs.need("chromium")
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=path, args=ARGUMENTS) as running:
        yield running


@pytest.fixture(scope="session")
def host(site: Path) -> Iterator[str]:
    """The address of the real site, at the root of its host."""
    with hosted(site) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A visitor on a computer, with nothing kept from before."""
    with browser.new_context(viewport={"width": 1440, "height": 900}) as visitor:
        yield visitor.new_page()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A visitor on a phone."""
    with browser.new_context(viewport={"width": 390, "height": 844}) as visitor:
        yield visitor.new_page()
