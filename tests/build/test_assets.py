"""Files that templates name: their addresses tell what is in them, and each page loads the styles that it needs."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, TemplateNotFound

from scripts.build.assets import FOLDER, HASH, asset
from scripts.build.hooks import Unindented
from tests.conftest import ROOT

STYLES = ROOT / "overrides/styles"
TABLE = (STYLES / "sheets.css").read_text()


@pytest.mark.parametrize(
    ("name", "text", "written"),
    [
        ("a.js", "", "f(1);"),
        ("b.css", "", "p{color:red}"),
        ("c.png", "", "\x89 PNG "),
        ("style.css", "a { b: c }  d { }", "a{b:c}"),
        ("codes/x.svg", "<svg> </svg>", "<svg> </svg>"),
    ],
)
def test_a_file_is_written_under_a_name_that_tells_its_content(
    tmp_path: Path, name: str, text: str, written: str
) -> None:
    site, files = tmp_path / "site", {"a.js": "f( 1 ); // x", "b.css": "p { color: red; }", "c.png": "\x89 PNG "}
    (tmp_path / FOLDER).mkdir()
    for file, content in files.items():
        (tmp_path / FOLDER / file).write_text(content)
    address = asset(tmp_path, site, name, text)
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


def test_every_part_of_the_styles_is_there_and_is_used() -> None:
    kinds = {path.stem for path in (ROOT / "overrides/kinds").glob("*.html")}
    rows = dict(re.findall(r'^  "([^"]+)": \[(.*)\],$', TABLE, re.MULTILINE))
    assert kinds <= rows.keys()
    named = {name for row in rows.values() for name in re.findall(r'"(\w+)"', row)}
    assert named | {"tokens", "frame", "text", "print", "sheets"} == {path.stem for path in STYLES.glob("*.css")}
