"""The look is light: our own styles and the drawings, as a reader gets them, compressed with Brotli (RFC 7932)."""

import json
from pathlib import Path

import brotli

from tests.site.pages import BuiltPage

STYLES = 6_500
HOME_DRAWINGS = 12_000
OTHER_DRAWINGS = 10_000


def weight(text: str) -> int:
    """Return the size of `text` in bytes after Brotli."""
    return len(brotli.compress(text.encode()))


def test_styles(site: Path) -> None:
    for style in (site / "assets").glob("*.css"):
        assert weight(style.read_text()) <= STYLES, style.name


def test_drawings(pages: list[BuiltPage]) -> None:
    for page in pages:
        drawings = "".join(node.html or "" for node in page.all("svg"))
        limit = HOME_DRAWINGS if page.address in ("", "en/") else OTHER_DRAWINGS
        assert weight(drawings) <= limit, page.address


def test_drawings_say_what_they_show_or_are_mere_ornament(pages: list[BuiltPage]) -> None:
    for page in pages:
        for node in page.all("svg"):
            if node.attributes.get("aria-hidden") == "true":
                continue
            named = {node.attributes.get("aria-label"), node.attributes.get("aria-labelledby")} - {None}
            assert node.attributes.get("role") in ("img", "group") and named, (
                f"{page.address}: {(node.html or '')[:90]}"
            )


def test_a_page_asks_for_little_besides_itself(pages: list[BuiltPage]) -> None:
    for page in pages:
        home = page.address in ("", "en/")
        assert bool(page.all("link[rel=manifest]")) == home, page.address
        assert page.all(".site-name svg[aria-hidden=true]"), page.address
        eager = [node for node in page.all("img") if node.attributes.get("loading") != "lazy"]
        assert not eager, page.address


def test_manifest_names_icons_that_exist(site: Path) -> None:
    (file,) = (site / "assets").glob("site.*.webmanifest")
    manifest = json.loads(file.read_text())
    assert manifest["name"]
    assert all((site / "assets" / icon["src"]).is_file() for icon in manifest["icons"])
