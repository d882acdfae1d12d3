"""The pages of a finished site, each parsed once as a browser parses it, and what the promises need of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts.verify import references, weight
from scripts.verify.folder import Folder, address_of
from scripts.verify.references import Reference

KIND = re.compile(r"(?:^|\s)kind-([\w-]+)")
LINKED_DATA = "application/ld+json"
MISSING = "404.html"
ALTERNATES = "link[rel=alternate][hreflang]"


class Link(NamedTuple):
    """An address inside the site as it is written, where it leads, and the language that it says to lead to."""

    value: str
    address: str
    fragment: str
    language: str = ""


@dataclass(frozen=True)
class Page:
    """A page in the folder of the site, with its document."""

    folder: Folder
    name: str

    @property
    def address(self) -> str:
        """Where the page is, below the address of the site."""
        return address_of(self.name)

    @cached_property
    def html(self) -> str:
        """The page as it was sent."""
        return self.folder.text(self.name)

    @cached_property
    def document(self) -> LexborHTMLParser:
        """The page as a browser understands it."""
        return LexborHTMLParser(self.html)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every address in the page, each once."""
        return tuple(dict.fromkeys(references.of_tree(self.document)))

    def values(self, selector: str, attribute: str) -> list[str]:
        """Return the `attribute` of each element that `selector` finds."""
        return [(node.attributes.get(attribute) or "").strip() for node in self.document.css(selector)]


@dataclass(frozen=True)
class Outline:
    """What the promises need of a page once its document is gone. Small, as it goes from process to process.

    `kind` is what `<body class="kind-…">` says. `moved` is a page that only leads on. `weight` counts the page itself,
    after Brotli; `loads` are the files that its first visit needs.
    """

    name: str
    address: str
    language: str
    kind: str
    moved: bool
    hidden: bool
    titles: tuple[str, ...]
    descriptions: tuple[str, ...]
    headings: tuple[str, ...]
    canonicals: tuple[str, ...]
    alternates: tuple[tuple[str, str], ...]
    ids: frozenset[str]
    data: tuple[str, ...]
    weight: int
    loads: tuple[str, ...]

    @property
    def indexable(self) -> bool:
        """Whether search engines may show the page: it is one of the site's own, and no stopgap."""
        return not (self.moved or self.hidden or self.name == MISSING)


@dataclass(frozen=True)
class Site:
    """The finished site as a whole: its folder, its pages by address, and the links inside it by file."""

    folder: Folder
    pages: Mapping[str, Outline]
    links: Mapping[str, tuple[Link, ...]]

    @property
    def own(self) -> Iterator[Outline]:
        """The pages that search engines may show."""
        return (page for page in self.pages.values() if page.indexable)


def outline(page: Page) -> Outline:
    """Return what the promises need of `page`."""
    document = page.document
    robots = " ".join(page.values("meta[name=robots]", "content"))
    body = document.css_first("body")
    found = KIND.search((body.attributes.get("class") or "") if body else "")
    return Outline(
        name=page.name,
        address=page.address,
        language=next(iter(page.values("html", "lang")), ""),
        kind=found[1] if found else "",
        moved=any(value.lower() == "refresh" for value in page.values("meta[http-equiv]", "http-equiv")),
        hidden="noindex" in robots.lower(),
        titles=tuple(_spoken(node) for node in document.css("head > title")),
        descriptions=tuple(page.values("meta[name=description]", "content")),
        headings=tuple(_spoken(node) for node in document.css("h1")),
        canonicals=tuple(page.values("link[rel=canonical]", "href")),
        alternates=tuple(zip(page.values(ALTERNATES, "hreflang"), page.values(ALTERNATES, "href"), strict=True)),
        ids=frozenset(page.values("[id]", "id") + page.values("a[name]", "name")),
        data=tuple(node.text() for node in document.css(f'script[type="{LINKED_DATA}"]')),
        weight=weight.sent(page.folder, page.name),
        loads=tuple(dict.fromkeys(_loads(page))),
    )


def _spoken(node: LexborNode) -> str:
    # A heading may be a picture with a name.
    names = (
        one.attributes.get("alt") or one.attributes.get("aria-label") or "" for one in node.css("[alt], [aria-label]")
    )
    return " ".join(f"{node.text()} {' '.join(names)}".split())


def links(folder: Folder, found: tuple[Reference, ...], start: str) -> tuple[Link, ...]:
    """Return those of the addresses `found` in the file at `start` that lead to a place inside the site."""
    targets = ((reference, folder.target(reference.value, start)) for reference in found)
    return tuple(Link(reference.value, *target, reference.language) for reference, target in targets if target)


# A picture that waits until it is near the window is no part of a first visit; of the forms of one picture a browser
# takes the first that it knows.
LOADED = (
    ("link[rel~=stylesheet], link[rel~=preload], link[rel~=modulepreload]", "href"),
    ('link[rel~=icon][type="image/svg+xml"], link[rel~=icon][href$=".svg"]', "href"),
    ("script[src]", "src"),
    ("picture > source:first-child", "srcset"),
    (":not(picture) > img", "srcset"),
    (":not(picture) > img:not([srcset])", "src"),
)


def _loads(page: Page) -> Iterator[str]:
    for selector, attribute in LOADED:
        for node in page.document.css(selector):
            if not _is_lazy(node):
                value = node.attributes.get(attribute) or ""
                values = references.candidates(value) if attribute == "srcset" else [value]
                yield from _largest(page, values)


def _is_lazy(node: LexborNode) -> bool:
    picture = node.parent if node.tag == "source" else None
    image = picture.css_first("img") if picture else node
    return image is not None and image.attributes.get("loading") == "lazy"


def _largest(page: Page, values: list[str]) -> list[str]:
    targets = (page.folder.target(value, page.address) for value in values if value)
    files = [name for target in targets if target and (name := page.folder.file(target.address))]
    return sorted(files, key=lambda name: weight.sent(page.folder, name))[-1:]
