"""The preview of a proposal, opened from disk: it reads well, works without a host, and asks nothing of anybody."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from scripts.preview import preview
from tests.browser.test_every_page import LOOKS, OVERFLOW, axe_violations
from tests.proposals import project, propose


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a preview on this computer."""
    root = project(tmp_path_factory.mktemp("proposal"))
    propose(root)
    preview(root, "main", root / "preview.html", "nl")
    return (root / "preview.html").as_uri()


@pytest.fixture
def reviewer(page: Page, address: str) -> Iterator[Page]:
    """Somebody who has opened the preview; whatever it asks for or complains of would fail the test."""
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    yield page
    assert (requests, complaints) == ([address], [])


def test_accessible_and_whole(reviewer: Page) -> None:
    for summary in reviewer.locator("summary").all():
        summary.click()
    for width, scheme in LOOKS:
        reviewer.set_viewport_size({"width": width, "height": 900})
        reviewer.emulate_media(color_scheme=scheme)
        assert axe_violations(reviewer) == [], f"{width} px, {scheme}"
    reviewer.set_viewport_size({"width": 320, "height": 640})
    assert reviewer.evaluate(OVERFLOW) == 0


def test_the_styles_of_the_site_apply(reviewer: Page) -> None:
    colour = "element => getComputedStyle(element).backgroundColor"
    assert reviewer.locator(".hero").first.evaluate(colour) == "rgb(10, 61, 74)"
    assert reviewer.locator(".preview-label").first.evaluate(colour) == "rgb(247, 236, 216)"


def test_links_lead_within_the_file(reviewer: Page, address: str) -> None:
    for link in reviewer.locator("a[href^='#']").all():
        target = str(link.get_attribute("href"))
        link.evaluate("link => link.click()")
        assert reviewer.url == address + target
        assert reviewer.locator(":target").count() == 1, target
    assert reviewer.locator("a:not([href])").count() > 0
