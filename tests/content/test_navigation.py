"""Menus and lists, computed from the pages of the small site."""

import pytest

from scripts.content import Content, navigation


def test_sections_stand_in_their_menu(town: Content) -> None:
    assert [page.key for page in navigation.sections(town, "nl", "header")] == ["stad/index.md"]
    assert [page.key for page in navigation.sections(town, "en", "footer")] == ["over/index.md"]


def test_children_come_in_their_order_without_the_front(town: Content) -> None:
    front = town.page("nl", "stad/index.md")
    assert front
    assert [page.key for page in navigation.children(town, "nl", front)] == ["stad/brug.md", "stad/markt.md"]


def test_a_page_without_a_translation_is_offered_in_its_own_language(town: Content) -> None:
    front = town.page("en", "stad/index.md")
    assert front
    assert [(page.locale, page.key) for page in navigation.children(town, "en", front)] == [
        ("en", "stad/brug.md"),
        ("nl", "stad/markt.md"),
    ]


def test_the_index_holds_every_page_once(town: Content) -> None:
    for locale in ("nl", "en"):
        groups = navigation.page_index(town, locale)
        keys = [page.key for group in groups for page in (group.page, *group.children)]
        assert sorted(keys) == sorted(town.keys)


def test_a_page_knows_its_section(town: Content) -> None:
    bridge, front, home = (town.page("nl", key) for key in ("stad/brug.md", "stad/index.md", "index.md"))
    assert bridge
    assert front
    assert home
    assert navigation.section_of(town, bridge) is front
    assert navigation.section_of(town, front) is None
    assert navigation.section_of(town, home) is None


def test_related_pages_in_the_language_of_the_page(town: Content) -> None:
    bridge = town.page("nl", "stad/brug.md")
    assert bridge
    assert [page.key for page in navigation.related(town, bridge)] == ["stad/markt.md"]


def test_first_of_kind(town: Content) -> None:
    found = navigation.first_of_kind(town, "en", "search")
    assert found
    assert found.address == "en/search/"
    assert navigation.first_of_kind(town, "en", "goal") is None


def test_the_foot_has_the_pages_of_small_sections(town: Content) -> None:
    (group,) = navigation.footer(town, "nl")
    assert (group.page.key, [page.key for page in group.children]) == ("over/index.md", ["over/bronnen.md"])


def test_the_foot_does_not_repeat_every_page_of_a_large_section(town: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigation, "MOST_IN_FOOTER", 0)
    navigation.footer.cache_clear()
    (group,) = navigation.footer(town, "nl")
    assert (group.page.key, group.children) == ("over/index.md", ())
