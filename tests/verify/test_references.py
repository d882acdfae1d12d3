"""Addresses as they stand in pages, style sheets, scripts and manifests, and where they lead."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.verify.active_content_is_ours import before
from scripts.verify.folder import Folder, Target, address_of
from scripts.verify.references import candidates, of_file, of_tree

FILES = frozenset({"index.html", "stad/index.html", "a b.pdf"})
ROOT, BELOW = (Folder(Path(), Path(), base, FILES) for base in ("https://example.org/", "https://example.org/town/"))


@pytest.mark.parametrize(
    ("srcset", "expected"),
    [
        ("a.png", ["a.png"]),
        ("a.png 1x, b.png 2x", ["a.png", "b.png"]),
        ("a.png 1x,b.png 2x", ["a.png", "b.png"]),
        (" a.png 100w ,\n b.png", ["a.png", "b.png"]),
        ("a,b.png 1x", ["a,b.png"]),
        ("a.png, b.png", ["a.png", "b.png"]),
    ],
)
def test_a_srcset_is_read_as_browsers_do(srcset: str, expected: list[str]) -> None:
    assert candidates(srcset) == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("x.css", "a{b:url( 'x' )} c{d:url(y.svg)} @import \"z.css\"; e{f:URL(w)}", ["x", "y.svg", "z.css", "w"]),
        ("x.css", "/* url(x) */ a{fill:url(#b)}", []),
        ("x.js", 'import x from "./x.js"; import("../y.js"); export{z} from\'z.js\'', ["./x.js", "../y.js", "z.js"]),
        ("x.js", "new URL('x.wasm', import.meta.url); import(name); important('x.y')", ["x.wasm"]),
        ("x.js", "fetch(`https://else.example/${x}`)", ["https://else.example/"]),
        ("x.js", 'say("a // b"); let x = "//";', []),
        ("x.webmanifest", '{"icons": [{"src": "a.png"}], "name": "b.png", "start_url": "."}', ["a.png", "."]),
        ("x.webmanifest", "no JSON", []),
        ("x.svg", '<svg><a href="x"/><use href="#y"/><image href="z.png"/></svg>', ["x", "z.png"]),
        ("x.txt", "url(x)", []),
    ],
)  # fmt: skip
def test_addresses_in_a_file(name: str, text: str, expected: list[str]) -> None:
    assert [reference.value for reference in of_file(name, text)] == expected


@pytest.mark.parametrize(
    ("html", "fetches"),
    [
        ('<a href="x">', False),
        ('<a href="x" ping="y">', True),
        ('<link rel="canonical" href="x">', False),
        ('<link rel="alternate stylesheet" href="x">', True),
        ('<link rel="dns-prefetch" href="x">', True),
        ('<link href="x">', True),
        ('<base href="x">', True),
        ('<blockquote cite="x">', False),
        ('<object data="x">', True),
        ('<svg><use xlink:href="x"/></svg>', True),
        ('<meta http-equiv="refresh" content="0; url=x">', True),
        ('<meta property="og:image" content="x">', False),
    ],
)
def test_what_a_browser_fetches_by_itself(html: str, fetches: bool) -> None:
    found = list(of_tree(LexborHTMLParser(html)))
    assert found
    assert any(reference.fetches for reference in found) is fetches


@pytest.mark.parametrize(
    ("folder", "value", "start", "expected"),
    [
        (ROOT, "../stad/?q#x", "en/", Target("stad/", "x")),
        (ROOT, "/a%20b.pdf", "en/", Target("a b.pdf", "")),
        (ROOT, "#caf%C3%A9", "stad/", Target("stad/", "café")),
        (ROOT, "https://EXAMPLE.org:443/stad/", "", Target("stad/", "")),
        (ROOT, "https://example.org.else.example/", "", None),
        (ROOT, "//else.example/", "", None),
        (ROOT, "mailto:a@b.example", "", None),
        (ROOT, "http://[", "", Target("http://[", "")),
        (BELOW, "/town/stad/", "", Target("stad/", "")),
        (BELOW, "/stad/", "", Target("/stad/", "")),
        (BELOW, "https://example.org/other/", "", None),
    ],
)
def test_where_an_address_leads(folder: Folder, value: str, start: str, expected: Target | None) -> None:
    assert folder.target(value, start) == expected


@pytest.mark.parametrize(
    ("address", "file"),
    [("", "index.html"), ("stad/", "stad/index.html"), ("stad", ""), ("a b.pdf", "a b.pdf"), ("weg/", "")],
)
def test_what_a_server_gives(address: str, file: str) -> None:
    assert ROOT.file(address) == file
    assert not file or address_of(file) == address


@pytest.mark.parametrize(
    ("element", "attributes", "expected"),
    [
        ("script", {"src": "../assets/x.1a2b3c4d.js"}, {"src": "../assets/x.js"}),
        ("script", {"src": "../other/x.1a2b3c4d.js"}, {"src": "../other/x.1a2b3c4d.js"}),
        ("script", {"src": "../assets/x.evil.js"}, {"src": "../assets/x.evil.js"}),
        ("source", {"srcset": "../x.avif 2x", "sizes": "9px", "type": "image/avif"}, {"type": "image/avif"}),
        ("img", {"src": "x", "srcset": "//else.example/x 2x"}, {"src": "x", "srcset": "//else.example/x 2x"}),
        ("link", {"imagesrcset": "x 2x", "srcset": "x 2x"}, {"imagesrcset": "x 2x", "srcset": "x 2x"}),
    ],
)
def test_what_made_a_page_smaller_is_undone_and_nothing_else(
    element: str, attributes: dict[str, str | None], expected: dict[str, str]
) -> None:
    assert before(element, attributes) == expected
