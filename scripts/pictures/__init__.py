"""The pictures that people add: read without trust, shown without anything in them that one does not see.

No byte of a contributor's file reaches a reader: each is decoded and written anew, a drawing from an allow-list, and
kept by the digest of the file, as that takes time.
"""

from __future__ import annotations

import os
import posixpath
import re
import stat
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from html import unescape
from io import BytesIO
from pathlib import Path, PurePath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import PIL
from markupsafe import Markup
from PIL import Image, ImageFile

from scripts import mending
from scripts.content import Content, Page
from scripts.pictures import exif as picture_exif
from scripts.pictures import facts as picture_facts
from scripts.pictures import parts as picture_parts
from scripts.pictures import vector, vector_style
from scripts.pictures.parts import Anatomy, Format
from scripts.settings import Settings

FOLDER = "images"
CACHE = ".cache/pictures"
FORMATS: Mapping[str, Format] = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
DRAWN = ".svg"
# What a phone makes at its usual setting; more takes a browser, and us, too much memory.
MOST_BYTES = 10_000_000
MOST_PIXELS = 25_000_000
LONGEST_SIDE = 8_000
# How EXIF numbers turning and mirroring.
TURNS: Mapping[int, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# What a colour profile says of itself, and the modes of Pillow that it then fits.
PROFILES: Mapping[bytes, tuple[str, ...]] = {b"RGB ": ("RGB", "RGBA", "P"), b"GRAY": ("L", "LA")}
IMAGE = re.compile(r'<img(?: [a-z]+="[^"]*")*>')
ALONE = re.compile(rf"<p>\s*({IMAGE.pattern})\s*</p>")
ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')


class Way(NamedTuple):
    """How a picture is written: its longest side in pixels at most, and how well, from 1 to 100."""

    side: int
    quality: int


# As readers get it: twice as sharp as the column of text is wide. And as it lies in the repository.
SHOWN = Way(1_600, 82)
SMALLER = Way(2_400, 90)
WHOLE = Way(LONGEST_SIDE, 95)


class Unfit(Exception):
    """This file is no picture that the site can show; `case` says why, in the words of `pictures_are_what_they_say`."""

    def __init__(self, case: str) -> None:
        self.case = case
        super().__init__(case)


def files(settings: Settings) -> Iterator[Path]:
    """Yield the picture files in `docs/images/` in order; what is no plain file, or ends otherwise, is none."""
    for folder, folders, names in os.walk(settings.docs / FOLDER, followlinks=False):
        folders.sort()
        yield from (path for path in (Path(folder, name) for name in sorted(names)) if is_picture(path))


def is_picture(path: Path) -> bool:
    """Tell whether `path` is a plain file with the name of a picture."""
    named = path.suffix in FORMATS or path.suffix == DRAWN
    return named and os.path.lexists(path) and stat.S_ISREG(path.lstat().st_mode)


def read(path: Path) -> bytes:
    """Return what stands in the file `path`. Raises `Unfit` when it is larger than a picture may be."""
    if path.stat().st_size > MOST_BYTES:
        raise Unfit("large")
    return path.read_bytes()


def known(data: bytes, suffix: str) -> Anatomy:
    """Return the parts of the picture `data`. Raises `Unfit` when its file should not end in `suffix`, or breaks off.

    Nothing is decoded: a picture of more pixels than we can hold is refused by what it declares.
    """
    picture = picture_parts.anatomy(data)
    if picture is None:
        raise Unfit("no_picture")
    if picture.format != FORMATS[suffix]:
        raise Unfit("other")
    one, other = picture.size
    if one * other > MOST_PIXELS or max(one, other) > LONGEST_SIDE:
        raise Unfit("pixels")
    if not picture.whole or not one * other:
        raise Unfit("broken")
    return picture


def decoded(picture: Anatomy, quick: bool = False) -> Image.Image:
    """Return `picture` as pixels; when `quick`, as few as tell whether it can be read. Raises `Unfit` when it cannot.

    The decoder sees only what it needs: no text, no EXIF, nothing behind the picture.
    """
    # Half a picture is none, whatever another library made of it for the whole process.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings(action="ignore"):
            image = Image.open(BytesIO(picture.bare), formats=[picture.format])
            if image.width * image.height > MOST_PIXELS:
                raise Unfit("pixels")
            if quick:
                image.draft(image.mode, (1, 1))
            image.load()
    except Unfit:
        raise
    except Exception as error:  # a decoder that meets nonsense raises whatever it likes
        raise Unfit("broken") from error
    return image


def cleaned(data: bytes, suffix: str, way: Way) -> bytes:
    """Return the picture `data` with nothing in it but what one sees, upright, in its own colours.

    Raises `Unfit` when it is none. The same data always makes the same bytes.
    """
    if suffix == DRAWN:
        root = vector.read(data).root
        if root is None:
            raise Unfit("broken")
        return vector.written(root)
    picture = known(data, suffix)
    turn = picture_facts.orientation(picture)
    if way is WHOLE and turn == 1:
        return picture.bare  # without loss
    image = decoded(picture)
    profile = image.info.get("icc_profile", b"")
    if turn in TURNS:
        image = image.transpose(TURNS[turn])
    return _encoded(_fitting(image, picture.format, way.side), picture, way.quality, profile)


def _fitting(image: Image.Image, written_as: Format, side: int) -> Image.Image:
    """Return `image` no longer than `side`, in colours that the format can hold."""
    transparency = image.info.get("transparency")
    if max(image.size) > side:  # a colour from a list has nothing between it and the next
        image = image.convert({"1": "L", "P": "RGB"}.get(image.mode, image.mode) if transparency is None else "RGBA")
        transparency = None
    if written_as == "JPEG" and image.mode not in ("L", "RGB"):
        image = image.convert("RGB")
    image.thumbnail((side, side))
    image.info = {} if transparency is None else {"transparency": transparency}
    return image


def _encoded(image: Image.Image, picture: Anatomy, quality: int, profile: bytes) -> bytes:
    stream = BytesIO()
    options: dict[str, object] = {}
    if picture.format == "JPEG":
        options = {"quality": quality, "progressive": True, "optimize": True}
    if picture.format == "WEBP":
        options = {"quality": quality, "lossless": "VP8L" in picture.names, "method": 4, "exact": True}
    if _fits(profile, image.mode):
        options["icc_profile"] = profile
    image.save(stream, picture.format, **options)
    return stream.getvalue()


def _fits(profile: bytes, mode: str) -> bool:
    # ICC.1:2022, 7.2: its own length, the colours it is about, and its signature.
    whole = len(profile) == int.from_bytes(profile[:4]) and profile[36:40] == b"acsp"
    return whole and mode in PROFILES.get(profile[16:20], ())


def mend(path: PurePath, way: Way, root: Path) -> None:
    """Replace the file `path` below `root` by the picture alone, written in this `way`."""
    mending.write(root / path, cleaned(read(root / path), path.suffix, way))


def shown(path: Path, folder: Path) -> bytes:
    """Return the picture in the file `path` as readers get it, from `folder` if it is there and whole.

    Raises `Unfit` when it cannot be shown.
    """
    data = read(path)
    kept = folder / sha256(data + path.suffix.encode() + _way_of_writing()).hexdigest()
    found = kept.read_bytes() if kept.exists() else b""
    if found[:32] == sha256(found[32:]).digest():
        return found[32:]
    made = cleaned(data, path.suffix, SHOWN)
    folder.mkdir(parents=True, exist_ok=True)
    mending.write(kept, sha256(made).digest() + made)
    return made


@cache
def _way_of_writing() -> bytes:
    """Return a digest of what a picture depends on besides its file: the program, and the version of Pillow."""
    modules = (picture_parts, picture_facts, picture_exif, vector, vector_style)
    code = [Path(name or "").read_bytes() for name in (__file__, *(module.__file__ for module in modules))]
    return sha256(b"".join(code) + PIL.__version__.encode()).digest()


def place(settings: Settings, path: Path) -> str:
    """Return where the picture in the file `path` lives in the site, and in `docs/`: one file for all languages."""
    return path.relative_to(settings.docs).as_posix()


def served(settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Yield every picture of the site: its address and what readers get. One that cannot be shown is not there."""
    for path in files(settings):
        with suppress(Unfit):
            yield place(settings, path), shown(path, settings.root / CACHE)


def placed(html: str, page: Page, content: Content) -> str:
    """Return `html`, the text of `page` as our sanitiser wrote it, with its pictures ready to be shown.

    A page keeps room for each, and fetches it when a reader comes near. One on a line of its own becomes a figure,
    with its title, the credit, below it.
    """
    if "<img" not in html:
        return html

    @cache
    def sizes(address: str) -> dict[str, str] | None:
        path = content.settings.docs / posixpath.normpath(page.address + unquote(urlsplit(address).path))
        inside = path.is_relative_to(content.settings.docs / FOLDER) and is_picture(path)
        return _sizes(path, content.settings.root / CACHE) if inside else None

    html = ALONE.sub(lambda found: _figure(found[0], found[1], sizes), html)
    return IMAGE.sub(lambda found: _image(found[0], sizes), html)


Sizes = Callable[[str], dict[str, str] | None]


def _sizes(path: Path, folder: Path) -> dict[str, str] | None:
    """Return the width and height of the picture in the file `path` as readers get it: none when it cannot be shown."""
    try:
        data = shown(path, folder)
    except Unfit:
        return None
    if path.suffix == DRAWN:
        return vector.sizes(data, SHOWN.side)
    with Image.open(BytesIO(data), formats=list(FORMATS.values())) as image:
        return {"width": str(image.width), "height": str(image.height)}


def _attributes(tag: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in ATTRIBUTE.findall(tag)}


def _figure(paragraph: str, tag: str, sizes: Sizes) -> str:
    title = _attributes(tag).get("title")
    if sizes(_attributes(tag).get("src", "")) is None:
        return paragraph
    caption = Markup("<figcaption>{}</figcaption>").format(title) if title else ""
    picture = _image(tag, sizes, without="title")
    return f'<figure class="picture">{picture}{caption}</figure>'


def _image(tag: str, sizes: Sizes, without: str = "") -> str:
    own = _attributes(tag)
    measured = sizes(own.get("src", ""))
    if measured is None:
        return tag
    size = _asked(own.get("width", ""), measured) | {"loading": "lazy"}
    full = {name: value for name, value in own.items() if name != without} | size
    return Markup("<img{}>").format(Markup("").join(Markup(' {}="{}"').format(*pair) for pair in full.items()))


def _asked(width: str, size: dict[str, str]) -> dict[str, str]:
    """Return `size` made smaller to the `width` that a writer asked for, in the same proportion."""
    if not size or not width.isdecimal() or not 0 < int(width) < int(size["width"]):
        return size
    return {"width": width, "height": str(max(1, round(int(size["height"]) * int(width) / int(size["width"]))))}
