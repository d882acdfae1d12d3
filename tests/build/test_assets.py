"""Files that templates name: their addresses tell what is in them, and each page loads the styles that it needs."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from jinja2 import Environment, TemplateNotFound
from PIL import Image, ImageChops

from scripts.build import assets
from scripts.build.assets import FOLDER, HASH, asset
from scripts.build.hooks import Unindented
from scripts.content import Content
from tests.conftest import ROOT
from tests.contrast import contrast

STYLES = ROOT / "overrides/styles"
TABLE = (STYLES / "sheets.css").read_text()


# A file of the look, or a text that a template makes; what stands in it, and what comes into the site.
WRITTEN = [
    ("a.js", "f( 1 ); // x", "f(1);"),
    ("b.css", "p { color: red; }", "p{color:red}"),
    ("c.png", "\x89 PNG ", "\x89 PNG "),
    ("codes/x.svg", "<svg> </svg>", "<svg> </svg>"),
]


@pytest.mark.parametrize("made", [False, True])
@pytest.mark.parametrize(("name", "text", "written"), WRITTEN)
def test_a_file_is_written_under_a_name_that_tells_its_content(
    tmp_path: Path, name: str, text: str, written: str, made: bool
) -> None:
    site, file = tmp_path / "site", tmp_path / FOLDER / name
    file.parent.mkdir(parents=True)
    file.write_text("other" if made else text)
    address = asset(tmp_path, site, name, text if made else "")
    stem, _, ending = name.rpartition(".")
    assert re.fullmatch(rf"{FOLDER}/{stem}{HASH}\.{ending}", address)
    assert (site / address).read_text() == written
    assert asset(tmp_path, site, name, text) == address
    assert asset(tmp_path, site, name, f"{written} x{{y:z}}") != address
    assert len([path for path in site.rglob("*") if path.is_file()]) == 2, "nothing that no template names"


def test_a_name_that_is_no_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(TemplateNotFound, match="gone"):
        asset(tmp_path, tmp_path, "gone.js")


def test_the_indent_of_a_template_does_not_reach_a_page() -> None:
    env = Environment(extensions=[Unindented], autoescape=True)
    assert env.from_string("<ul>\n  <li>a  b\n\t</li>{{ x }}").render(x="\n  c") == "<ul>\n<li>a  b\n</li>\n  c"


@pytest.mark.parametrize("size", [180, 512])
def test_the_icon_of_the_town_becomes_a_picture(town: Content, size: int) -> None:
    png = assets.icon(town, size)
    image = Image.open(BytesIO(png)).convert("RGB")
    assert image.size == (size, size)
    ground = image.getpixel((0, 0))
    assert isinstance(ground, tuple)
    assert contrast(f"#{bytes(ground).hex()}", town.colours["paper"]) < 1.05
    drawn = ImageChops.difference(image, Image.new("RGB", image.size, ground)).getbbox()
    assert drawn, "something stands on it"
    left, top, right, bottom = drawn
    assert min(left, top, size - right, size - bottom) >= size / 10, "a device may cut off the corners"
    assert any(path.read_bytes().endswith(png) for path in (town.settings.root / assets.CACHE).iterdir()), "it is kept"
    assert assets.icon(town, size) == png


def test_every_part_of_the_styles_is_there_and_is_used() -> None:
    kinds = {path.stem for path in (ROOT / "overrides/kinds").glob("*.html")}
    rows = dict(re.findall(r"""^  ["'](.+)["']: \[(.*)\],$""", TABLE, re.MULTILINE))
    assert kinds <= rows.keys()
    named = {name for row in rows.values() for name in re.findall(r'"(\w+)"', row)}
    always = {"tokens", "frame", "text", "print", "preview", "sheets"}
    assert named | always == {path.stem for path in STYLES.glob("*.css")}
