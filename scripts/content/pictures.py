"""The pictures that people add: read without trust, and written anew with nothing in them but what one sees.

No byte of a contributor's file reaches a reader: Pillow decodes the picture, and the build writes what came out.
"""

import re
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, ImageFile, ImageOps, IptcImagePlugin
from PIL.ExifTags import GPS, IFD, Base

from scripts.content import data
from scripts.content.settings import Settings
from scripts.files import write

FOLDER = "images"
FORMATS: Mapping[str, str] = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
MOST_BYTES, MOST_PIXELS = 8_000_000, 25_000_000
# What a colour profile is about, when a picture is kept in fewer colours, or lets what is behind it through.
COLOURS: Mapping[str, str] = {"1": "L", "LA": "L", "P": "RGB", "RGBA": "RGB"}
# Whose a picture is, and which device made it; the last, Photographer, came with Exif 3.0.
WHOSE = (Base.Artist, Base.XPAuthor, Base.CameraOwnerName, Base.MakerNote, Base.CameraSerialNumber,
         Base.BodySerialNumber, Base.LensSerialNumber, 0xA437)  # fmt: skip
PLACE = (GPS.GPSLatitude, GPS.GPSLongitude, GPS.GPSDestLatitude, GPS.GPSDestLongitude, GPS.GPSAreaInformation)
# The same in XMP and in texts of PNG: an attribute, or an element, with something in it.
NAMED = re.compile(
    r"\b(GPS(Dest)?(Latitude|Longitude|Position)|Artist|Author|Creator|(Camera)?OwnerName|[a-z]*SerialNumber"
    r'|PersonInImage|mwg-rs:Name)(="\s*[^"\s]|>(\s|<rdf:[^>]*>)*[^<\s])',
    re.IGNORECASE,
)


class Unfit(Exception):
    """This is no picture to show: `case`, in the words of `pictures_are_clean`, and the `ending` it should have."""

    def __init__(self, case: str, ending: str = "") -> None:
        super().__init__(case)
        self.case, self.ending = case, ending


def files(settings: Settings) -> dict[str, Path]:
    """Return the plain files in `docs/images/` that are named as pictures, in order, by their address in the site."""
    found = data.files(settings.docs / FOLDER, *FORMATS)
    return {path.relative_to(settings.docs).as_posix(): path for path in found}


@contextmanager
def unfit(case: str) -> Iterator[None]:
    """Raise `Unfit` of this `case` for whatever Pillow raises at nonsense, which can be anything."""
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    except Exception as error:
        bomb = isinstance(error, Image.DecompressionBombError)
        raise error if isinstance(error, Unfit) else Unfit("pixels" if bomb else case) from error


def opened(data: bytes, suffix: str, *, quick: bool = False) -> ImageFile.ImageFile:
    """Return the picture in `data`, of a file that ends in `suffix`, decoded; `quick` in fewer pixels, if it can.

    Raises `Unfit` when it cannot be read whole. What it declares is looked at before anything is decoded.
    """
    if len(data) > MOST_BYTES:
        raise Unfit("large")
    with unfit("drawing" if b"<svg" in data[:2_000] else "no_picture"):
        image = Image.open(BytesIO(data), formats=sorted(set(FORMATS.values())))
    if image.width * image.height > MOST_PIXELS:
        raise Unfit("pixels")
    kind = "JPEG" if image.format == "MPO" else image.format  # a JPEG with another one behind it
    if kind != FORMATS[suffix]:
        raise Unfit("ending", next(ending for ending, known in FORMATS.items() if known == kind))
    with unfit("broken"):
        if quick:
            image.draft(image.mode, (1, 1))
        image.load()
        image.getexif()  # remembered from here on
    return image


def tells(image: ImageFile.ImageFile) -> bool:
    """Tell whether the file of the decoded `image` says where it was taken, whose it is, or which device made it.

    Raises `Unfit` when that cannot be read.
    """
    with unfit("broken"):
        exif = image.getexif()
        found = [*map({**exif, **exif.get_ifd(IFD.Exif)}.get, WHOSE), *map(exif.get_ifd(IFD.GPSInfo).get, PLACE)]
        found.append((IptcImagePlugin.getiptcinfo(image) or {}).get((2, 80)))  # by whom
        texts = "".join(f'{name}="{text}"' for name, text in image.info.items() if isinstance(text, str))
        return any(map(_says, found)) or bool(NAMED.search(image.info.get("xmp", b"").decode("latin-1") + texts))


def _says(value: object) -> bool:
    """Tell whether `value` says anything: a camera that knows no place or name writes noughts or blanks."""
    if isinstance(value, (tuple, list)):
        return any(map(_says, value))
    text = value.decode("latin-1") if isinstance(value, bytes) else str(getattr(value, "numerator", value or ""))
    return text.strip("\0 ") not in ("", "0")


def plain(data: bytes, suffix: str) -> Image.Image:
    """Return the picture in `data` as one sees it: upright, in sRGB, with nothing beside it. Raises `Unfit`."""
    image: Image.Image = opened(data, suffix)
    turn = image.getexif().get(Base.Orientation, 1)
    with unfit("broken"):
        holes = image.convert("RGBA").getchannel("A") if image.has_transparency_data else None
        if image.mode == "I;16":  # convert() would cut off all that is lighter than 255
            image = image.point(lambda value: value / 256).convert("L")
        seen = image.convert(COLOURS.get(image.mode, image.mode))
        with suppress(ImageCms.PyCMSError):  # a profile that is none, or about other colours
            profile, srgb = BytesIO(image.info.get("icc_profile") or b""), ImageCms.createProfile("sRGB")
            seen = ImageCms.profileToProfile(seen, profile, srgb, outputMode="RGB") or seen
        seen = seen.convert("RGB")
        if holes:
            seen.putalpha(holes)
        seen.info = {}
        seen.getexif()[Base.Orientation] = turn
        return ImageOps.exif_transpose(seen)


def written(image: Image.Image, kind: str, side: int, quality: int, drawn: bool = False) -> bytes:
    """Return `image`, at most `side` wide and high, as a file of this `kind`, with a `quality` from 1 to 100.

    One that may be `drawn` is WebP without loss when that is lighter.
    """
    smaller, made = image.copy(), list[bytes]()
    smaller.thumbnail((side, side), Image.Resampling.LANCZOS)
    for lossless in sorted({False, drawn and kind == "WEBP"}):
        stream = BytesIO()
        smaller.save(stream, kind, quality=quality, progressive=True, lossless=lossless)
        made.append(stream.getvalue())
    return min(made, key=len)


def mend(path: Path) -> None:
    """Replace the file `path` by the picture alone, as large, and as good as the eye can tell."""
    with suppress(Unfit):  # when decoding all of it fails, the next check says so
        image = plain(path.read_bytes(), path.suffix)
        write(path, written(image, FORMATS[path.suffix], max(image.size), 92))
