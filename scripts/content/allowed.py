"""What a text may hold once it is HTML: the elements, attributes and addresses that Markdown and our components make.

One list, `allowed.yml`, for three readers: the Markdown extension leaves any other tag as the text that it is, the
check names it, and the build takes it out. What is not there cannot reach a reader (OWASP: allow-list).
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import HtmlInlineProcessor

from scripts.files import own_yaml

LISTS: Mapping[str, Any] = own_yaml(Path(__file__).with_suffix(".yml"))
# Tags that people may type themselves; nothing else that looks like a tag is one.
TYPED = frozenset(LISTS["typed"].split())
ELEMENTS = TYPED | frozenset(LISTS["elements"].split())
EVERYWHERE = frozenset(LISTS["everywhere"].split())
ATTRIBUTES = {element: frozenset(names.split()) for element, names in LISTS["attributes"].items()}
SCHEMES = frozenset(LISTS["schemes"].split())
CLASSES, SPAN_CLASSES = (re.compile("|".join(LISTS[key].split())) for key in ("classes", "span_classes"))
VALUES = {name: re.compile(shape) for names, shape in LISTS["values"].items() for name in names.split()}
# Addresses as one copies them from a browser. What it might read in another way is none: spaces and control characters,
# which it skips, a backslash, a user name, a number for a host.
_REST = r"[^\s\\\x00-\x20\x7f]*"
OUTSIDE = re.compile(rf"https?://(?P<host>[^\x00-,/:-@\[-^`{{-\x7f\s]+)(?::\d{{1,5}})?(?:[/?#]{_REST})?", re.IGNORECASE)
HOST = re.compile(r"(?:[a-z0-9_-]+\.)+(?!\d+$|0x)[a-z0-9-]{2,}")
# How people begin an address, and how they end the host when they leave that out.
BEGUN = re.compile(r"^(?:h?ttps?[:;/\\]+|https?(?=www\.))[/\\]*", re.IGNORECASE)
TOP_LEVELS = frozenset(LISTS["top_levels"].split())
PERSON = re.compile(rf"(?:mailto|tel):(?P<who>[^\s\\?\x00-\x20\x7f]*)(?:\?{_REST})?", re.IGNORECASE)
INSIDE = re.compile(rf"(?!//)[^\s:\\?#\x00-\x20\x7f]*(?:[?#]{_REST})?")
# How a person writes a tag, in one strict way. A link inside the site is Markdown's, not HTML's.
_VALUE = r"""(?:"[^"<>]*"|'[^'<>]*')"""
_ATTRIBUTE = rf"""\s(?:(?:datetime|hreflang|lang|title)={_VALUE}|href=["'](?=https?://|\#)[^"'<>\s]*["']|open)"""
TAG = re.compile(rf"(?i:</?(?:{'|'.join(sorted(TYPED))})(?:{_ATTRIBUTE})*\s?/?>)")


def attribute(element: str, name: str, value: str) -> str | None:
    """Return what may stay of the attribute `name` with `value` on `element`, or None when nothing may."""
    if name not in EVERYWHERE and name not in ATTRIBUTES.get(element, ()):
        return None
    if name == "class":
        shapes = (CLASSES, SPAN_CLASSES) if element == "span" else (CLASSES,)
        return " ".join(word for word in value.split() if any(shape.fullmatch(word) for shape in shapes)) or None
    if name in ("href", "src"):
        return value if address(value, picture=name == "src") else None
    pattern = VALUES.get(name)
    return value if not pattern or pattern.fullmatch(value) else None


def address(value: str, picture: bool = False) -> bool:
    """Tell whether a link, or a `picture`, may lead to `value`."""
    if picture:
        return value.startswith("drawing:") or is_inside(value)
    return is_inside(value) or bool(host(value) or PERSON.fullmatch(value))


def host(value: str) -> str:
    """Return the host of the address of another site, as programs write it; empty for any other, and for a number."""
    found = OUTSIDE.fullmatch(value)
    try:
        name = found["host"].encode("idna").decode().lower() if found else ""
    except UnicodeError:
        return ""
    return name if HOST.fullmatch(name) else ""


def whole(value: str) -> str:
    """Return the whole address that is meant by `value`: `https://vng.nl` by `vng.nl`, `https:vng.nl`.

    Empty when it may as well be a file of ours, or is no address at all.
    """
    rest = BEGUN.sub("", value)
    found = host(f"https://{rest}")
    meant = rest != value or value.lower().startswith("www.") or found.rpartition(".")[2] in TOP_LEVELS
    return f"https://{rest}" if found and meant else ""


def is_inside(value: str) -> bool:
    """Tell whether `value` leads to a page, a file or a place of our own site, seen from the page it stands on."""
    return bool(INSIDE.fullmatch(value))


class PlainHtml(Extension):
    """HTML is text: of Python-Markdown's two ways to let it through, one goes, and the other knows only our tags.

    It hands every tag through as it is, so that `a<b en x>y` eats half a page and `<script>` runs. Here a tag is only a
    tag when it fits `TAG`; anything else shows as it was typed. What comes out is cleaned by nh3 as well.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 the name is Python-Markdown's
        """Take out what passes raw HTML on, and put in what passes our tags on."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.register(HtmlInlineProcessor(f"({TAG.pattern})", md), "html", 90)
