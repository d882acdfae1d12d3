"""The preview of a proposal, opened from disk: it reads well, works without a host, and asks nothing of anybody."""

from pathlib import Path

from playwright.sync_api import Page

from scripts.preview import preview
from tests.proposals import project, propose
from tests.visiting import OPEN, OVERFLOW, assert_accessible, watched

COLOUR = "element => getComputedStyle(element).backgroundColor"


def test_a_reviewer_reads_every_change_in_one_file(page: Page, tmp_path: Path) -> None:
    root = project(tmp_path / "proposal")
    propose(root)
    preview(root, "main", root / "preview.html", "nl")
    address = (root / "preview.html").as_uri()
    asked, complaints = watched(page)
    page.goto(address)
    assert page.locator(".hero").first.evaluate(COLOUR) == "rgb(10, 61, 74)", "the styles of the site apply"
    assert page.locator(".preview-label").first.evaluate(COLOUR) == "rgb(247, 236, 216)"
    page.evaluate(OPEN)
    assert_accessible(page)
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(OVERFLOW) == 0
    assert (asked, complaints) == ([address], [])
