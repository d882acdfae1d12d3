"""What the site loads is its own, and only what pages load is published. Links are verified by the build itself."""

import re
from pathlib import Path

from scripts.build.assets import HASHED
from scripts.content import Content, lessons


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
    scripts = {f"assets/{name}.js" for name in ("search", "lesson", "board", "finder")}
    named = {HASHED.sub("", path) for path in assets - twins}
    codes = {f"assets/codes/{lesson.meta.code}.svg" for lesson in lessons.everything(content)}
    assert named == {"assets/site.webmanifest", *styles, *scripts, *icons, *codes}
    assert {path.rpartition(".")[0] for path in twins} <= assets
    assert not (site / "data").exists()
    assert not (site / "words").exists()
