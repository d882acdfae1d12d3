"""The look of the finished site: light, whole, and all its own."""

import json
import re
from pathlib import Path

import brotli

from scripts.build.assets import FOLDER, HASHED
from scripts.content import Content, Page, lessons
from tests.site.conftest import BuiltPage

NAMED = re.compile(r"var\((--[\w-]+)\)")
GIVEN = re.compile(r"(--[\w-]+)\s*:")
# Its script gives the two that fit a step on the board; the rest it has from the sheet of the lesson.
BOARD = "--fit: --columns:"
DRAWN = {"bars": ".bar{", "share": ".bar{", "line": ".line{", "globe": ".sea{", "wheel": ".drawing-wheel"}
DRAWN |= {"drops": ".sign{", "pair": ".number{", "steps": ".steps{", "region": ".ground{"}
# What a reader gets at most, in bytes as Brotli sends them (RFC 7932): a style sheet, the drawings of a page.
STYLES, DRAWINGS, HOME_DRAWINGS = 6_500, 10_000, 12_000


def test_styles_and_drawings_are_light(site: Path, both: list[tuple[BuiltPage, Page]]) -> None:
    for style in (site / FOLDER).glob("*.css"):
        assert len(brotli.compress(style.read_bytes())) <= STYLES, style.name
    for page, ours in both:
        drawings = "".join(node.html or "" for node in page.all("svg"))
        most = HOME_DRAWINGS if ours.meta.kind == "home" else DRAWINGS
        assert len(brotli.compress(drawings.encode())) <= most, page.address


def test_every_value_that_a_style_names_is_given(site: Path) -> None:
    sheets = [path.read_text() for path in (site / FOLDER).glob("style.*.css")]
    (board,) = (path.read_text() for path in (site / FOLDER).glob("board.*.css"))
    lesson = next(sheet for sheet in sheets if ".lesson-lead" in sheet)
    for sheet in (*sheets, lesson + board + BOARD):
        assert set(NAMED.findall(sheet)) <= set(GIVEN.findall(sheet))


def test_a_page_loads_one_sheet_with_what_its_drawings_need(site: Path, pages: list[BuiltPage]) -> None:
    for page in [*pages, BuiltPage(site / "404.html", "")]:
        (address,) = page.values("link[rel=stylesheet]", "href")
        sheet = (site / FOLDER / address.rpartition("/")[2]).read_text()
        for shape, rule in DRAWN.items():
            if page.all(f".drawing-{shape}"):
                assert rule in sheet, f"{page.address} draws {shape}"
        assert ("figcaption" in sheet) == bool(page.all(".drawing")), page.address


def test_drawings_say_what_they_show_or_are_mere_ornament(pages: list[BuiltPage]) -> None:
    said = ":is([role=img], [role=group]):is([aria-label], [aria-labelledby])"
    for page in pages:
        unsaid = [(node.html or "")[:90] for node in page.all(f"svg:not([aria-hidden=true]):not({said})")]
        assert unsaid == [], page.address


def test_a_page_asks_for_little_besides_itself(site: Path, both: list[tuple[BuiltPage, Page]]) -> None:
    for page, ours in both:
        assert bool(page.all("link[rel=manifest]")) == (ours.meta.kind == "home"), page.address
        assert page.all(".site-name svg[aria-hidden=true]"), page.address
        assert not page.all("img:not([loading=lazy])"), page.address
    (file,) = (site / FOLDER).glob("site.*.webmanifest")
    manifest = json.loads(file.read_text())
    assert manifest["name"]
    assert all((site / FOLDER / icon["src"]).is_file() for icon in manifest["icons"])


def test_styles_and_scripts_load_nothing_from_elsewhere(site: Path) -> None:
    for path in site.glob("assets/*.js"):
        assert not re.search(r"[\"'`](https?:)?//(?!www\.w3\.org/)", path.read_text()), path
    for path in site.rglob("*.css"):
        assert "url(http" not in path.read_text(), path
        assert "url(//" not in path.read_text(), path
        assert "@import" not in path.read_text(), path


def test_only_what_pages_load_is_published(site: Path, content: Content) -> None:
    assets = {path.relative_to(site).as_posix() for path in (site / "assets").rglob("*") if path.is_file()}
    twins = {path for path in assets if path.endswith((".br", ".gz"))}
    icons = {f"assets/icon{size}" for size in (".svg", "-180.png", "-192.png", "-512.png")}
    styles = {"assets/style.css", "assets/board.css"}
    scripts = {f"assets/{name}.js" for name in ("search", "lesson", "board", "finder", "quiz", "missing")}
    named = {HASHED.sub("", path) for path in assets - twins}
    codes = {f"assets/codes/{lesson.meta.code}.svg" for lesson in lessons.everything(content)}
    assert named == {"assets/site.webmanifest", "assets/scene.svg", *styles, *scripts, *icons, *codes}
    assert {path.rpartition(".")[0] for path in twins} <= assets
    assert not (site / "data").exists()
    assert not (site / "words").exists()
