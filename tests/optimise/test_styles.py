"""Styles: what can apply stays, in its order; what applies nowhere goes; nothing else changes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
import tinycss2
from selectolax.lexbor import LexborHTMLParser

from scripts.optimise import pages, styles
from scripts.optimise.pages import Page, Site
from scripts.optimise.purge import purged
from scripts.optimise.selectors import can_match, query, selectors
from scripts.optimise.used import Used, on_page, used

USED = frozenset("html body p a .card .big #_menu [dir] [dir=ltr] [open] [aria-pressed] [aria-pressed=*] true".split())

POSSIBLE = [
    "p", "P", "*", ":root", "a:hover", "p::before", "p::selection", ".card > p + a", ".card.big", "#_menu", "[open]",
    "[dir=ltr]", '[dir="LTR"]', "[dir^=r]", "[dir=rtl i]", "[aria-pressed=true]", "p:not(.gone)", ":is(.gone, .card)",
    "p:has(> .card)", "p:nth-child(2n + 1)", "p:lang(nl)", "p:where(.card)", "::view-transition", "[*|dir]",
]  # fmt: skip
IMPOSSIBLE = [
    "h1", ".gone", ".card .gone", ".card.gone", "#_other", "[title]", "[dir=rtl]", "[aria-pressed=false]",
    ":is(.gone, h1)", "p:has(.gone)", ".gone:not(.card)", "p:where(.gone)", "p > h1::before", ".Card",
]  # fmt: skip


@pytest.mark.parametrize("selector", POSSIBLE)
def test_a_selector_that_can_match(selector: str) -> None:
    assert can_match(tinycss2.parse_component_value_list(selector), USED)


@pytest.mark.parametrize("selector", IMPOSSIBLE)
def test_a_selector_that_cannot_match(selector: str) -> None:
    assert not can_match(tinycss2.parse_component_value_list(selector), USED)


def test_commas_in_brackets_part_no_selectors() -> None:
    assert len(selectors(tinycss2.parse_component_value_list("a, :is(b, c), d"))) == 3


STYLES = {
    "rule": ("p { color: red } h1 { color: red }", "p{color:red}"),
    "one of a list": ("p, h1, a { color: red }", "p,a{color:red}"),
    "a list that some browsers do not know stays whole": (
        ".gone,p::-moz-x{color:red}",
        ".gone,p::-moz-x{color:red}",
    ),
    "order": ("p { top: 0 } .card { top: 1px } a { top: 0 }", "p{top:0}.card{top:1px}a{top:0}"),
    "media": ("@media print { p { top: 0 } h1 { top: 0 } } @media print { h1 { top: 0 } }", "@media print{p{top:0}}"),
    "supports in media": (
        "@media print{@supports (top:0){p{top:0}h1{top:0}}}",
        "@media print{@supports (top:0){p{top:0}}}",
    ),
    "container": ("@container (width > 9px) { p { top: 0 } h1 { top: 0 } }", "@container (width>9px){p{top:0}}"),
    "layers keep their order": (
        "@layer one { h1 { top: 0 } } @layer two { p { top: 0 } }",
        "@layer one;@layer two{p{top:0}}",
    ),
    "nested": ("p { top: 0; .gone & { top: 1px } &:hover { top: 2px } }", "p{top:0;&:hover{top:2px}}"),
    "value that nothing asks for": (":root{--a:1px;--b:2px}p{top:var(--b)}", ":root{--b:2px}p{top:var(--b)}"),
    "value by way of another": (
        ":root{--a:1px;--b:var(--a);--c:var(--d);--d:1px}p{top:var(--b)}",
        ":root{--a:1px;--b:var(--a)}p{top:var(--b)}",
    ),
    "animation": (
        "@keyframes go{to{top:0}}@keyframes lost{to{top:0}}p{animation:1s go}",
        "@keyframes go{to{top:0}}p{animation:1s go}",
    ),
    "font": (
        "@font-face{font-family:One;src:url(1.woff2)}@font-face{font-family:Two;src:url(2.woff2)}p{font-family:Two}",
        "@font-face{font-family:Two;src:url(2.woff2)}p{font-family:Two}",
    ),
    "page": ("@page { margin: 1cm }", "@page{margin:1cm}"),
    "important": ("p { top: 0 !important }", "p{top:0!important}"),
    "charset goes": ('@charset "utf-8"; p { top: 0 }', "p{top:0}"),
    "nonsense goes": ("p { top: 0; *zoom: 1; } }{ a { top: 0 }", "p{top:0}"),
}


@pytest.mark.parametrize("name", STYLES)
def test_purged(name: str) -> None:
    before, after = STYLES[name]
    assert purged([before], USED, partial(can_match, used=USED)) == [after]
    assert purged([after], USED, partial(can_match, used=USED)) == [after]


def test_a_value_counts_in_all_sheets() -> None:
    applies = partial(can_match, used=USED)
    assert purged([":root{--a:1px}", "p{top:var(--a)}"], USED, applies) == [":root{--a:1px}", "p{top:var(--a)}"]


def test_what_a_page_uses(tmp_path: Path) -> None:
    text = '<p class="a B" id=C data-x="1" dir=LTR style="top: var(--y)"><svg><linearGradient/></svg>'
    found = on_page(Page(Site(tmp_path, tmp_path), tmp_path / "x.html", text), frozenset({"dir"}))
    assert {"p", ".a", ".B", "#C", "[data-x]", "[dir=ltr]", "--y", "lineargradient"} <= found
    assert "[data-x=1]" not in found


def test_what_scripts_use(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    script = "// not this\nmake('tr', {class: `row odd`}); node.hidden = x; /* nor\nthat */"
    (tmp_path / "assets/x.js").write_text(script)
    (tmp_path / "assets/other.js").write_text("elsewhere")
    (tmp_path / "index.html").write_text("<script src=assets/x.js></script>")
    found = used(Site(tmp_path, tmp_path), lambda page: "one", [])["one"]
    assert {"tr", ".row", ".odd", "[hidden]", "[hidden=*]", "mark", "[open]"} <= found.moving
    assert found.moving <= found.names
    assert found.names.isdisjoint({"not", "this", "nor", "that", "elsewhere", "node", ".node"})


QUERIES = {
    "p": "p",
    "a:hover > b": "a>b",
    "a :focus": "a",
    ":root > p + a::before": "*>p+a",
    ".card:not(.big)": ".card",
    "p:is(.a, .b) ~ [open]": "p~[open]",
    "& p": "",
    "::selection": "*",
}


@pytest.mark.parametrize("selector", QUERIES)
def test_what_a_selector_needs(selector: str) -> None:
    assert query(tinycss2.parse_component_value_list(selector)) == QUERIES[selector]


def test_a_selector_needs_nothing_that_may_come_and_go() -> None:
    moving = {"p", ".board", "#_x", "[open]"}
    needed = {".board .step p": ".step", "p.board[open] > #_x": "*>*", "p.note[open]": ".note", "P .board.a": ".a"}
    assert {one: query(tinycss2.parse_component_value_list(one), moving) for one in needed} == needed


def test_a_selector_needs_a_place_or_somebody_who_makes_one() -> None:
    found = Used(USED | {".board"}, frozenset({".board", "[open]"}), frozenset({"p", "p a", ".card", "* p"}))
    kept = {"p": True, "p a:hover": True, "a p": False, ".board p": True, "p[open]": True, ".card .big": False}
    assert {one: found.applies(tinycss2.parse_component_value_list(one)) for one in kept} == kept


PAGES = {
    "a/index.html": ("kind-article", ("one", "two")),
    "b/index.html": ("kind-article", ("one", "two")),
    "c/index.html": ("kind-lesson", ("one", "two", "own")),
    "d/index.html": ("kind-lesson", ("one", "two")),
    "404.html": ("", ("one",)),
    "moved.html": ("", ()),
}


@pytest.fixture
def sheets(tmp_path: Path) -> Site:
    """A site with two sheets on most pages and one on some."""
    for name, (kind, linked) in PAGES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        links = "".join(f'<link rel="stylesheet" href="../assets/deep/{sheet}.css">' for sheet in linked)
        path.write_text(f"<!doctype html><html><head>{links}</head><body class='{kind}'><p class=b></p></body></html>")
    (tmp_path / "assets/deep").mkdir(parents=True)
    for sheet in ("one", "two", "own"):
        (tmp_path / f"assets/deep/{sheet}.css").write_text(
            f".b {{ color: var(--from) }} .{sheet} p, p {{ --from: {sheet} }} .kind-lesson p {{ top: 0 }}"
        )
    return Site(tmp_path, tmp_path / ".cache")


def test_each_kind_of_page_has_a_sheet_of_its_own(sheets: Site) -> None:
    pages.rewrite(sheets, [styles.step(sheets)])
    found = {path.name: path.read_text() for path in (sheets.folder / "assets").glob("*.css")}
    assert found.keys() == {"article.css", "lesson.css", "lesson1.css", "page.css"}
    assert found["article.css"] == ".b{color:var(--from)}p{--from:two}"
    assert found["page.css"] == ".b{color:var(--from)}p{--from:one}"
    assert "top:0" in found["lesson.css"]
    assert list((sheets.folder / "assets/deep").glob("*.css")) == []
    linked = {
        name: [node.attributes["href"] for node in LexborHTMLParser((sheets.folder / name).read_text()).css("link")]
        for name in PAGES
    }
    assert linked == {
        "a/index.html": ["../assets/article.css"],
        "b/index.html": ["../assets/article.css"],
        "c/index.html": ["../assets/lesson1.css"],
        "d/index.html": ["../assets/lesson.css"],
        "404.html": ["../assets/page.css"],
        "moved.html": [],
    }


def test_a_sheet_that_a_script_fetches_stays_whole_and_apart(sheets: Site) -> None:
    page = sheets.folder / "c/index.html"
    page.write_text(page.read_text().replace("<p", "<p data-style='../assets/later.css'"))
    (sheets.folder / "assets/later.css").write_text(".b { color: var(--late) } .gone { top: 0 }")
    one = sheets.folder / "assets/deep/one.css"
    one.write_text(one.read_text() + ":root { --late: red; --never: red }")
    pages.rewrite(sheets, [styles.step(sheets)])
    assert (sheets.folder / "assets/later.css").read_text() == ".b{color:var(--late)}.gone{top:0}"
    found = "".join(path.read_text() for path in (sheets.folder / "assets").glob("lesson*.css"))
    assert "--late:red" in found
    assert "--never" not in found
    assert 'data-style="../assets/later.css"' in page.read_text()


def test_the_theme_s_own_frame_is_gone(site: Path) -> None:
    sheets = {path.name.partition(".")[0]: path.read_text() for path in (site / "assets").glob("*.css")}
    every = "".join(sheets.values())
    for name in (".md-header", ".md-nav", ".md-search", ".md-tabs", "[dir=rtl]", "@keyframes", "data-md-color-scheme"):
        assert name not in every, name
    for name in (".md-typeset", ".board", ":popover-open", "@media print", "prefers-color-scheme"):
        assert name in every, name
    assert ".board" not in sheets["article"]
