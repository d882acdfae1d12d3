"""Nothing in a text acts, in the frame acts only what is named, and nothing comes from another host.

The last of the walls, and independent of the others: it reads the finished pages and knows nothing of Markdown, of
templates or of escaping. What is not on the lists of `harmless.yml` stops the build: a new element is a word there.
"""

import re
from collections.abc import Iterator
from pathlib import Path, PurePath

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts.files import own_yaml
from scripts.report import Finding
from scripts.verify.site import candidates
from scripts.words import finding

RULE = "active_content_is_ours"
TEXT = ".md-typeset *"
LISTS = own_yaml(Path(__file__).with_suffix(".yml"))
ELEMENTS, ATTRIBUTES = frozenset(LISTS["elements"].split()), frozenset(LISTS["attributes"].split())
FRAME_ELEMENTS, FRAME_ATTRIBUTES = (frozenset(LISTS[f"frame_{kind}"].split()) for kind in ("elements", "attributes"))
FRAME_OTHERS = re.compile(r"(?:aria|data)-[a-z-]+")
ADDRESSES = frozenset({"href", "src", "action", "data-script", "data-style"})
# Pages of these kinds may load a script of ours; the policy of the server holds the same.
SCRIPTED = frozenset({"kind-search", "kind-lesson", "kind-lessons", "kind-quiz", "kind-missing"})
DATA = "application/ld+json"
# A scheme as a browser finds it: it skips spaces before it, and tabs and line ends within it (WHATWG URL, 4.4).
SKIPPED = re.compile(r"[\t\n\r]|^[\x00-\x20]+")
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
LINKS = frozenset({"http", "https", "mailto", "tel"})
OTHER_HOST = re.compile(r"[/\\]{2}")


def check(name: str, document: LexborHTMLParser, base: str) -> Iterator[Finding]:
    """Yield a finding when the page in the file `name` holds what may not act; `base` is the site's own address."""
    things = list(dict.fromkeys(foreign(document, base)))
    if things:
        yield finding(RULE, "foreign", PurePath(name), 1, things=", ".join(things[:3]))


def foreign(document: LexborHTMLParser, base: str) -> Iterator[str]:
    """Yield a name for each element or attribute of a page, as a browser understands it, that does not belong there."""
    in_text = {node.mem_id for node in document.css(TEXT)}
    body = document.css_first("body")
    scripted = not SCRIPTED.isdisjoint(((body.attributes.get("class") or "") if body else "").split())
    for node in document.css("*"):
        element, text = node.tag or "", node.mem_id in in_text
        if element not in ELEMENTS and (text or element not in FRAME_ELEMENTS):
            yield f"<{element}>"
        elif not _is_ours(element, node, base, scripted):
            yield f"<{element} {' '.join(sorted(node.attributes))}>"
        yield from (f"<{element} {name}>" for name in node.attributes if not _is_known(name, text))


def _is_known(name: str, text: bool) -> bool:
    return name in ATTRIBUTES or (not text and (name in FRAME_ATTRIBUTES or bool(FRAME_OTHERS.fullmatch(name))))


def _is_ours(element: str, node: LexborNode, base: str, scripted: bool) -> bool:
    attributes = {name: value or "" for name, value in node.attributes.items()}
    if element == "script" and attributes.get("type") != DATA and not (scripted and "src" in attributes):
        return False
    if element == "meta" and "http-equiv" in attributes:
        return _says_little(attributes["http-equiv"].lower(), attributes.get("content", ""), base)
    fetched = [attributes[name] for name in ADDRESSES & attributes.keys()] + candidates(attributes.get("srcset", ""))
    return all(map(leads_on, fetched)) if element == "a" else all(_is_inside(one, base) for one in fetched)


def _says_little(name: str, content: str, base: str) -> bool:
    """Tell whether a `<meta http-equiv>` is a policy that lets no page run what stands in it, or a way to a page."""
    if name == "refresh":
        return _is_inside(content.partition("url=")[2], base)
    return name == "content-security-policy" and "'unsafe-" not in content.lower()


def leads_on(value: str) -> bool:
    """Tell whether the address `value` of a link only leads on: a page, a mail address or a telephone number."""
    scheme = SCHEME.match(SKIPPED.sub("", value))
    return scheme is None or scheme[1].lower() in LINKS


def _is_inside(value: str, base: str) -> bool:
    bare = SKIPPED.sub("", value)
    return bare.startswith(base) or not (SCHEME.match(bare) or OTHER_HOST.match(bare))
