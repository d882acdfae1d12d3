"""What one can do: all of it with a choice that styles make, and a few beside the pages that they go with."""

from pathlib import Path

from playwright.sync_api import Page

from scripts.content import Content, actions, navigation
from tests.build.conftest import parsed
from tests.visiting import hosted


def test_pages_have_a_few_that_go_with_them(site: Path, content: Content) -> None:
    """None leads to the page that it stands on."""
    for page in content.pages:
        some = actions.few(content, page)
        assert len(some) <= actions.FEW and page.key not in {one.page for one in some}
        assert not (some and page.key.startswith("doe-mee/"))
    goals = navigation.goals(content, "en")
    assert [one.goals for one in actions.few(content, goals[12]) if 12 not in one.goals] == []
    assert actions.few(content, goals[12])
    html = parsed(site, goals[12].address)
    shown = [node.text() for node in html.css("[aria-labelledby=_actions] li a")]
    assert shown == [one.name["en"] for one in actions.few(content, goals[12])]


def test_a_choice_of_time_and_place_leaves_what_fits_both(site: Path, content: Content, page: Page) -> None:
    """On paper there are all of them, and no choice."""
    ours = navigation.first_of_kind(content, "nl", actions.KIND)
    assert ours
    with hosted(site) as address:
        page.goto(f"{address}{ours.address}")
        cards = page.locator(".actions li:visible h3")
        for time in actions.TIMES:
            for place in actions.PLACES:
                page.check(f"[name=time][value={time}]")
                page.check(f"[name=place][value={place}]")
                fits = [one.name["nl"] for one in content.actions.values() if one.time == time and place in one.place]
                assert [text.strip() for text in cards.all_inner_texts()] == fits
        page.emulate_media(media="print")
        assert cards.count() == len(content.actions) > 0
        assert not page.locator(".actions fieldset:visible").count()
