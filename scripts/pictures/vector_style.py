"""The style of a drawing: which values fetch nothing, and CSS as attributes, since our policy lets no style in.

Sources: CSS Syntax 3, CSS Cascade 4 (section 6), SVG 2 (presentation attributes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

# What can be said in an attribute as well as in CSS.
PAINT = re.compile(
    "alignment-baseline|baseline-shift|clip-path|clip-rule|color|color-interpolation(-filters)?|direction|display"
    "|dominant-baseline|fill(-opacity|-rule)?|filter|flood-(color|opacity)|font-(family|size|stretch|style|variant|weight)"
    "|letter-spacing|lighting-color|marker-(end|mid|start)|mask|mask-type|opacity|overflow|paint-order|pointer-events"
    "|shape-rendering|stop-(color|opacity)|stroke(-dasharray|-dashoffset|-linecap|-linejoin|-miterlimit|-opacity|-width)?"
    "|text-(anchor|decoration|rendering)|transform|transform-origin|vector-effect|visibility|word-spacing|writing-mode"
)
# Functions that fetch nothing; the empty name is a bracket in a sum.
CALLS = re.compile(
    "|rgba?|hsla?|hwb|(ok)?lab|(ok)?lch|color(-mix)?|calc|min|max|clamp|var|matrix(3d)?|translate[xyz]?|scale[xyz]?"
    "|rotate[xyz]?|skew[xy]?|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia"
)
# A colour that older devices do not know, which programs write after one that they do.
NEW_COLOUR = re.compile(r"\b(hwb|lab|lch|oklab|oklch|color|color-mix)\(")
LONGEST_NAME = 40
NAME = re.compile(r"[\w-]*\Z")
LOCAL = re.compile(r"""url\(\s*(["']?)#([^\s"'()<>]+)\1\s*\)""", re.IGNORECASE)
STRANGE = re.compile(r"\\|/\*|@|<")
SELECTOR = re.compile(r"\*|[.#]?-?[A-Za-z_][\w-]*")
MOST_SHEET = 100_000

# By selector: which in the sheet it is, and the properties that it sets.
Rules = Mapping[str, tuple[int, Mapping[str, str]]]


def is_local(value: str) -> bool:
    """Tell whether the CSS `value` calls only functions that fetch nothing, or an element of the drawing itself."""
    if "(" not in value and "\\" not in value:
        return True
    *calls, _ = LOCAL.sub("", value).split("(")
    # The name before each bracket; a longer one is none that we know.
    names = (NAME.search(call.rstrip()[-LONGEST_NAME:].lower()) for call in calls)
    return not STRANGE.search(value) and all(name and CALLS.fullmatch(name[0]) for name in names)


def references(value: str) -> Iterator[str]:
    """Yield the ids of the elements that the CSS `value` leads to."""
    if "(" in value:
        yield from (found[2] for found in LOCAL.finditer(value))


def declarations(style: str) -> Iterator[tuple[str, str]]:
    """Yield each property of the CSS `style` with its value."""
    for part in style.split(";"):
        name, _, value = part.partition(":")
        yield name.strip().lower(), value.replace("!important", "").strip()


def rules(sheet: str) -> Rules | None:
    """Return what the style sheet says; None when it holds more than plain rules that are local."""
    found = dict[str, tuple[int, dict[str, str]]]()
    first, *commented = sheet.split("/*")
    plain = first + "".join(part.partition("*/")[2] for part in commented)
    *blocks, rest = plain.replace("<!--", "").replace("-->", "").split("}")
    if len(sheet) > MOST_SHEET or rest.strip():
        return None
    for block in blocks:
        selectors, _, body = block.partition("{")
        names = [name.strip() for name in selectors.split(",")]
        is_plain = "{" not in body and all(map(SELECTOR.fullmatch, names))
        if not is_plain or not all(is_local(value) for _, value in declarations(body)):
            return None
        for name in names:
            found.setdefault(name, (len(found), {}))[1].update(_painted(body))
    return found


def apply(element: Element, sheet: Rules) -> None:
    """Turn what `sheet` and its own style say of `element` into attributes."""
    classes = {f".{word}" for word in element.attrib.pop("class", "").split()}
    strengths = {"*": 0, element.tag: 1} | dict.fromkeys(classes, 2) | {f"#{element.get('id')}": 3}
    told = sorted(strengths.keys() & sheet.keys(), key=lambda name: (strengths[name], sheet[name][0]))
    for properties in (*(sheet[name][1] for name in told), _painted(element.attrib.pop("style", ""))):
        element.attrib.update(properties)


def _painted(style: str) -> dict[str, str]:
    return {
        name: value
        for name, value in declarations(style)
        if value and PAINT.fullmatch(name) and is_local(value) and not NEW_COLOUR.search(value)
    }
