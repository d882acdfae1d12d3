"""Drawings as SVG: what attacks, what honest programs write, and what readers get of either."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from scripts import settings
from scripts.checks import drawn_pictures_are_harmless, pictures_tell_no_secrets
from scripts.pictures import vector

RECT = '<rect width="3" height="4" fill="red"/>'


def svg(inside: str, more: str = "") -> bytes:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'<svg {names} viewBox="0 0 30 20" {more}>{inside}{RECT}</svg>'.encode()


def repeated(levels: int, times: int) -> bytes:
    """A drawing of a few shapes in which each shows the one before it some times."""
    uses = [f'<g id="a{level + 1}">' + f'<use xlink:href="#a{level}"/>' * times + "</g>" for level in range(levels)]
    return svg(f'<g id="a0">{RECT}</g>' + "".join(uses))


HOSTILE = {
    "script": svg("<script>alert(1)</script>"),
    "script by prefix": svg('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'),
    "script of HTML": svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>'),
    "script without a space": svg('<script xmlns="">alert(1)</script>'),
    "script from elsewhere": svg('<script xlink:href="https://example.com/x.js"/>'),
    "script in what is left out": svg("<metadata><script>alert(1)</script></metadata>"),
    "script in a title": svg('<title><b xmlns="http://www.w3.org/1999/xhtml">x</b></title>'),
    "script in a strange element": svg('<i:x xmlns:i="urn:i"><script>alert(1)</script></i:x>'),
    "onload": svg("", 'onload="alert(1)"'),
    "onclick in capitals": svg('<rect onClick="alert(1)"/>'),
    "onbegin": svg('<animate onbegin="alert(1)" attributeName="x"/>'),
    "set": svg('<a><set attributeName="href" to="javascript:alert(1)"/></a>'),
    "animation": svg('<animateTransform attributeName="transform" type="rotate"/>'),
    "foreign object": svg('<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'),
    "link": svg('<a xlink:href="https://example.com/"><text>x</text></a>'),
    "link that runs": svg('<a href="javascript:alert(1)"><text>x</text></a>'),
    "photo from elsewhere": svg('<image href="https://example.com/x.png"/>'),
    "photo inside": svg('<image href="data:image/png;base64,AAAA"/>'),
    "use from elsewhere": svg('<use href="https://example.com/x.svg#a"/>'),
    "use of data": svg('<use xlink:href="data:image/svg+xml;base64,AAAA#x"/>'),
    "use of a file": svg('<use xlink:href="other.svg#a"/>'),
    "gradient from elsewhere": svg('<linearGradient href="//example.com/#g"/>'),
    "fill from elsewhere": svg('<rect fill="url(https://example.com/#g)"/>'),
    "fill in disguise": svg(r'<rect fill="u\72l(https://example.com/)"/>'),
    "fill of another function": svg('<rect fill="image-set(x)"/>'),
    "filter from elsewhere": svg('<rect filter="url(//example.com/#f) blur(2px)"/>'),
    "filter that fetches": svg('<filter><feImage href="https://example.com/x"/></filter>'),
    "style from elsewhere": svg('<rect style="fill:red;background:url(https://example.com/x)"/>'),
    "sheet from elsewhere": svg("<style>@import 'https://example.com/x.css';</style>"),
    "sheet with a font": svg("<style>@font-face{font-family:x;src:url(https://example.com/f)}</style>"),
    "sheet with a background": svg("<style>.a{fill:url(https://example.com/x)}</style>"),
    "sheet by instruction": b'<?xml-stylesheet href="https://example.com/x.css"?>' + svg(""),
    "base": svg("", 'xml:base="https://example.com/"'),
    "entity": b'<!DOCTYPE svg [<!ENTITY x "y">]>' + svg("<text>&x;</text>"),
    "entity of a file": b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + svg("<text>&x;</text>"),
    "entities upon entities": b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + svg("<text>&b;</text>"),
    "declarations from elsewhere": b'<!DOCTYPE svg SYSTEM "https://example.com/x.dtd">' + svg(""),
    "UTF-16": svg("<script>alert(1)</script>").decode().encode("utf-16"),
    "UTF-7": b'<?xml version="1.0" encoding="utf-7"?>' + svg("<text>caf\u00e9 +ADw-script+AD4-</text>"),
    "HTML": b"<!doctype html><script>alert(1)</script>",
    "HTML as XML": b'<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>',
    "SVG in HTML in SVG": svg('<h:body xmlns:h="http://www.w3.org/1999/xhtml"><svg onload="x"/></h:body>'),
    "no SVG": b"<svg><rect/></svg>",
    "a png": b"\x89PNG\r\n\x1a\n",
    "nothing": b"",
    "not closed": svg("<g>"),
    "something behind it": svg("") + b"<script/>",
    "itself in itself": svg('<g id="a"><use href="#a"/></g>'),
    "each in the other": svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
    "pattern in itself": svg('<pattern id="p"><rect fill="url(#p)"/></pattern>'),
    "use upon use": repeated(12, 10),
    "deep": svg("<g>" * 500 + "</g>" * 500),
    "many": svg("<g/>" * 30_000),
    "large": svg(f"<desc>{'x' * 2_100_000}</desc>"),
}  # fmt: skip

INKSCAPE = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="210mm" height="297mm" viewBox="0 0 210 297" version="1.1" id="svg5" inkscape:version="1.3 (0e150ed6c4)"
   sodipodi:docname="kaart.svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns="http://www.w3.org/2000/svg"
   xmlns:svg="http://www.w3.org/2000/svg" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
   xmlns:cc="http://creativecommons.org/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"
   xmlns:xlink="http://www.w3.org/1999/xlink">
  <sodipodi:namedview id="namedview7" pagecolor="#ffffff" inkscape:zoom="0.74"><inkscape:grid
   type="xygrid"/></sodipodi:namedview>
  <metadata id="m"><rdf:RDF><cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format>
    <dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></cc:Work></rdf:RDF></metadata>
  <defs id="defs2"><linearGradient id="g1"><stop style="stop-color:#0b5d6b;stop-opacity:1" offset="0"/></linearGradient>
    <linearGradient xlink:href="#g1" id="g2" gradientTransform="matrix(1,0,0,1,0,0)"/>
    <inkscape:path-effect effect="spiro" id="pe"/></defs>
  <g inkscape:label="Laag 1" inkscape:groupmode="layer" id="layer1">
    <path style="fill:url(#g2);stroke:#000000;stroke-width:0.26px;-inkscape-stroke:none" d="M 10,10 H 90 V 90 Z"
       id="p1" sodipodi:nodetypes="cccc" inkscape:connector-curvature="0"/>
    <text xml:space="preserve" style="font-size:10.5833px;line-height:1.25;font-family:sans-serif" x="20" y="30"><tspan
       sodipodi:role="line" x="20" y="30">Café &amp; brug</tspan></text>
  </g>
</svg>"""
ILLUSTRATOR = """<?xml version="1.0" encoding="iso-8859-1"?>
<!-- Generator: Adobe Illustrator 27.0, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg version="1.1" id="Laag_1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" x="0px"
  y="0px" width="100px" height="50px" viewBox="0 0 100 50"
  style="enable-background:new 0 0 100 50;" xml:space="preserve">
<style type="text/css">
  /* kleuren */ .st0,.st1{fill:#E30613;}
  .st1{fill:none;stroke:#000;stroke-miterlimit:10;}
  #x{opacity:.5}
</style>
<rect class="st0" width="10" height="10"/><circle id="x" class="st1" cx="5" cy="5" r="5"/>
</svg>"""
FIGMA = """<svg width="24" height="24" viewBox="0 0 24 24" fill="none" xmlns="http://www.w3.org/2000/svg">
<g clip-path="url(#clip0_1_2)" filter="url(#filter0_d_1_2)"><path d="M12 2L22 22H2Z" fill="#0B5D6B"
style="fill:#0B5D6B;fill:color(display-p3 0.0431 0.3647 0.4196);fill-opacity:1;"/></g>
<defs><clipPath id="clip0_1_2"><rect width="24" height="24" fill="white"/></clipPath>
<filter id="filter0_d_1_2" color-interpolation-filters="sRGB"><feFlood flood-opacity="0" result="BackgroundImageFix"/>
<feGaussianBlur stdDeviation="2"/><feBlend in2="BackgroundImageFix" mode="normal"/></filter></defs></svg>"""
HONEST = {
    "Inkscape": INKSCAPE.encode(),
    "Illustrator": ILLUSTRATOR.encode(),
    "Figma": FIGMA.encode(),
    "by hand": svg('<title>Een brug (2024)</title><line x1="0" y1="1" x2="9" y2="1" stroke="currentColor"/>'),
    "with a byte order mark": b"\xef\xbb\xbf" + svg("<text>caf\u00e9</text>"),
    "an icon": svg('<path d="M0 0h24v24H0z" fill="none"/>', 'role="img" aria-label="Brug (oud)" focusable="false"'),
    "symbols used often": svg('<symbol id="h">' + RECT * 20 + "</symbol>" + '<use href="#h" x="1"/>' * 300),
    "notes of its own": svg('<g data-name="Laag 1" data-url="https://example.com/" class="a b">' + RECT + "</g>"),
    "comments and text data": svg("<!-- <script> --><desc><![CDATA[<b>]]></desc>"),
    "a batik root": svg("", 'contentScriptType="text/ecmascript" contentStyleType="text/css" zoomAndPan="magnify"'),
    "a name with brackets": svg('<g id="Kaart (kopie) 2@2x"/>'),
    "packets of Adobe": svg('<metadata><?xpacket begin="x"?><x:x xmlns:x="adobe:ns:meta/"/></metadata>'),
}


