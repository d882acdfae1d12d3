"""No link, picture, style sheet or form of the site leads to something that is not there."""

from __future__ import annotations

from pathlib import Path

from scripts import lessons
from scripts.content import Content
from scripts.optimise.names import HASHED
from tests.conftest import SITE_URL
from tests.site.pages import BuiltPage, targets


def test_links_and_anchors(site: Path, pages: list[BuiltPage]) -> None:
    by_address = {page.address: page for page in pages}
    for page in [*pages, BuiltPage(site / "404.html", "404.html")]:
        for address, fragment in targets(page, SITE_URL):
            target = by_address.get(address)
            assert target or (site / address).is_file(), f"{page.address} links to {address}"
            assert not fragment or (target and fragment in target.ids), f"{page.address} links to {address}#{fragment}"


def test_nothing_is_loaded_from_elsewhere(site: Path, pages: list[BuiltPage]) -> None:
    loads = "link[rel=stylesheet], link[rel=icon], script, img, source, iframe, object, embed, video, audio"
    for page in [*pages, BuiltPage(site / "404.html", "404.html")]:
        for node in page.all(loads):
            address = node.attributes.get("href") or node.attributes.get("src") or ""
            assert "//" not in address, f"{page.address} loads {address}"


def test_styles_load_nothing_from_elsewhere(site: Path) -> None:
    for path in site.rglob("*.css"):
        assert "url(http" not in path.read_text(), path
        assert "url(//" not in path.read_text(), path
        assert "@import" not in path.read_text(), path


def test_only_what_pages_load_is_published(site: Path, pages: list[BuiltPage], content: Content) -> None:
    assets = {path.relative_to(site).as_posix() for path in (site / "assets").rglob("*") if path.is_file()}
    twins = {path for path in assets if path.endswith((".br", ".gz"))}
    icons = {f"assets/icon{size}" for size in (".svg", "-180.png", "-192.png", "-512.png")}
    kinds = {page.values("body", "class")[0].removeprefix("kind-") for page in pages}
    styles = {f"assets/{kind}.css" for kind in (*kinds, "page")}
    scripts = {f"assets/{name}.js" for name in ("search", "lesson", "board", "finder")}
    styles.add("assets/board.css")
    named = {HASHED.sub("", path) for path in assets - twins}
    codes = {f"assets/codes/{lesson.meta.code}.svg" for lesson in lessons.everything(content)}
    assert named == {"assets/site.webmanifest", *styles, *scripts, *icons, *codes}
    assert {path.rpartition(".")[0] for path in twins} <= assets
    assert not (site / "data").exists()
    assert not (site / "words").exists()
