"""Drawings that people add as SVG: read without trust, and written anew from what a list allows.

A page shows one as a picture only, in which browsers run nothing and fetch nothing; but its file has an address too.
What an honest drawing program leaves for itself (its own elements, who made it, styles in CSS) is no reason to refuse a
drawing: it is left out, or becomes attributes. Sources: SVG 2, OWASP (XML external entities).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.parsers import expat

from scripts.pictures import vector_style
from scripts.pictures.vector_style import PAINT

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"
# Browsers know elements of these; but those that describe something do nothing.
STANDARDS = "http://www.w3.org/"
DESCRIPTIONS = ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2000/01/rdf-schema#")
DOCTYPE = "-//W3C//DTD SVG"
ENCODINGS = frozenset({"utf-8", "utf8", "us-ascii"})

SHAPES = re.compile(
    "svg|g|defs|title|desc|symbol|use|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|textPath|switch|marker"
    "|pattern|clipPath|mask|(linear|radial)Gradient|stop|filter"
    "|fe(Blend|ColorMatrix|ComponentTransfer|Composite|ConvolveMatrix|DiffuseLighting|DistantLight|DropShadow|Flood"
    "|Func[RGBA]|GaussianBlur|Merge|MergeNode|Morphology|Offset|PointLight|SpecularLighting|SpotLight|Tile|Turbulence)"
)
# Left out with all that is in it: it is shown nowhere.
UNSEEN = frozenset({"metadata", "style"})
SAYING = frozenset({"title", "desc", "text", "tspan", "textPath"})
GEOMETRY = re.compile(
    "[xyrdzk]|[cfrd][xy]|fr|[xy][12]|k[1-4]|width|height|viewBox|preserveAspectRatio|points|pathLength|offset|version"
    "|gradient(Units|Transform)|spreadMethod|pattern(Units|ContentUnits|Transform)|clipPathUnits|mask(Content)?Units"
    "|filterUnits|primitiveUnits|marker(Height|Units|Width)|orient|ref[XY]|rotate|textLength|lengthAdjust|startOffset"
    "|in2?|result|stdDeviation|values|type|mode|operator|order|kernelMatrix|radius|amplitude|exponent|intercept|slope"
    "|tableValues|baseFrequency|numOctaves|seed|stitchTiles|azimuth|elevation|surfaceScale|specularConstant"
    "|specularExponent|diffuseConstant|limitingConeAngle|pointsAt[XYZ]|side|method|spacing|divisor|bias|edgeMode"
)
# Attributes that name an address without anything going there.
NAMING = re.compile(r"(data|aria)-.*|required\w+|profile")
ELSEWHERE = re.compile(r"\w*script:|(data|blob|https?|ftp|file):|//", re.IGNORECASE)
LENGTH = re.compile(r"\s*(\d{1,7}(?:\.\d{1,9})?|\.\d{1,9})(px|pt|pc|mm|cm|in|em|ex)?\s*")
UNITS = {"pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "em": 16, "ex": 8}

# More than a picture needs; a map of a town has some thousands of shapes.
MOST_BYTES = 2_000_000
MOST_SHAPES = 20_000
DEEPEST = 60
# Shapes that a reader's device draws when every reference is followed, and how often one may lead to the next.
MOST_DRAWN = 200_000
MOST_STEPS = 20
MOST_PROBLEMS = 5


class Problem(NamedTuple):
    """What is wrong in a drawing: the case, in the words of `drawn_pictures_are_harmless`, where, and a name."""

    case: str
    line: int
    column: int
    name: str = ""


@dataclass
class Drawing:
    """A drawing as far as the list allows, and what in it does harm or cannot be shown."""

    root: Element | None = None
    problems: list[Problem] = field(default_factory=list)


class _Stop(Exception):
    """Reading on is of no use; says the case."""


def read(data: bytes) -> Drawing:
    """Return the drawing in the file `data` with its first problems, each kind and name once.

    One that cannot be read, or that would keep a reader's device busy, has no root.
    """
    reader = _Reader(data.isascii())
    drawing = reader.drawing
    try:
        if len(data) > MOST_BYTES:
            raise _Stop("large")
        reader.parser.Parse(data, True)
        reader.finish()
    except expat.ExpatError as error:
        reader.problem("broken", line=error.lineno)
        drawing.root = None
    except _Stop as stop:
        reader.problem(str(stop))
        drawing.root = None
    once = {(problem.case, problem.name): problem for problem in reversed(drawing.problems)}
    drawing.problems = sorted(once.values(), key=lambda one: (one.line, one.column))[:MOST_PROBLEMS]
    return drawing


class _Reader:
    """Listens to the parser. What it does not know, it leaves out with all that is inside."""

    def __init__(self, is_ascii: bool) -> None:
        self.drawing = Drawing()
        self.is_ascii = is_ascii
        self.open: list[Element | None] = []
        self.count = 0
        self.sheet: list[str] = []
        self.sheet_line = 0
        self.in_sheet = False
        self.parser = expat.ParserCreate("UTF-8", namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.ProcessingInstructionHandler = self.instruction
        self.parser.XmlDeclHandler = self.declaration

    def problem(self, case: str, name: str = "", line: int = 0) -> None:
        place = (line, 1) if line else (self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        self.drawing.problems.append(Problem(case, *place, re.sub(r"[^\w:-]", "", name[:30])))

    def declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in ENCODINGS and not self.is_ascii:
            raise _Stop("encoding")

    def doctype(self, _name: str, _system: str | None, public: str | None, has_own: bool) -> None:
        # Older programs name the standard. What declares something of its own can hide or multiply text.
        if has_own or not (public or "").startswith(DOCTYPE):
            raise _Stop("doctype")

    def instruction(self, target: str, _data: str) -> None:
        if target != "xpacket":  # around what Adobe notes for itself
            self.problem("instruction", target)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        space, _, own = name.rpartition(" ")
        self.count += 1
        if self.count > MOST_SHAPES or len(self.open) >= DEEPEST:
            raise _Stop("large")
        if not self.open and (space, own) != (SVG, "svg"):
            raise _Stop("no_svg")
        parent = self.open[-1] if self.open else None
        is_shape = space == SVG and bool(SHAPES.fullmatch(own))
        element = Element(own) if is_shape and (parent is not None or not self.open) else None
        if not is_shape and _acts(space, own):
            self.problem("element", own)
        if space == SVG:
            for attribute, value in attributes.items():
                self.attribute(element, attribute, value)
        if element is not None and parent is not None:
            parent.append(element)
        self.drawing.root = self.drawing.root if self.open else element
        self.open.append(element)
        if (space, own) == (SVG, "style"):
            self.in_sheet, self.sheet_line = True, self.parser.CurrentLineNumber

    def attribute(self, element: Element | None, name: str, value: str) -> None:
        space, _, own = name.rpartition(" ")
        if space not in ("", XLINK, XML):  # a drawing program's own note
            return
        if not space and own.lower().startswith("on"):
            self.problem("event", own)
        elif _leads_away(own, value):
            self.problem("reference", own)
        elif element is not None and (kept := _kept(space, own)):
            element.set(kept, value.strip() if own == "href" else value)

    def end(self, _name: str) -> None:
        self.open.pop()
        self.in_sheet = False

    def text(self, value: str) -> None:
        element = self.open[-1]
        if self.in_sheet:
            self.sheet.append(value)
        elif element is not None and element.tag in SAYING:
            if len(element):
                element[-1].tail = (element[-1].tail or "") + value
            else:
                element.text = (element.text or "") + value

    def finish(self) -> None:
        root = self.drawing.root
        if root is None:
            raise _Stop("no_svg")
        sheet = vector_style.rules("".join(self.sheet))
        if sheet is None:
            self.problem("style", line=self.sheet_line)
        for element in root.iter():
            vector_style.apply(element, sheet or {})
        if _is_endless(root):
            raise _Stop("endless")


def _acts(space: str, own: str) -> bool:
    """Tell whether a browser would make something of this element that is no shape of ours."""
    if space == SVG:
        return own not in UNSEEN
    return not space or (space.startswith(STANDARDS) and space not in DESCRIPTIONS)


def _kept(space: str, own: str) -> str:
    """Return under which name this attribute stays; for now also what will be turned into others."""
    if space == XLINK:
        return "xlink:href" if own == "href" else ""
    if space == XML:
        return "xml:space" if own == "space" else ""
    is_known = own in ("id", "class", "style", "href") or PAINT.fullmatch(own) or GEOMETRY.fullmatch(own)
    return own if is_known else ""


def _leads_away(own: str, value: str) -> bool:
    """Tell whether the attribute `own` would make a browser fetch or run something outside the drawing."""
    if own in ("id", "class") or NAMING.fullmatch(own):
        return False
    if own == "href":
        return bool(value.strip()) and not value.strip().startswith("#")
    if own == "style":
        return not all(vector_style.is_local(said) for _, said in vector_style.declarations(value))
    if PAINT.fullmatch(own) or GEOMETRY.fullmatch(own):
        return not vector_style.is_local(value)
    return bool(ELSEWHERE.match(re.sub(r"[\x00-\x20]", "", value)))


def _is_endless(root: Element) -> bool:
    """Tell whether following every reference in the drawing never ends, or draws more than a device can."""
    named = dict[str, Element]({"": root})
    for element in root.iter():
        named.setdefault(element.get("id", ""), element)
    sizes, leads = dict[str, int](), dict[str, Counter[str]]()
    for name, element in named.items():
        inside = list(element.iter())
        sizes[name] = len(inside)
        leads[name] = Counter(target for one in inside for target in _references(one) if target in named)
    drawn = sizes
    for _ in range(MOST_STEPS):
        grown = {name: sizes[name] + sum(drawn[to] * times for to, times in leads[name].items()) for name in named}
        if max(grown.values()) > MOST_DRAWN:
            return True
        if grown == drawn:
            return False
        drawn = grown
    return True


def _references(element: Element) -> Iterator[str]:
    for name, value in element.attrib.items():
        if name.endswith("href"):
            yield value[1:]
        else:
            yield from vector_style.references(value)


def written(root: Element) -> bytes:
    """Return the drawing `root` as a file of its own."""
    width, height = _length(root.get("width")), _length(root.get("height"))
    if "viewBox" not in root.attrib and width and height:  # without it, a picture that is shown smaller is cut off
        root.set("viewBox", f"0 0 {width:g} {height:g}")
    root.attrib = {"xmlns": SVG, "xmlns:xlink": XLINK} | root.attrib
    return ElementTree.tostring(root)


def _length(value: str | None) -> float:
    found = LENGTH.fullmatch(value or "")
    return float(found[1]) * UNITS.get(found[2], 1) if found else 0


def sizes(data: bytes, most: int) -> dict[str, str]:
    """Return the width and height of the drawing `data`, which we wrote, its longest side at most `most`."""
    root = ElementTree.fromstring(data)  # noqa: S314 our own bytes
    box = [_length(number) for number in re.split(r"[\s,]+", root.get("viewBox", "").strip())][2:4]
    width, height = _length(root.get("width")), _length(root.get("height"))
    if not (width and height):
        width, height = box if len(box) == 2 else (0, 0)
    if not (width and height):
        return {}
    scale = min(1, most / max(width, height))
    return {"width": str(max(1, round(width * scale))), "height": str(max(1, round(height * scale)))}