@pytest.fixture
def folder(small: Path) -> Path:
    (small / "docs/images").mkdir()
    return small / "docs/images"


@pytest.mark.parametrize("case", HOSTILE)
def test_an_attack_is_an_error_and_reaches_no_reader(small: Path, folder: Path, case: str) -> None:
    (folder / "brug.svg").write_bytes(HOSTILE[case])
    begun = time.process_time()
    found = list(drawn_pictures_are_harmless.check(settings.settings(settings.load(small))))
    assert time.process_time() - begun < 2
    assert found
    assert all(one.level == "error" and one.rule == "drawn_pictures_are_harmless" for one in found)
    root = vector.read(HOSTILE[case]).root
    shown = vector.written(root).decode() if root is not None else ""
    for word in ("script", "alert", "example.com", "data:", "iframe", "onload", "ENTITY", "<image", "<a", "animate"):
        assert word not in shown


@pytest.mark.parametrize("case", HONEST)
def test_an_honest_drawing_passes_and_is_shown(small: Path, folder: Path, case: str) -> None:
    (folder / "brug.svg").write_bytes(HONEST[case])
    ours = settings.settings(settings.load(small))
    assert [*drawn_pictures_are_harmless.check(ours), *pictures_tell_no_secrets.check(ours)] == []
    root = vector.read(HONEST[case]).root
    assert root is not None
    shown = vector.written(root)
    again = vector.read(shown).root
    assert again is not None
    assert vector.written(again) == shown
    for word in (b"inkscape", b"sodipodi", b"style", b"rdf:", b"DOCTYPE", b"<!--", b"<?", b"class="):
        assert word not in shown
    assert vector.sizes(shown, 1_600)


