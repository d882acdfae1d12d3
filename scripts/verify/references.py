"""Every address that stands in a finished file, and whether a browser fetches it without being asked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from selectolax.lexbor import LexborHTMLParser

# Attributes with an address. A browser follows `href` of these elements, and `cite`, only when a reader asks.
FETCHED = frozenset("src xlink:href poster background manifest action formaction ping data".split())
LATER = frozenset({"data-script", "data-style"})  # our own scripts fetch these when a reader asks
LINKED = frozenset({"href", "cite"}) | LATER
CANDIDATES = frozenset({"srcset", "imagesrcset"})
ANCHORS = frozenset({"a", "area"})
# Relations of a <link> that only say something; any other makes a browser fetch, or knock at a host (HTML, 4.6.7).
SAYING = frozenset("alternate author bookmark canonical help license me next prev search tag".split())
# What a page tells others of its addresses.
TOLD = frozenset({"og:image", "og:url", "twitter:image"})
CANDIDATE = re.compile(r"[\s,]*(\S*[^\s,])(?:,|\s+[^,]*(?:,|$)|$)")
REFRESH = re.compile(r"^\s*[\d.]*\s*[;,\s]\s*(?:url\s*=\s*)?['\"]?(.*?)['\"]?\s*$", re.IGNORECASE | re.DOTALL)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
URL = re.compile(
    r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\"']*?))\s*\)|@import\s+(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE
)
# What a script asks for by an address that stands in it, seen from the script itself.
IMPORT = re.compile(
    r"\b(?:import\s*\(\s*|import\s*|from\s*|importScripts\s*\(\s*|new\s+URL\s*\(\s*)(?:\"([^\"\n]+)\"|'([^'\n]+)'|`([^`$\n]+)`)"
    r"(?=\s*(?:[;,)\n]|$))"
)
# Any other address with a host, wherever it stands in a script.
ABSOLUTE = re.compile(r"[\"'`]\s*((?:(?:https?|wss?|ftp):)?//[\w-]+(?:\.[\w-]+)+[^\"'`\s$]*)", re.IGNORECASE)


class Reference(NamedTuple):
    """An address as it is written, what stands around it, and whether a browser fetches it by itself."""

    value: str
    place: str
    fetches: bool
    language: str = ""


def of_tree(tree: LexborHTMLParser) -> Iterator[Reference]:
    """Yield every address in a page or a drawing."""
    for node in tree.css("*"):
        element, attributes = node.tag or "", node.attributes
        for name, value in attributes.items():
            if value:
                yield from _of_attribute(element, name, value, attributes)
        if element == "style":
            yield from of_style(node.text())


def _of_attribute(element: str, name: str, value: str, attributes: Mapping[str, str | None]) -> Iterator[Reference]:
    place = f"<{element} {name}>"
    if name in LINKED or (name in FETCHED and (name != "data" or element == "object")):
        yield Reference(value.strip(), place, _fetches(element, name, attributes), attributes.get("hreflang") or "")
    elif name in CANDIDATES:
        yield from (Reference(one, place, True) for one in candidates(value))
    elif element == "meta" and name == "content":
        yield from _of_meta(value, attributes)
    elif "url(" in value.lower():
        yield from of_style(value)


def _fetches(element: str, name: str, attributes: Mapping[str, str | None]) -> bool:
    if element in ANCHORS:
        return name == "ping"
    if element == "link":
        return not SAYING.issuperset((attributes.get("rel") or "?").lower().split())
    return name != "cite" and name not in LATER


def _of_meta(value: str, attributes: Mapping[str, str | None]) -> Iterator[Reference]:
    if (attributes.get("http-equiv") or "").lower() == "refresh":
        if found := REFRESH.match(value):
            yield Reference(found[1], "<meta refresh>", True)
    elif (attributes.get("property") or attributes.get("name")) in TOLD:
        yield Reference(value, "<meta content>", False)


def candidates(srcset: str) -> list[str]:
    """Return the addresses in a `srcset` (HTML, 4.8.4.3.10)."""
    return CANDIDATE.findall(srcset)


def of_style(text: str) -> Iterator[Reference]:
    """Yield every address in a style sheet, but for those within the file itself."""
    for found in URL.findall(COMMENT.sub("", text)):
        value = next(filter(None, found), "").strip()
        if value and not value.startswith("#"):
            yield Reference(value, "url()", True)


def of_script(text: str) -> Iterator[Reference]:
    """Yield every address in a script: what it imports, and whatever has a host."""
    values = (next(filter(None, found)) for found in IMPORT.findall(text))
    yield from (Reference(value, "import", True) for value in values if "/" in value or "." in value)
    yield from (Reference(value, "script", True) for value in ABSOLUTE.findall(text))


def of_manifest(text: str) -> Iterator[Reference]:
    """Yield every address in a web app manifest; none when it is no JSON."""
    try:
        value = json.loads(text)
    except ValueError:
        value = {}
    yield from _of_value(value)


def _of_value(value: Any) -> Iterator[Reference]:  # noqa: ANN401 whatever JSON holds
    if isinstance(value, dict):
        for name, one in value.items():
            if isinstance(one, str) and name in ("src", "start_url", "scope", "url", "action"):
                yield Reference(one, name, True)
            else:
                yield from _of_value(one)
    elif isinstance(value, list):
        for one in value:
            yield from _of_value(one)


def of_drawing(text: str) -> Iterator[Reference]:
    """Yield every address in a drawing that is a file, but for those within the file itself."""
    found = of_tree(LexborHTMLParser(text))
    yield from (reference for reference in found if not reference.value.startswith("#"))


READERS = {".css": of_style, ".js": of_script, ".webmanifest": of_manifest, ".svg": of_drawing}


def of_file(name: str, text: str) -> Iterator[Reference]:
    """Yield every address in the file `name` with `text`; a kind of file that holds none yields nothing."""
    suffix = name[name.rfind(".") :]
    if suffix in READERS:
        yield from READERS[suffix](text)
