"""A drawing of every shape, in both languages, as it stands on a page."""

import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import pytest
from babel.numbers import parse_decimal

from scripts.build.drawings.figure import figure
from scripts.content import Content, read, settings
from scripts.content.schema.data import Drawing
from tests.build.conftest import page_of
from tests.conftest import ROOT

FRONT = "global-goals/index.md"
FIGURE = re.compile(r"[\d.,]+")
LOCALES = pytest.mark.parametrize("locale", ["nl", "en"])


@pytest.fixture
def shapes(small: Path) -> Content:
    """The content of the small project, with a drawing of every shape."""
    shutil.copytree(ROOT / "tests/pages/drawings_are_sound/good", small / "docs", dirs_exist_ok=True)
    return read(settings.of(small))[0]


def drawn(content: Content, locale: str, key: str, on: str = "index.md") -> ElementTree.Element:
    return ElementTree.fromstring(figure(content, key, page_of(content, locale, on)))  # noqa: S314 our own


def text(element: ElementTree.Element | None) -> str:
    assert element is not None
    return "".join(element.itertext())


def assert_sound(content: Content, locale: str) -> None:
    """Each drawing says what it shows, has ids of its own, and keeps its texts inside."""
    for key, drawing in content.drawings.items():
        root = drawn(content, locale, key)
        if drawing.shape == "steps":
            assert [text(step) for step in root.findall("ol/li")] == [step.text[locale] for step in drawing.steps]
            assert len(root.findall("ol/li/svg[@aria-hidden='true']/path[@d]")) == len(drawing.steps)
            continue
        picture = root.find("svg")
        assert picture is not None
        named = (picture.get("aria-labelledby") or "").split()
        said = [text(root.find(f".//*[@id='{name}']")) for name in named]
        assert said == [drawing.title[locale], drawing.summary[locale]]
        assert picture.get("role") == ("group" if drawing.shape == "wheel" else "img")
        ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
        assert len(ids) == len(set(ids))
        assert all(name.startswith(f"_drawing-{key}-") for name in ids)
        _, _, width, height = map(float, (picture.get("viewBox") or "").split())
        assert width == 360
        if drawing.shape == "drops":
            (count, of) = (int(drawing.points[0].value), drawing.of or int(drawing.points[0].value))
            assert [len(group) for group in picture.findall("g")] == [
                number for number in (count, of - count) if number
            ]
        for label in picture.iter("text"):
            assert 0 <= float(label.get("x") or "-1") <= width
            assert 10 <= float(label.get("y") or "-1") <= height


def assert_tabled(content: Content, locale: str) -> None:
    """The table of each drawing holds every value."""
    for key, drawing in content.drawings.items():
        table = drawn(content, locale, key).find(".//table")
        if table is None:
            assert drawing.shape == "steps"
            continue
        assert text(table.find("caption")) == drawing.title[locale]
        assert all(head.get("scope") in ("col", "row") for head in table.iter("th"))
        cells = [text(cell) for cell in table.iter("td")]
        if drawing.shape not in ("globe", "region", "wheel"):
            values = [parse_decimal(FIGURE.findall(cell)[0], locale) for cell in cells]
            assert list(map(float, values)) == [point.value for point in drawing.points]
            abouts = [cell.startswith(("about ", "ongeveer ")) for cell in cells]
            assert abouts == [point.about for point in drawing.points]
            assert all(cell.endswith("%") == (drawing.shape == "share" or drawing.of == 100) for cell in cells)


@LOCALES
def test_a_drawing_is_sound_and_its_table_whole(shapes: Content, locale: str) -> None:
    assert {drawing.shape for drawing in shapes.drawings.values()} == set(
        get_args(Drawing.model_fields["shape"].annotation)
    )
    assert_sound(shapes, locale)
    assert_tabled(shapes, locale)


@pytest.mark.parametrize(("locale", "wanted"), [("nl", "ongeveer 8.000 km"), ("en", "about 8,000 km")])
def test_distances_are_rounded_to_what_matters(shapes: Content, locale: str, wanted: str) -> None:
    root = drawn(shapes, locale, "wereld")
    assert [text(cell) for cell in root.iter("td")] == [wanted]
    assert [text(label) for label in root.findall(".//text[@class='way']")] == [wanted]


@LOCALES
def test_each_segment_leads_to_the_page_of_its_goal(content: Content, locale: str) -> None:
    links = drawn(content, locale, "goals", FRONT).findall("svg/a")
    assert [text(link).strip() for link in links] == [str(goal) for goal in range(1, 18)]
    assert [link.get("class") for link in links] == [f"goal-{goal}" for goal in range(1, 18)]
    page, front = (page_of(content, locale, key) for key in ("global-goals/1-geen-armoede.md", FRONT))
    assert links[0].get("href") == page.address.removeprefix(front.address)
    assert (links[0].get("aria-label") or "").endswith(f" 1: {page.meta.title}")


@LOCALES
def test_a_goal_without_a_page_is_named_and_leads_nowhere(content: Content, locale: str) -> None:
    gone = {
        "nl/global-goals/1-geen-armoede.md",
        "en/global-goals/1-geen-armoede.md",
        "en/global-goals/2-geen-honger.md",
    }
    kept = tuple(page for page in content.pages if f"{page.locale}/{page.key}" not in gone)
    root = drawn(replace(content, pages=kept), locale, "goals", FRONT)
    names = [cell.text if (link := cell.find("a")) is None else link.text for cell in root.iter("td")]
    assert names == [goal.name[locale] for goal in content.goals.values()]
    first, second = root.findall("svg/a")[:2]
    assert (first.get("href"), first.get("role")) == (None, "img")
    assert (first.get("aria-label") or "").endswith(f" 1: {names[0]}")
    assert second.get("href")
    assert (second.get("aria-label") or "").endswith(f" 2: {names[1]}")
