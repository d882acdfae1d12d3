"""What a text may hold once it is HTML: the elements, attributes and addresses that Markdown and our components make.

One list for three readers: the Markdown extension leaves any other tag as the text that it is, the check names it, and
the build takes it out. An element or attribute that is not here cannot reach a reader (OWASP: allow-list).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

import ada_url

# Tags that people may type themselves; nothing else that looks like a tag is one.
TYPED = frozenset(
    "a abbr b bdi br cite code del details dfn em i ins kbd mark q s samp small strong sub summary sup time u var "
    "wbr span".split()
)
ELEMENTS = TYPED | frozenset(
    "blockquote dd div dl dt h1 h2 h3 h4 h5 h6 hr img li ol p pre table tbody td tfoot th thead tr ul".split()
)
EVERYWHERE = frozenset({"class", "dir", "id", "lang", "title"})
ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "a": frozenset({"href", "hreflang"}),
    "details": frozenset({"open"}),
    "img": frozenset({"alt", "src", "width", "height", "loading"}),
    "ol": frozenset({"start"}),
    "td": frozenset({"align", "colspan", "rowspan"}),
    "th": frozenset({"align", "colspan", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
}
LINKS = frozenset({"https:", "http:", "mailto:", "tel:"})
# A picture from our own host, or one that the site draws.
PICTURES = frozenset({"https:", "drawing:"})
SCHEMES = {scheme.removesuffix(":") for scheme in LINKS | PICTURES}
# Classes that our own Markdown makes. A text that dresses up as a part of the frame would mislead.
CLASSES = re.compile(
    r"admonition(-title)?|fact|action|quote|teacher|columns|cards|note|abstract|info|tip|success|question|warning|failure|danger"
    r"|bug|example|inline|end|footnote(-(ref|backref))?|headerlink|highlight|linenos?|language-[\w+-]{1,30}|task-list\S*"
)
CODE_CLASSES = re.compile(r"[a-z]{1,2}\d?")
# The frame's own ids begin with _ and a letter; footnotes have a colon, headings without Latin letters become _1.
IDS = re.compile(r"(?!_\D)[\w:.-]{1,200}")
VALUES: Mapping[str, re.Pattern[str]] = {
    "align": re.compile("left|center|right"),
    "colspan": re.compile(r"\d{1,2}"),
    "datetime": re.compile(r"[\dT:+Z.-]{1,40}"),
    "dir": re.compile("ltr|rtl|auto"),
    "height": re.compile(r"\d{1,4}"),
    "hreflang": re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}"),
    "id": IDS,
    "lang": re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}"),
    "loading": re.compile("lazy"),
    "open": re.compile("|open"),
    "rowspan": re.compile(r"\d{1,2}"),
    "scope": re.compile("row|col"),
    "start": re.compile(r"\d{1,5}"),
    "width": re.compile(r"\d{1,4}"),
}
HERE = "https://here.invalid/"


def attribute(element: str, name: str, value: str) -> str | None:
    """Return what may stay of the attribute `name` with `value` on `element`, or None when nothing may."""
    if name not in EVERYWHERE and name not in ATTRIBUTES.get(element, ()):
        return None
    if name == "class":
        known = [word for word in value.split() if _class(element, word)]
        return " ".join(known) or None
    if name in ("href", "src"):
        return value if address(value, picture=name == "src") else None
    pattern = VALUES.get(name)
    return value if not pattern or pattern.fullmatch(value) else None


def _class(element: str, word: str) -> bool:
    return bool(CLASSES.fullmatch(word) or (element == "span" and CODE_CLASSES.fullmatch(word)))


def address(value: str, picture: bool = False) -> bool:
    """Tell whether a link, or a `picture`, may lead to `value`, read as a browser reads it (WHATWG URL)."""
    url = parsed(value)
    if url is None or url.username or url.password:
        return False
    if picture:
        return url.protocol in PICTURES and (url.protocol == "drawing:" or is_inside(value))
    return url.protocol in LINKS


@lru_cache(maxsize=4096)
def parsed(value: str, start: str = "") -> ada_url.URL | None:
    """Return `value`, as a browser on our page at `start` understands it, or None when it is no address at all."""
    try:
        return ada_url.URL(value, base=HERE + start)
    except ValueError:
        return None


def host(value: str) -> str:
    """Return the host, as programs write it, of an address of another site; empty for any other, and for one's own."""
    url = parsed(value)
    return url.hostname if url and url.protocol in ("http:", "https:") and not is_inside(value) else ""


def is_inside(value: str) -> bool:
    """Tell whether `value` leads to our own site, from the page that it stands on."""
    url = parsed(value)
    return url is not None and url.origin == HERE.rstrip("/")
