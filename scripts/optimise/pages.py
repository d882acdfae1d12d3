"""The finished pages: read them all, and write them all, shared among the processors."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts import processors

Found = TypeVar("Found")
HERE = "https://here.invalid/"
# For each processor: enough that none waits long for the others.
SHARES = 4


@dataclass(frozen=True)
class Site:
    """The folder of a finished site, and the folder that keeps what took time to make."""

    folder: Path
    cache: Path

    def page_files(self) -> list[Path]:
        """Return the file of every page, in order."""
        return sorted(self.folder.rglob("*.html"))


@dataclass(frozen=True)
class Page:
    """One page: the site it is in, its file, what stands in that."""

    site: Site
    path: Path
    text: str

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """The page as a tree, to read and to change."""
        return LexborHTMLParser(self.text)

    def inside(self, address: str, among: Container[str] | None = None) -> str | None:
        """Return the file of the site, or the one `among` those given, that `address` on this page leads to, if any.

        The 404 page is shown at any address, so its own begin with `/` and the path of the site, which is not known
        here: the longest end of such an address that is a file is that file.
        """
        url = urlsplit(address)
        if url.scheme or url.netloc or not url.path:
            return None
        start = self.path.relative_to(self.site.folder).as_posix()
        parts = unquote(urlsplit(urljoin(HERE + start, url.path)).path).lstrip("/").split("/")
        ends = ["/".join(parts[skipped:]) for skipped in range(len(parts) if url.path.startswith("/") else 1)]
        return next((end for end in ends if (end in among if among is not None else self._is_file(end))), None)

    def _is_file(self, address: str) -> bool:
        return (self.site.folder / address).is_file()


# Changes the tree of a page. Runs in another process than the step that made it.
Edit = Callable[[Page], None]


def each(site: Site, work: Callable[[Page], Found]) -> list[Found]:
    """Return what `work` finds on each page of the `site`, in the order of their files."""
    files = site.page_files()
    jobs = [partial(_found, site, share, work) for share in processors.shares(files, SHARES)]
    return list(chain.from_iterable(processors.spread(jobs, shared=processors.many(len(files)))))


def rewrite(site: Site, edits: Iterable[Edit]) -> None:
    """Change every page of the `site` by all `edits`, in order."""
    every = list(edits)

    def change(page: Page) -> None:
        for edit in every:
            edit(page)
        text = _written(page.tree)
        if text != page.text:
            page.path.write_bytes(text.encode())

    each(site, change)


def attribute(node: LexborNode, name: str) -> str:
    """Return the value of the attribute `name` of `node`; nothing when it has none."""
    return node.attributes.get(name) or ""


def _found(site: Site, files: Iterable[Path], work: Callable[[Page], Found]) -> list[Found]:
    return [work(_read(site, path)) for path in files]


def _read(site: Site, path: Path) -> Page:
    return Page(site, path, path.read_bytes().decode())


def _written(tree: LexborHTMLParser) -> str:
    # Reading passes over a line end right after <pre> or <textarea>, so writing must put one more (HTML, 13.2.6.4.7).
    for node in tree.css("pre, textarea"):
        first = node.first_child
        if first is not None and first.is_text_node and (first.text_content or "").startswith("\n"):
            first.replace_with("\n" + (first.text_content or ""))
    html = tree.html or ""
    return html.replace("<!DOCTYPE html>", "<!doctype html>", 1)
