"""A lesson's archive where something is missing, and where its links lead."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.build.lessons import bundle
from scripts.content import Content, lessons
from scripts.content.lessons import Lesson


@pytest.fixture
def one(content: Content) -> Lesson:
    return next(lessons.everything(content))


def links(files: dict[str, bytes]) -> list[str]:
    return [node.attributes["href"] or "" for node in LexborHTMLParser(files["index.html"]).css("a[href]")]


def test_a_link_leads_into_the_page_beside_it_or_to_the_site(site: Path, one: Lesson) -> None:
    files = bundle.files(one, site)
    assert all(link in files or link.startswith(("#", "https://", "http://", "mailto:")) for link in links(files))
    assert not LexborHTMLParser(files["index.html"]).css("form[action], [role=search]")


def test_without_sheets_the_links_lead_to_those_of_the_site(tmp_path: Path, one: Lesson) -> None:
    folder = tmp_path / one.page.address
    folder.mkdir(parents=True)
    sheet = Path(one.files.worksheet).name
    (folder / "index.html").write_text(f'<a href="{sheet}">Sheet</a>')
    files = bundle.files(one, tmp_path)
    assert list(files) == ["index.html"]
    assert links(files) == [one.content.settings.site_url + one.files.worksheet]
