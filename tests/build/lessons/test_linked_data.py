"""Lessons as linked data: in words of schema.org, with ids that catalogues know, the same on pages and together."""

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from schema_org.registry import DATATYPES, PROPERTY_BY_SCHEMA, ancestry
from selectolax.lexbor import LexborHTMLParser

from scripts.build.lessons import linked_data
from scripts.content import Content, lessons
from scripts.content.lessons import Lesson

VOCABULARIES = ("http://purl.edustandaard.nl/begrippenkader/", "http://metadata.un.org/sdg/")


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
        tree = LexborHTMLParser((site / lesson.page.address / "index.html").read_text())
        block = tree.css_first('script[type="application/ld+json"]')
        assert block
        found = json.loads(block.text())
        assert found.pop("@context") == "https://schema.org"
        quiz = parts[found["url"]]["hasPart"]
        assert all(question["acceptedAnswer"] for question in quiz.pop("hasPart"))
        assert parts[found["url"]] == found
        assert tree.css_first(f"#{linked_data.QUIZ}")
