"""The folder with the finished site: which files it holds, and where an address that stands in one of them leads."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import ada_url
from selectolax.lexbor import LexborHTMLParser

from scripts.report import Text, Unable

HOME = "index.html"
NO_SITE = Text(
    "In {path} staat geen voltooide site: er is geen index.html die haar eigen adres noemt (link rel=canonical). "
    "Maak de site eerst: python -m scripts build",
    "There is no finished site in {path}: no index.html that names its own address (link rel=canonical). "
    "Make the site first: python -m scripts build",
)


class Target(NamedTuple):
    """Where an address leads: a place below the address of the site, without a slash in front, and an anchor."""

    address: str
    fragment: str


@dataclass(frozen=True)
class Folder:
    """A finished site. `base` is its own address, with a slash at the end; `files` are named as seen from `path`.

    `root` is the repository of the program, with the addresses that were published and the templates.
    """

    path: Path
    root: Path
    base: str
    files: frozenset[str]

    def bytes(self, name: str) -> bytes:
        """Return what the file `name` holds."""
        return (self.path / name).read_bytes()

    def text(self, name: str) -> str:
        """Return the text of the file `name`; what is no UTF-8 in it is replaced, as a browser does."""
        return self.bytes(name).decode(errors="replace")

    def file(self, address: str) -> str:
        """Return the file that a server gives for `address`, or an empty text when there is none."""
        name = f"{address}{HOME}" if not address or address.endswith("/") else address
        return name if name in self.files else ""

    def target(self, value: str, start: str) -> Target | None:
        """Return where `value` leads inside the site from the place `start`, None when it leads out of it.

        What no browser can read leads to itself, where nothing is (WHATWG URL).
        """
        try:
            href = ada_url.join_url(self.base + start, value)
        except ValueError:
            return Target(value, "")
        bare, _, fragment = href.partition("#")
        bare = bare.partition("?")[0]
        if bare.startswith(self.base):
            return Target(unquote(bare[len(self.base) :]), unquote(fragment))
        # `/assets/x` on a site that lives below a path: on the same host, and not of this site.
        is_astray = href.startswith(ada_url.URL(self.base).origin + "/") and "//" not in value
        return Target(value, "") if is_astray else None


def address_of(name: str) -> str:
    """Return the address at which a server gives the page in the file `name`."""
    return name.removesuffix(HOME) if name == HOME or name.endswith(f"/{HOME}") else name


def folder(path: Path, root: Path) -> Folder:
    """Return the finished site in `path`, made by the program in `root`. Raises `Unable` when there is none."""
    home = path / HOME
    tree = LexborHTMLParser(home.read_bytes()) if home.is_file() else None
    node = tree.css_first("link[rel=canonical]") if tree else None
    base = (node.attributes.get("href") or "").rstrip("/") + "/" if node else ""
    if not ada_url.check_url(base) or not base.startswith("http"):
        raise Unable(NO_SITE.format(path=path))
    return Folder(path, root, base, frozenset(_files(path.resolve())))


def _files(path: Path) -> list[str]:
    start = len(path.as_posix()) + 1
    return [f"{Path(folder).as_posix()}/{name}"[start:] for folder, _, names in os.walk(path) for name in names]
