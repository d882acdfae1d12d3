"""What one takes along from a lesson: cartridges that read back, copies that open without a network."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.build.assets import HASHED
from scripts.build.lessons import archives
from scripts.content import Content, lessons
from scripts.content.lessons import Lesson

CC = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
LINK = "{http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1}"


@pytest.fixture
def one(content: Content) -> Lesson:
    return next(lessons.everything(content))


def leads_to(path: Path, expected: int) -> list[str]:
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


def test_cartridges_read_back(site: Path, content: Content) -> None:
    for lesson in lessons.everything(content):
        assert leads_to(site / lesson.files.cartridge, 1)[0].endswith(f"/{lesson.short}")
    for locale in ("nl", "en"):
        assert len(set(leads_to(site / lessons.cartridge_of_all(content, locale), 2))) == 2


@pytest.mark.parametrize("title", ["Eten & drinken", "2 < 3", 'Wat is "eerlijk"?', "{{ 1 + 1 }} {x}"])
def test_a_title_arrives_as_it_was_written(one: Lesson, title: str) -> None:
    named = replace(one, meta=one.meta.model_copy(update={"title": title}))
    files = archives.cartridge(title, title, [named])
    manifest, link = (ElementTree.fromstring(data) for data in files.values())  # noqa: S314 our own files
    assert list(manifest.itertext()).count(title) == 2
    assert manifest.get("identifier") == title
    assert title in link.itertext()


def test_an_archive_is_the_same_each_time(tmp_path: Path, one: Lesson) -> None:
    files = archives.cartridge("x", "A & B", [one, one])
    archives.pack(tmp_path / "one.zip", files)
    archives.pack(tmp_path / "two.zip", dict(reversed(files.items())))
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_a_copy_holds_all_it_needs_and_its_links_lead_there_or_to_the_site(site: Path, one: Lesson) -> None:
    files = archives.copy(one, site)
    names = {HASHED.sub("", name) for name in files}
    assert {"index.html", "lesson.js", "style.css", "werkblad-banaan.pdf", "antwoorden-banaan.pdf"} <= names
    page = LexborHTMLParser(files["index.html"])
    links = [node.attributes["href"] or "" for node in page.css("a[href]")]
    assert all(link in files or link.startswith(("#", "https://", "http://", "mailto:")) for link in links)
    assert not page.css("form[action], [role=search]")
