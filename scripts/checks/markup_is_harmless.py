"""A text holds only what Markdown makes: no scripts, forms, frames or styles, and no link that runs something.

Judged after rendering, as a browser reads it. Readers are safe without this rule too: a tag that is not on the list
shows as text, and the build takes out the rest (`scripts/article.py`). The rule tells the writer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from scripts import allowed
from scripts.article import Article
from scripts.checks.messages import finding
from scripts.plain_html import Tag
from scripts.report import Finding

RULE = "markup_is_harmless"
# Elements of HTML, SVG and MathML, those that browsers forgot included. Any other <word> is text that a person typed.
KNOWN = allowed.ELEMENTS | frozenset(
    "acronym address animate animatemotion animatetransform applet area article aside audio base basefont bgsound "
    "big blink body button canvas caption center circle clippath col colgroup command content data datalist defs "
    "desc dialog dir ellipse embed fencedframe fieldset figcaption figure filter font footer foreignobject form "
    "frame frameset g head header hgroup html iframe image input isindex keygen label legend line link listing "
    "main map marquee mask math menu menuitem meta meter nav nextid nobr noembed noframes noscript object "
    "optgroup option output p param path picture plaintext polygon polyline portal progress rb rect rp rt rtc "
    "ruby script search section select selectedcontent set shadow slot source spacer strike style svg symbol "
    "table tbody template text textarea tfoot thead title track tspan tt ul use video view xmp".split()
)
VOID = frozenset({"br", "wbr"})
# What to type instead, by element.
INSTEAD = {
    "img": "img",
    "a": "a",
    **dict.fromkeys(("iframe", "video", "audio", "embed", "object", "portal", "frame"), "frame"),
    **dict.fromkeys(("script", "style", "link", "meta", "base"), "script"),
}
# Attributes that do nothing here and harm nobody: people copy them from elsewhere.
USELESS = re.compile(r"class|target|rel|role|align|markdown|download|name|data-.*|aria-.*")
# How a link to another site, or to a person, begins when it is written in full.
FULL = re.compile(r"(https?://|mailto:|tel:)", re.IGNORECASE)
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def check(article: Article) -> Iterator[Finding]:
    """Yield an error for each tag, attribute and address in `article` that could do something to a reader.

    An attribute that merely does nothing, and a tag that is not closed, get a warning.
    """
    opened = {tag.name for tag in article.tags if not tag.is_closing}
    for tag in article.tags:
        if not tag.is_allowed and _is_meant(tag) and not (tag.is_closing and tag.name in opened):
            case = INSTEAD.get(tag.name, "tag")
            yield finding(RULE, case, article.page.path, *article.place(tag.text, f"<{tag.name}"), tag=tag.name)
    yield from _unclosed(article)
    for node in article.body.traverse():
        yield from _node(article, node)


def _is_meant(tag: Tag) -> bool:
    """Tell whether a browser would make something of `tag`: `<b en x>` in a sum is text, `<b onclick="x">` is not."""
    if tag.name in KNOWN and (tag.name not in allowed.TYPED or not tag.attributes):
        return True
    return any(
        name.startswith("on") or (value is not None and re.fullmatch(r"[a-z][\w:-]*", name))
        for name, value in tag.attributes
    )


def _unclosed(article: Article) -> Iterator[Finding]:
    count: Counter[str] = Counter()
    for tag in article.tags:
        if tag.is_allowed and tag.name not in VOID:
            count[tag.name] += -1 if tag.is_closing else 1
    for name in (name for name, left in count.items() if left):
        place = article.place(f"<{name}", f"</{name}")
        yield finding(RULE, "unclosed", article.page.path, *place, level="warning", tag=name)


def _node(article: Article, node: LexborNode) -> Iterator[Finding]:
    element = node.tag or ""
    if element != "body" and element not in allowed.ELEMENTS:
        yield finding(RULE, "tag", article.page.path, *article.place(f"<{element}"), tag=element)
    for name, value in node.attributes.items():
        if allowed.attribute(element, name, value or "") != (value or "") or name in ("href", "src"):
            yield from _attribute(article, element, name, value or "")


def _attribute(article: Article, element: str, name: str, value: str) -> Iterator[Finding]:
    place = (article.page.path, *article.place(value, f"{name}=", name))
    if name == "src" and element == "img":
        if not allowed.address(value, picture=True):
            yield finding(RULE, "elsewhere", *place)
    elif name == "href" and element == "a":
        url = allowed.parsed(value)
        if url and (url.username or url.password):
            yield finding(RULE, "login", *place, host=url.hostname)
        elif not allowed.address(value):
            yield finding(RULE, "address", *place)
        elif not FULL.match(value) and (not allowed.is_inside(value) or SCHEME.match(value)):
            yield finding(RULE, "shortened", *place, full=url.href if url else "https://…")
    elif USELESS.fullmatch(name):
        yield finding(RULE, "useless", *place, level="warning", name=name)
    elif name == "id":
        yield finding(RULE, "id", *place)
    else:
        yield finding(RULE, "attribute", *place, name=name)
