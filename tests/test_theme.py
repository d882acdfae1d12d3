"""The theme's style sheet, without what our own styles do."""

from __future__ import annotations

from pathlib import Path

from scripts import theme

SHEET = """
:root{--md-admonition-icon--note:url(x)}
.md-typeset h1,.md-typeset details{margin:0}
.md-typeset .admonition>:last-child{margin:0}
.md-typeset .note>summary:before{color:red}
@media print{.md-typeset summary{color:red}.md-typeset p{margin:0}}
@media print{.md-typeset details{color:red}}
.md-typeset .footnote-backref{opacity:0}
"""


def test_boxes_and_details_are_left_to_our_own_styles(tmp_path: Path) -> None:
    sheet = tmp_path / "main.0123.min.css"
    sheet.write_text(SHEET)
    taken = theme.styles(sheet, tmp_path).decode()
    assert ".md-typeset h1{margin:0;}" in taken
    assert ".md-typeset p{margin:0;}" in taken
    assert taken.count("@media print") == 1
    for name in ("details", "summary:before", "summary{", ".admonition", ".footnote"):
        assert name not in taken, name


def test_it_is_read_once(tmp_path: Path) -> None:
    sheet = tmp_path / "main.0123.min.css"
    sheet.write_text(SHEET)
    first = theme.styles(sheet, tmp_path)
    (kept,) = (tmp_path / theme.CACHE).iterdir()
    before = kept.stat().st_mtime_ns
    assert theme.styles(sheet, tmp_path) == first
    assert kept.stat().st_mtime_ns == before


def test_the_sheet_is_found_below_any_folder_of_the_theme(tmp_path: Path) -> None:
    sheet = tmp_path / "b" / theme.STYLES / "main.0123.min.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text("")
    assert theme.style_sheet([str(tmp_path / "a"), str(tmp_path / "b")]) == sheet
