"""The style sheets of the finished site: each gives the values that it names, and what its page draws needs."""

import re
from pathlib import Path

from scripts.build.assets import FOLDER
from tests.site.pages import BuiltPage

NAMED = re.compile(r"var\((--[\w-]+)\)")
GIVEN = re.compile(r"(--[\w-]+)\s*:")
# Its script gives the two that fit a step on the board; the rest it has from the sheet of the lesson.
BOARD = "--fit: --columns:"
DRAWN = {"bars": ".bar{", "share": ".bar{", "line": ".line{", "globe": ".sea{", "wheel": ".drawing-wheel"}


def test_every_value_that_a_style_names_is_given(site: Path) -> None:
    sheets = [path.read_text() for path in (site / FOLDER).glob("style.*.css")]
    (board,) = (path.read_text() for path in (site / FOLDER).glob("board.*.css"))
    lesson = next(sheet for sheet in sheets if ".lesson-lead" in sheet)
    for sheet in (*sheets, lesson + board + BOARD):
        assert set(NAMED.findall(sheet)) <= set(GIVEN.findall(sheet))


def test_a_page_loads_one_sheet_with_what_its_drawings_need(site: Path, pages: list[BuiltPage]) -> None:
    found = set()
    for page in [*pages, BuiltPage(site / "404.html", "")]:
        (address,) = page.values("link[rel=stylesheet]", "href")
        sheet = (site / FOLDER / address.rpartition("/")[2]).read_text()
        for shape, rule in DRAWN.items():
            if page.all(f".drawing-{shape}"):
                found.add(shape)
                assert rule in sheet, f"{page.address} draws {shape}"
        assert ("figcaption" in sheet) == bool(page.all(".drawing")), page.address
    assert found == DRAWN.keys()
