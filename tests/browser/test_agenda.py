"""The agenda in a browser: one goal can be chosen, by keyboard too, where no script runs."""

import pytest
from playwright.sync_api import Page


@pytest.mark.visitor(java_script_enabled=False)
def test_who_chooses_a_goal_sees_its_days_alone(host: str, page: Page) -> None:
    page.goto(host + "agenda/")
    days = page.locator(".coming:visible")
    assert days.count() == page.locator(".coming").count() > page.locator(".for-6").count() > 0
    page.locator("[name=goal][value='5']").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("[name=goal][value='6']").is_checked()
    assert days.count() == page.locator(".for-6").count() == page.locator(".for-6:visible").count()
