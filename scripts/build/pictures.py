"""The pictures that people added as the site shows them: each in a few files, of which a browser takes what fits."""

import posixpath
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from html import escape, unescape
from io import BytesIO
from pathlib import Path, PurePath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import PIL
from PIL import Image

from scripts.content import Content, Page, pictures
from scripts.content.pictures import Unfit
from scripts.content.settings import Settings
from scripts.files import kept

IMAGE = re.compile(r'(?P<alone><p>\s*)?<img(?P<own>(?: [a-z]+="[^"]*")*)>(?(alone)\s*</p>)')
ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
# How wide the column of text is, in pixels: a picture is never shown wider.
COLUMN = 660
# The squares that copies fit in: for a phone, and twice as sharp as the column is wide.
SIDES, QUALITY = (800, 1_600), 82
CACHE = ".cache/pictures"
# What a copy depends on besides the file it is made from.
PROGRAM = sha256(Path(pictures.__file__).read_bytes() + f"Pillow {PIL.__version__}".encode()).hexdigest()


class Copy(NamedTuple):
    """A picture as readers get it: its address in the site, its size in pixels, and its file."""

    address: str
    width: int
    height: int
    data: bytes


def copies(settings: Settings, path: Path) -> list[Copy]:
    """Return the picture in the file `path` as readers get it: at its own address, then as WebP, the smallest first.

    Files come from the cache when they are there and whole. Raises `Unfit` when the picture cannot be shown.
    """
    data, own = path.read_bytes(), path.relative_to(settings.docs).as_posix()
    whole, drawn = cache(lambda: pictures.plain(data, path.suffix)), pictures.FORMATS[path.suffix] != "JPEG"

    def copy(kind: str, side: int) -> Copy:
        way = f"{PROGRAM} {path.suffix} {kind} {side} {QUALITY}"
        made = kept(settings.root / CACHE, data, way, lambda: pictures.written(whole(), kind, side, QUALITY, drawn))
        size = Image.open(BytesIO(made), formats=[kind]).size
        return Copy(f"{own.removesuffix(path.suffix)}.{side}.{sha256(made).hexdigest()[:8]}.webp", *size, made)

    first = copy(pictures.FORMATS[path.suffix], SIDES[-1])._replace(address=own)
    sides = SIDES if max(first.width, first.height) > SIDES[0] else SIDES[:1]
    return [first, *(copy("WEBP", side) for side in sides)]


def served(settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Yield each file of every picture: its address and what readers get. One that cannot be shown is not there."""
    for path in pictures.files(settings).values():
        with suppress(Unfit):
            yield from ((copy.address, copy.data) for copy in copies(settings, path))


def placed(html: str, page: Page, content: Content) -> str:
    """Return `html`, the text of `page` as our sanitiser wrote it, with its pictures ready to be shown.

    A page keeps room for each, and a browser fetches the width that fits when a reader comes near. One on a line of its
    own becomes a figure, with its title, the credit, below it.
    """
    files = pictures.files(content.settings) if "<img" in html else {}

    def shown(found: re.Match[str]) -> str:
        own = {name: unescape(value) for name, value in ATTRIBUTE.findall(found["own"])}
        address = unquote(urlsplit(own.get("src", "")).path)
        with suppress(Unfit, KeyError):
            path = files[posixpath.normpath(page.address + address)]
            first, *light = copies(content.settings, path)
            title = own.pop("title", "") if found["alone"] else ""
            own |= _offer(own.get("width", ""), first, light, posixpath.dirname(address))
            image = "<img{}>".format("".join(f' {name}="{escape(value)}"' for name, value in own.items()))
            caption = f"<figcaption>{escape(title)}</figcaption>" if title else ""
            return f'<figure class="picture">{image}{caption}</figure>' if found["alone"] else image
        return found[0]

    return IMAGE.sub(shown, html) if files else html


def _offer(asked: str, first: Copy, light: list[Copy], folder: str) -> dict[str, str]:
    """Return the attributes of an `<img>` for what lies in `folder`, at most as wide as its writer `asked`, if so."""
    width = min(int(asked or first.width), first.width) or first.width
    shown = min(COLUMN, width)
    return {
        "srcset": ", ".join(f"{folder}/{PurePath(copy.address).name} {copy.width}w" for copy in light),
        "sizes": f"(min-width: {shown}px) {shown}px, 100vw",
        "width": str(width),
        "height": str(max(1, round(first.height * width / first.width))),
        "loading": "lazy",
        "decoding": "async",
    }
