"""Linked data: in words of schema.org, with ids that catalogues know, the same on pages and together."""

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from schema_org.registry import DATATYPES, PROPERTY_BY_SCHEMA, ancestry

from scripts.build import linked_data
from scripts.content import Content, lessons
from scripts.content.lessons import Lesson
from scripts.content.schema.front_matter import Event, News
from tests.build.conftest import page_of, parsed
from tests.conftest import SITE_URL

VOCABULARIES = ("http://purl.edustandaard.nl/begrippenkader/", "http://metadata.un.org/sdg/")


# When they begin and end: whole days, and moments on both sides of the end of summer time.
EVENTS = {
    "agenda/ruilweek.md": ("2027-03-20", "2027-03-27"),
    "agenda/scholen.md": ("2026-10-24T10:00:00+02:00", "2026-10-25T16:00:00+01:00"),
}


def said(site: Path, address: str) -> dict[str, Any]:
    """Return the linked data of the page at `address`."""
    (block,) = parsed(site, address).css("script[type='application/ld+json']")
    found: dict[str, Any] = json.loads(block.text())
    return found


@pytest.fixture
def every(content: Content) -> list[Lesson]:
    return list(lessons.everything(content))


def assert_readable(every: list[Lesson]) -> None:
    """What is said of each lesson has forms that programs read."""
    for lesson in every:
        data = linked_data.lesson(lesson)
        assert re.fullmatch(r"PT\d+M", data["timeRequired"])
        assert re.fullmatch(r"\d+-\d+", data["typicalAgeRange"])
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", data["dateModified"])
        addresses = re.findall(r'"(?:@id|url|contentUrl|targetUrl)": "([^"]*)"', json.dumps(data))
        assert len(addresses) > 10
        assert all(address.startswith(("https://", *VOCABULARIES)) for address in addresses)


def test_linked_data_has_forms_that_programs_read(every: list[Lesson]) -> None:
    assert len(every) == 4
    assert_readable(every)


def unknown(value: object, ranges: Collection[str] = ("Thing",)) -> Iterator[str]:
    """Yield what the tables of schema.org lack: a property of its kind, a kind or a value in its place, of `ranges`."""
    if isinstance(value, list):
        yield from (one for part in value for one in unknown(part, ranges))
    elif isinstance(value, dict):
        kinds = {"@type": "CreativeWork"} | value  # a translation is only named
        named = kinds["@type"] if isinstance(kinds["@type"], list) else [kinds["@type"]]
        known = {kind for one in named for kind in (one, *ancestry(one))}
        yield from named if known.isdisjoint(ranges) else ()
        for name, part in value.items():
            found = PROPERTY_BY_SCHEMA.get(name)
            if found and not known.isdisjoint(found.domains):
                yield from unknown(part, found.ranges)
            elif not name.startswith("@"):
                yield name
    elif DATATYPES.keys().isdisjoint(ranges) or isinstance(value, bool) != ("Boolean" in ranges):
        yield str(value)


def test_linked_data_uses_words_of_schema_org(site: Path, every: list[Lesson]) -> None:
    assert list(unknown(json.loads((site / lessons.ALL).read_text()))) == []
    for word, value in (("leerdoel", "x"), ("audience", {"@type": "Quiz"}), ("audience", "x"), ("version", True)):
        assert list(unknown(linked_data.lesson(every[0]) | {word: value})) != []


def test_subjects_and_goals_are_named_by_their_ids(every: list[Lesson]) -> None:
    data = linked_data.lesson(every[0])
    named = {part["@id"]: part["name"] for part in data["about"]}
    assert named["http://metadata.un.org/sdg/8"] == "Waardig werk en economische groei"
    subjects = {part["targetName"]: part["targetUrl"] for part in data["educationalAlignment"] if "targetUrl" in part}
    assert subjects["wereldoriëntatie"].endswith("/8b194f4d-d757-440d-b8a2-e7427849a6db")
    assert data["conditionsOfAccess"] == "Gratis, zonder account"


def test_a_goal_without_a_page_has_its_official_name(content: Content) -> None:
    kept = tuple(page for page in content.pages if page.meta.kind != "goal" or page.locale == "nl")
    lesson = lessons.lessons(replace(content, pages=kept), "en")[0]
    names = {part["termCode"]: part["name"] for part in linked_data.lesson(lesson)["about"]}
    assert names["8"] == "Decent Work and Economic Growth"


def test_translations_point_to_each_other(every: list[Lesson]) -> None:
    data = {one["@id"]: one for one in map(linked_data.lesson, every)}
    pairs = {(key, other["@id"]) for key, one in data.items() for other in one.get("workTranslation", [])}
    assert len(pairs) == len(every) / 2
    assert all(data[other]["translationOfWork"]["@id"] == key for key, other in pairs)


def test_each_page_and_the_collection_hold_the_same(site: Path, every: list[Lesson]) -> None:
    parts = {part["url"]: part for part in json.loads((site / lessons.ALL).read_text())["hasPart"]}
    assert len(parts) == len(every)
    for lesson in every:
        found = said(site, lesson.page.address)
        assert found.pop("@context") == "https://schema.org"
        quiz = parts[found["url"]]["hasPart"]
        assert all(question["acceptedAnswer"] for question in quiz.pop("hasPart"))
        assert parts[found["url"]] == found
        assert parsed(site, lesson.page.address).css(f"#{linked_data.QUIZ}")


def test_an_event_has_its_days_or_its_moments(site: Path, content: Content) -> None:
    here = replace(content, settings=replace(content.settings, site_url=SITE_URL))
    for page in content.pages:
        if isinstance(page.meta, Event):
            data = said(site, page.address)
            assert data == linked_data.event(here, page, page.meta)
            assert list(unknown(data)) == []
    for key, wanted in EVENTS.items():
        data = said(site, page_of(content, "nl", key).address)
        assert (data["startDate"], data["endDate"]) == wanted


def test_an_item_is_a_news_article(site: Path, content: Content) -> None:
    for page in content.pages:
        if isinstance(page.meta, News):
            data = said(site, page.address)
            assert list(unknown(data)) == []
            told = [data[name] for name in ("@type", "headline", "inLanguage", "temporalCoverage")]
            assert told == ["NewsArticle", page.meta.title, page.locale, page.meta.date]
            assert (site / data["image"].removeprefix(SITE_URL)).is_file()
