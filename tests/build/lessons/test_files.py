"""What goes with a lesson for programs: linked data, cartridges, and the archive that opens without a network."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from pydantic import ValidationError
from schema_org.registry import get_model
from selectolax.lexbor import LexborHTMLParser

from scripts.build.assets import HASHED
from scripts.build.lessons import archive, bundle, cartridge, linked_data
from scripts.content import Content, lessons
from scripts.content.lessons import Lesson

CC = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
VOCABULARIES = ("http://purl.edustandaard.nl/begrippenkader/", "http://metadata.un.org/sdg/")
LINK = "{http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1}"


@pytest.fixture
def every(content: Content) -> list[Lesson]:
    return list(lessons.everything(content))


def values(data: object, name: str) -> Iterator[Any]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key == name:
                yield value
            yield from values(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from values(value, name)


def test_there_are_eight_lessons_in_two_languages(every: list[Lesson]) -> None:
    assert [lesson.page.locale for lesson in every] == ["nl"] * 8 + ["en"] * 8


def test_linked_data_has_forms_that_programs_read(every: list[Lesson]) -> None:
    for lesson in every:
        data = linked_data.lesson(lesson)
        assert re.fullmatch(r"PT\d+M", data["timeRequired"])
        assert re.fullmatch(r"\d+-\d+", data["typicalAgeRange"])
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", data["dateModified"])
        for name in ("@id", "url", "contentUrl", "targetUrl"):
            assert all(value.startswith(("https://", *VOCABULARIES)) for value in values(data, name))
        assert data["hasPart"]["@type"] == "Quiz"


def modelled(value: object) -> object:
    """Return linked data as models of schema.org, which know no other names than its own."""
    if isinstance(value, list):
        return [modelled(part) for part in value]
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return date.fromisoformat(value)
    if not isinstance(value, dict):
        return value
    kind = value.get("@type", "CreativeWork")  # a translation is only named
    model = get_model(kind[0] if isinstance(kind, list) else kind)
    return model(**{name: modelled(part) for name, part in value.items() if name not in ("@context", "@type")})


def test_linked_data_uses_words_of_schema_org(content: Content, every: list[Lesson]) -> None:
    collection = linked_data.collection(content)
    modelled(collection | {"hasPart": collection["hasPart"][:: len(every) // 2]})  # one lesson in each language
    for wrong in ({"leerdoel": "x"}, {"audience": {"@type": "Quiz"}}):
        with pytest.raises(ValidationError):
            modelled(linked_data.lesson(every[0]) | wrong)


def test_linked_data_names_subjects_and_goals_by_their_ids(every: list[Lesson]) -> None:
    data = linked_data.lesson(every[0])
    assert {
        "@type": "DefinedTerm",
        "@id": "http://metadata.un.org/sdg/8",
        "termCode": "8",
        "name": "Waardig werk en economische groei",
    } in data["about"]
    subjects = {part["targetName"]: part["targetUrl"] for part in data["educationalAlignment"] if "targetUrl" in part}
    assert subjects["wereldoriëntatie"].endswith("/8b194f4d-d757-440d-b8a2-e7427849a6db")
    assert data["conditionsOfAccess"] == "Gratis, zonder account"


def test_translations_point_to_each_other(every: list[Lesson]) -> None:
    data = {linked_data.lesson(lesson)["@id"]: linked_data.lesson(lesson) for lesson in every}
    for one in data.values():
        for other in one.get("workTranslation", []):
            assert data[other["@id"]]["translationOfWork"]["@id"] == one["@id"]
    assert sum("translationOfWork" in one for one in data.values()) == 8


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


def check_cartridge(path: Path, expected: int) -> list[str]:
    """Read a cartridge back by the rules of IMS CC 1.1 for web links; return where it leads."""
    with ZipFile(path) as file:
        manifest = file.read("imsmanifest.xml")
        assert b'xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"' in manifest[:500]  # Moodle looks no further
        root = ElementTree.fromstring(manifest)  # noqa: S314 our own file
        top = root.find(f"{CC}organizations/{CC}organization/{CC}item")
        resources = root.findall(f"{CC}resources/{CC}resource")
        assert top is not None and top.find(f"{CC}title") is None
        assert all(item.findtext(f"{CC}title") for item in top)
        assert [item.get("identifierref") for item in top] == [one.get("identifier") for one in resources]
        assert len({one.get("identifier") for one in root.iter() if one.get("identifier")}) == 3 + 2 * expected
        found = []
        for one in resources:
            (name,) = [part.get("href") or "" for part in one]
            assert one.get("type") == "imswl_xmlv1p1" and one.get("href") is None
            url = ElementTree.fromstring(file.read(name)).find(f"{LINK}url")  # noqa: S314 our own file
            assert url is not None
            found.append(url.get("href") or "")
        assert len(found) == expected == len(file.namelist()) - 1
    return found


def test_cartridges_read_back(site: Path, content: Content, every: list[Lesson]) -> None:
    for lesson in every:
        assert check_cartridge(site / lesson.files.cartridge, 1)[0].endswith(f"/{lesson.short}")
    for locale in ("nl", "en"):
        assert len(set(check_cartridge(site / lessons.cartridge_of_all(content, locale), 8))) == 8


def test_an_archive_is_the_same_each_time(tmp_path: Path, every: list[Lesson]) -> None:
    files = cartridge.cartridge("x", "A & B", every[:2])
    archive.write(tmp_path / "one.zip", files)
    archive.write(tmp_path / "two.zip", dict(reversed(files.items())))
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_a_bundle_holds_page_sheets_and_styles(site: Path, every: list[Lesson]) -> None:
    names = {HASHED.sub("", name) for name in bundle.files(every[0], site)}
    assert {
        "index.html",
        "lesson.js",
        "style.css",
        "werkblad-banaan.pdf",
        "antwoorden-banaan.pdf",
    } <= names
