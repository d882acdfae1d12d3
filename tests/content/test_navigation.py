"""Menus and lists, computed from the pages of the small site."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from scripts.content import Content, Page, navigation


def keys(pages: Iterable[Page | None]) -> list[str]:
    return [page.key if page else "" for page in pages]


@pytest.fixture
def dutch(town: Content) -> dict[str, Page]:
    """The Dutch pages, by their file."""
    return {page.key: page for page in town.pages if page.locale == "nl"}


def test_sections_stand_in_their_menu(town: Content) -> None:
    assert keys(navigation.sections(town, "nl", "header")) == ["stad/index.md"]
    assert keys(navigation.sections(town, "en", "footer")) == ["over/index.md"]


def test_children_come_in_their_order_in_the_language_that_has_them(town: Content, dutch: dict[str, Page]) -> None:
    assert keys(navigation.children(town, "nl", dutch["stad/index.md"])) == ["stad/brug.md", "stad/markt.md"]
    front = town.page("en", "stad/index.md")
    assert front
    found = [(page.locale, page.key) for page in navigation.children(town, "en", front)]
    assert found == [("en", "stad/brug.md"), ("nl", "stad/markt.md")]


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_the_index_holds_every_page_once(town: Content, locale: str) -> None:
    groups = navigation.page_index(town, locale)
    assert sorted(keys(page for group in groups for page in (group.page, *group.children))) == sorted(town.keys)


def test_a_page_knows_what_is_around_it(town: Content, dutch: dict[str, Page]) -> None:
    bridge, front, home = (dutch[key] for key in ("stad/brug.md", "stad/index.md", "index.md"))
    assert [navigation.section_of(town, page) for page in (bridge, front, home)] == [front, None, None]
    assert keys(navigation.related(town, bridge)) == ["stad/markt.md"]
    assert keys(navigation.neighbours(town, bridge)) == ["stad/index.md", "stad/markt.md"]
    assert keys([navigation.first_of_kind(town, "en", kind) for kind in ("search", "goal")]) == ["zoeken.md", ""]


def test_the_foot_has_the_section_about_the_site_and_what_else_is_in_no_menu(
    town: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert keys(navigation.more(town, "nl")) == ["tijdlijn.md"]
    about = navigation.about_site(town, "nl")
    assert about
    assert (about.page.key, keys(about.children)) == ("over/index.md", ["over/bronnen.md"])
    monkeypatch.setattr(navigation, "MOST_IN_FOOTER", 0)
    navigation.about_site.cache_clear()
    assert navigation.about_site(town, "nl") == (about.page, ())
    at_top = tuple(replace(page, key=page.key.removeprefix("over/")) for page in town.pages)
    loose = replace(town, pages=tuple(page for page in at_top if page.path.stem != "index"))
    assert navigation.about_site(loose, "nl") is None
    assert keys(navigation.more(loose, "nl")) == ["bronnen.md", "tijdlijn.md"]
