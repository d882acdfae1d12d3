"""Pictures: beside each photo smaller copies in lighter formats, of which a browser fetches the one that fits.

`<img>` becomes `<picture>` (HTML, 4.8.1) with AVIF and WebP; the picture itself keeps its address, for browsers that
know neither. Each is fetched when a reader comes near, as its page asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from posixpath import dirname, join

import PIL
from markupsafe import Markup
from PIL import Image
from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts.optimise.kept import kept
from scripts.optimise.pages import Edit, Page, Site, attribute, each

PHOTOS = frozenset({".jpg", ".jpeg", ".png", ".webp"})
WIDTHS = (480, 960, 1440)
# A copy that is hardly smaller than the next is not worth its place.
WORTH = 1.25
# How wide the column of text is, in pixels: a picture is never shown wider.
COLUMN = 660
# The lightest first: a browser takes the first that it knows. Quality as an eye sees it, not equal numbers.
FORMATS: Mapping[str, Mapping[str, int]] = {"avif": {"quality": 60, "speed": 5}, "webp": {"quality": 80, "method": 5}}


@dataclass(frozen=True)
class Copies:
    """The copies of a picture in one format: the names of their files beside it, and their widths, smallest first."""

    kind: str
    names: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Photo:
    """A picture: its size in pixels and its copies, the lightest format first."""

    width: int
    height: int
    copies: tuple[Copies, ...]


def step(site: Site) -> Edit:
    """Write the copies of every photo on the pages of the `site`, and return what makes a page offer them."""
    addresses = sorted(set[str]().union(*each(site, _shown)))
    photos = {address: _photo(site, address) for address in addresses}
    return partial(_offer, photos=photos)


def _shown(page: Page) -> set[str]:
    if "<img" not in page.text:
        return set()
    return {address for _, address in _images(page)}


def _images(page: Page) -> Iterator[tuple[LexborNode, str]]:
    """Yield the images of `page` that show a photo of ours, and the file of each."""
    for node in page.tree.css("img[src]"):
        address = page.inside(attribute(node, "src"))
        if address and Path(address).suffix.lower() in PHOTOS:
            yield node, address


def _photo(site: Site, address: str) -> Photo:
    path = site.folder / address
    data = path.read_bytes()
    with Image.open(BytesIO(data)) as image:
        moves = getattr(image, "n_frames", 1) > 1
        copies = [] if moves else [_copies(site, path, data, image, kind) for kind in FORMATS]
        return Photo(image.width, image.height, tuple(one for one in copies if one))


def _copies(site: Site, path: Path, data: bytes, image: Image.Image, kind: str) -> Copies | None:
    """Write the copies of `image`, the file `path` with `data`; None, and no copy, when they would be no lighter."""
    largest = min(image.width, WIDTHS[-1])
    widths = [*(width for width in WIDTHS if width * WORTH < largest), largest]
    way = f"{kind} {sorted(FORMATS[kind].items())} Pillow {PIL.__version__}"
    digest = sha256(way.encode() + data).hexdigest()[:8]
    made = {
        width: kept(site.cache / "pictures", data, f"{way} {width}", _written(image, kind, width)) for width in widths
    }
    if len(made[largest]) >= len(data):
        return None
    names = tuple((f"{path.stem}.{width}.{digest}.{kind}", width) for width in widths)
    for name, width in names:
        path.with_name(name).write_bytes(made[width])
    return Copies(kind, names)


def _written(image: Image.Image, kind: str, width: int) -> Callable[[], bytes]:
    def write() -> bytes:
        colours = "RGBA" if image.has_transparency_data else "RGB"
        smaller = image.convert(colours)
        smaller.thumbnail((width, image.height), Image.Resampling.LANCZOS)
        stream = BytesIO()
        profile = image.info.get("icc_profile") or b""
        options = {"icc_profile": profile} if profile[16:20] == b"RGB " else {}  # ICC.1:2022, 7.2: whose colours
        smaller.save(stream, kind, **options, **FORMATS[kind])
        return stream.getvalue()

    return write


def _offer(page: Page, photos: Mapping[str, Photo]) -> None:
    if "<img" not in page.text:
        return
    for node, address in list(_images(page)):
        photo = photos[address]
        if not (attribute(node, "width") and attribute(node, "height")):
            node.attrs["width"], node.attrs["height"] = str(photo.width), str(photo.height)
        if photo.copies and node.parent is not None and node.parent.tag != "picture":
            _wrap(node, photo)


def _wrap(node: LexborNode, photo: Photo) -> None:
    width = attribute(node, "width")
    shown = min(COLUMN, int(width)) if width.isdecimal() else COLUMN
    sizes = f"(min-width: {shown}px) {shown}px, 100vw"
    folder = dirname(attribute(node, "src"))
    sources = Markup("").join(
        Markup('<source type="image/{}" srcset="{}" sizes="{}">').format(
            copies.kind, ", ".join(f"{join(folder, name)} {width}w" for name, width in copies.names), sizes
        )
        for copies in photo.copies
    )
    whole = LexborHTMLParser(f"<picture>{sources}{node.html}</picture>").css_first("picture")
    if whole is not None:
        node.replace_with(whole)
