"""The campaign kit: PDF/UA-1, of one size, the same each time, on a page with all of it."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from scripts.build import kit as material
from scripts.build import typeset
from scripts.content import Content, days, kit, navigation
from tests.build.conftest import parsed
from tests.build.lessons.test_sheets import failures, words
from tests.conftest import ROOT, SITE_URL

TEMPLATE = ROOT / "overrides" / material.TEMPLATE
A3, A4, A4_WIDE = (297, 420), (210, 297), (297, 210)
PAPER = {"poster": A3, "flyer": A4_WIDE, "card": A4}
PAPER_WHITE = 250
POINT = 25.4 / 72


def test_each_sheet_conforms_on_its_paper_and_leads_to_its_page(content: Content, site: Path) -> None:
    sheets = [piece for piece in kit.everything(content) if piece.form != kit.PICTURE]
    assert {piece.form for piece in sheets} == PAPER.keys()
    for piece in sheets:
        path = site / piece.address
        assert failures(path) == [], path
        document = pypdfium2.PdfDocument(path)
        assert [tuple(round(side * POINT) for side in one.get_size()) for one in document] == [PAPER[piece.form]]
        assert document.get_metadata_dict()["Title"] == (piece.kit.title or piece.page.meta.title)
        said = words(path).replace("\x02", "")
        assert piece.kit.text in said
        assert (SITE_URL.split("://")[1] + kit.short(content, piece.page)).rstrip("/") in said


def test_a_telephone_reads_each_code_in_grey(content: Content, site: Path) -> None:
    for piece in {(one.form, one.page.locale, one.page.meta.kind): one for one in kit.everything(content)}.values():
        path = site / piece.address
        drawn = Image.open(path) if piece.form == kit.PICTURE else pypdfium2.PdfDocument(path)[0].render().to_pil()
        read = {found.text for found in zxingcpp.read_barcodes(drawn.convert("L"))}
        assert read == {SITE_URL + kit.short(content, piece.page)}, path


def test_pictures_are_light_and_of_one_size(content: Content, site: Path) -> None:
    for piece in kit.everything(content):
        if piece.form == kit.PICTURE:
            assert Image.open(site / piece.address).size == (1080, 1080)
            assert (site / piece.address).stat().st_size <= 120_000
        assert (site / piece.picture).stat().st_size <= 10_000


@pytest.mark.parametrize("form", ["poster", "square"])
def test_the_longest_words_stay_on_the_sheet_and_the_bytes_are_the_same(content: Content, form: str) -> None:
    piece = next(piece for piece in kit.everything(content) if piece.form == form)
    number = {"number": "W" * 14, "text": f"{'W' * 44} {'W' * 45}"}
    data = material.sheet(content, piece) | {"title": "W " * 35, "text": number["text"], "number": number}
    made = material.maker(piece)(TEMPLATE, data)
    assert made == material.maker(piece)(TEMPLATE, data)
    drawn = Image.open(BytesIO(typeset.png(TEMPLATE, data | {"ppi": 20}))).convert("L")
    width, height = drawn.size
    edges = [(0, height // 2, width // 25, height), (width - width // 25, height // 2, width, height)]
    assert all(min(drawn.crop(edge).tobytes()) > PAPER_WHITE for edge in edges)


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_a_page_has_all_of_it_and_a_goal_leads_to_its_own(site: Path, content: Content, locale: str) -> None:
    front = navigation.first_of_kind(content, locale, kit.KIND)
    agenda = navigation.first_of_kind(content, locale, days.KIND)
    assert front and agenda
    page = parsed(site, front.address)
    hrefs = {Path(node.attributes["href"] or "").name for node in page.css(".kit li a")}
    made = {Path(one.address).name for one in kit.everything(content) if one.page.locale == locale}
    assert hrefs == made | {Path(days.sheet(agenda)).name}
    assert all((site / front.address / str(node.attributes["src"])).is_file() for node in page.css(".kit img"))
    assert {node.attributes["loading"] for node in page.css(".kit img")} == {"lazy"}
    sizes = [round((site / one.address).stat().st_size / 1000) for one in kit.everything(content)]
    assert {int(node.text().split()[0]) for node in page.css(".kit small")} <= set(sizes)
    goal = navigation.goals(content, locale)[12]
    beside = parsed(site, goal.address)
    assert [node.attributes["href"] for node in beside.css("[aria-labelledby=_kit] li a")] == [
        Path(piece.address).name for piece in kit.pieces(content, goal)
    ]
    assert front.address.split("/")[-2] in (beside.css("[aria-labelledby=_kit] p a")[0].attributes["href"] or "")
    assert front.meta.title in [node.text() for node in beside.css(".site-footer a")]
    moved = (site / kit.short(content, goal) / "index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{SITE_URL}{goal.address}">' in moved