def test_style_becomes_attributes() -> None:
    root = vector.read(ILLUSTRATOR.encode()).root
    assert root is not None
    rect, circle = root
    assert rect.attrib == {"width": "10", "height": "10", "fill": "#E30613"}
    assert circle.attrib | {"stroke": "#000", "fill": "none", "opacity": ".5"} == circle.attrib
    figma = vector.read(FIGMA.encode()).root
    assert figma is not None
    assert figma[0][0].get("fill") == "#0B5D6B"  # not the colour that old devices paint black


def test_a_problem_says_where() -> None:
    (problem,) = vector.read(svg('\n\n  <rect onclick="x"/>\n')).problems
    assert (problem.case, problem.line, problem.column, problem.name) == ("event", 3, 3, "onclick")


@pytest.mark.parametrize(
    ("root", "expected"),
    [
        ('width="10mm" height="20mm" viewBox="0 0 1 2"', ("38", "76")),
        ('viewBox="0 0 300 100"', ("300", "100")),
        ('width="100%" height="100%" viewBox="-5 -5 10,20"', ("10", "20")),
        ('width="8000" height="4000"', ("1600", "800")),
        ("", ()),
    ],
)
def test_sizes(root: str, expected: tuple[str, ...]) -> None:
    read = vector.read(f'<svg xmlns="http://www.w3.org/2000/svg" {root}/>'.encode()).root
    assert read is not None
    assert tuple(vector.sizes(vector.written(read), 1_600).values()) == expected


def test_an_account_and_a_phone_number_are_secrets(small: Path, folder: Path) -> None:
    ours = settings.settings(settings.load(small))
    (folder / "brug.svg").write_bytes(svg('<g xmlns:i="urn:i" i:export="/home/annabos/kaart.png"/>'))
    (found,) = pictures_tell_no_secrets.check(ours)
    assert found.mend
    found.mend(small)
    assert b"annabos" not in (folder / "brug.svg").read_bytes()
    (folder / "brug.svg").write_bytes(svg("<text>Bel 06 83 64 72 91</text>"))
    assert [one.level for one in pictures_tell_no_secrets.check(ours)] == ["error"]


def test_hostile_drawings_take_little_time() -> None:
    names = "".join(f".a{number}{{fill:red}}" for number in range(6_000))
    rects = '<rect class="' + " ".join(f"a{number}" for number in range(90)) + '"/>'
    chain = "".join(f'<g id="c{number}"><use href="#c{number + 1}"/></g>' for number in range(9_000))
    for data in (
        svg(f'<path d="{"m1-1" * 400_000}("/>'),
        svg(f'<path fill="{"url(" * 400_000}"/>'),
        svg(f"<style>{names}</style>{rects * 4_000}"),
        svg("<style>" + "/*" * 900_000 + "</style>"),
        svg(f'<rect style="{"fill:red;" * 200_000}"/>'),
        svg('<g id="x">' * 55 + "<g id='y'/>" * 19_000 + "</g>" * 55),
        svg(chain),
    ):
        begun = time.process_time()
        vector.read(data)
        assert time.process_time() - begun < 2, data[:200]
