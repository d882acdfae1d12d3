"""The finished site: which files it holds, where an address in one of them leads, and its pages, each parsed once."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from scripts.report import Unable
from scripts.words import phrase

HOME = "index.html"
KIND = re.compile(r"(?:^|\s)kind-([\w-]+)")
ADDRESSES = ("href", "src", "action", "data-script", "data-style")
TOLD = "meta[property='og:image'], meta[property='og:url']"
# What a first visit fetches. A picture that waits until it is near the window is no part of it; of the forms of one
# picture, the last is the largest.
LOADED = (
    ("link[rel=stylesheet], link[rel=icon][type='image/svg+xml']", "href"),
    ("script[src]", "src"),
    ("img:not([loading=lazy])", "src"),
)


class Page(NamedTuple):
    """What the promises need of a page. `kind` is what `<body class="kind-…">` says; `moved` pages only lead on.

    `links` are all addresses on it, `loads` those that its first visit needs, both as they are written.
    """

    name: str
    address: str
    kind: str
    moved: bool
    ids: frozenset[str]
    links: tuple[str, ...]
    loads: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Site:
    """The finished site in the folder `path`. `base` is its own address, and ends with a slash."""

    path: Path
    base: str
    files: frozenset[str]
    pages: Mapping[str, Page]

    def file(self, address: str) -> str:
        """Return the file that a server gives for `address`, or an empty text when there is none."""
        name = f"{address}{HOME}" if not address or address.endswith("/") else address
        return name if name in self.files else ""

    def target(self, value: str, start: str) -> tuple[str, str] | None:
        """Return where `value` leads from the place `start`: an address below that of the site, and an anchor.

        None when it leads out of the site. What no browser can read leads to itself, where nothing is.
        """
        try:
            bare, _, fragment = urljoin(self.base + start, value).partition("#")
            base, found = urlsplit(self.base), urlsplit(bare)
        except ValueError:
            return value, ""
        path = bare.partition("?")[0]
        if path.startswith(self.base):
            return unquote(path.removeprefix(self.base)), unquote(fragment)
        # `/assets/x` on a site that lives below a path: on the same host, and not of this site.
        is_astray = found[:2] == base[:2] and "//" not in value
        return (value, "") if is_astray else None


def address_of(path: Path) -> str:
    """Return the address of the finished site in the folder `path`, as its home page gives it.

    Raises `Unable` when there is none.
    """
    home = path / HOME
    node = LexborHTMLParser(home.read_bytes()).css_first("link[rel=canonical]") if home.is_file() else None
    base = (node.attributes.get("href") or "").rstrip("/") + "/" if node else ""
    if not base.startswith(("https://", "http://")):
        raise Unable(phrase("verify.no_site", path=path))
    return base


def files(path: Path) -> frozenset[str]:
    """Return the name of every file in the folder `path`, as seen from there."""
    return frozenset(file.relative_to(path).as_posix() for file in path.rglob("*") if file.is_file())


def page(name: str, document: LexborHTMLParser) -> Page:
    """Return what the promises need of the page in the file `name`, parsed as `document`."""
    body = document.css_first("body")
    kind = KIND.search((body.attributes.get("class") or "") if body else "")
    return Page(
        name=name,
        address=name.removesuffix(HOME) if name == HOME or name.endswith(f"/{HOME}") else name,
        kind=kind[1] if kind else "",
        moved=document.css_first("meta[http-equiv=refresh]") is not None,
        ids=frozenset(node.attributes["id"] or "" for node in document.css("[id]")),
        links=tuple(dict.fromkeys(_links(document))),
        loads=tuple(dict.fromkeys(_loads(document))),
    )


def candidates(srcset: str) -> list[str]:
    """Return the addresses in a `srcset` as our templates write it: commas only between them (HTML, 4.8.4.3.10)."""
    return [one.split()[0] for one in srcset.split(",") if one.strip()]


def _links(document: LexborHTMLParser) -> Iterator[str]:
    for node in document.css("[href], [src], [action], [srcset], [data-script]"):
        attributes = node.attributes
        yield from (attributes[name] or "" for name in ADDRESSES if name in attributes)
        yield from candidates(attributes.get("srcset") or "")
    yield from (node.attributes.get("content") or "" for node in document.css(TOLD))


def _loads(document: LexborHTMLParser) -> Iterator[str]:
    for selector, attribute in LOADED:
        for node in document.css(selector):
            forms = candidates(node.attributes.get("srcset") or "")
            yield forms[-1] if forms else node.attributes.get(attribute) or ""
