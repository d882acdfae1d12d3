"""Pictures as readers get them: the same in every language, looking as they did, with nothing else in them."""

import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms
from selectolax.lexbor import LexborHTMLParser

from scripts.build import build
from scripts.build import pictures as shown_pictures
from scripts.content import pictures, settings
from scripts.report import Refused

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
# Its red is blue, and its blue red.
SWAPPED = SRGB.replace(b"rXYZ", b"xxxx").replace(b"bXYZ", b"rXYZ").replace(b"xxxx", b"bXYZ")
RED, BLUE, WHITE, BLACK = (255, 0, 0, 255), (0, 0, 255, 255), (255, 255, 255, 255), (0, 0, 0, 255)
DARK, LIGHT, CLEAR, DARK_RED = (64, 64, 64, 255), (192, 192, 192, 255), (255, 0, 0, 0), (116, 0, 11, 255)
TEXT = """
![Een <vis> & "brood" op de markt](../../images/oud/markt.jpg "Foto: Anna & <Bos>, CC BY 4.0")
![De brug](../../images/brug.png "Eigen foto"){ width=15 }

Vis ![Een vis](../../images/oud/markt.jpg "Foto: Anna Bos, CC BY 4.0") en [meer vis](../../images/oud/markt.jpg).
"""


def saved(image: Image.Image, written_as: str, **options: object) -> bytes:
    stream = BytesIO()
    image.save(stream, written_as, **options)
    return stream.getvalue()


def halves(mode: str, left: int | tuple[int, ...], right: int | tuple[int, ...]) -> Image.Image:
    image = Image.new(mode, (64, 32), left)
    image.paste(right, (32, 0, 64, 32))
    return image


def chunk(name: bytes, held: bytes) -> bytes:
    return len(held).to_bytes(4) + name + held + zlib.crc32(name + held).to_bytes(4)


def png(kind: int, left: bytes, right: bytes) -> bytes:
    """A PNG of 16 bits a channel: grey (kind 0) or colours (kind 2)."""
    about = chunk(b"IHDR", (64).to_bytes(4) + (32).to_bytes(4) + bytes([16, kind, 0, 0, 0]))
    pixels = chunk(b"IDAT", zlib.compress((b"\0" + left * 32 + right * 32) * 32))
    return b"\x89PNG\r\n\x1a\n" + about + pixels + chunk(b"IEND", b"")


def inks() -> bytes:
    """A colour profile (ICC.1:2001-04, lut8Type) of four inks, each of which is dark red on white paper."""
    one, none, same = b"\0\1\0\0", bytes(12), bytes(range(256))
    table = b"mft1\0\0\0\0\4\3\2\0" + one + none + one + none + one + same * 4
    table += bytes([255, 128, 128]) + bytes([136, 208, 195]) * 15 + same * 3
    about = b"\0\0\0\0\2\x40\0\0prtrCMYKLab \7\xea\0\1\0\1" + bytes(6) + b"acsp" + bytes(28)
    about += b"\0\0\xf6\xd6\0\1\0\0\0\0\xd3\x2d" + bytes(48)
    tags = b"\0\0\0\1A2B0\0\0\0\x90" + len(table).to_bytes(4)
    return (4 + len(about + tags + table)).to_bytes(4) + about + tags + table


def unmarked(image: Image.Image) -> bytes:
    """A JPEG of four inks without Adobe's marker: browsers (Chromium 156 was asked) read it as with one."""
    made = saved(image, "JPEG")
    start = made.index(b"\xff\xee")
    return made[:start] + made[start + 2 + int.from_bytes(made[start + 2 : start + 4]) :]


def exif(orientation: int) -> Image.Exif:
    made = Image.Exif()
    made[0x0112] = orientation
    return made


TWO = halves("RGB", RED[:3], BLUE[:3])
FEW = TWO.quantize(2)
HOLE = FEW.getpixel((60, 4))
CYAN, PAPER = (255, 0, 0, 0), (0, 0, 0, 0)
LOOKS = {
    "16 bits, grey": (".png", png(0, b"\x40\0", b"\xc0\0"), DARK, LIGHT),
    "16 bits, colours": (".png", png(2, b"\xff\xff\0\0\0\0", b"\0\0\0\0\xff\xff"), RED, BLUE),
    "grey": (".jpg", saved(halves("L", 64, 192), "JPEG"), DARK, LIGHT),
    "grey with a profile of colours": (".jpg", saved(halves("L", 0, 255), "JPEG", icc_profile=SRGB), BLACK, WHITE),
    "black and white": (".png", saved(halves("1", 0, 1), "PNG"), BLACK, WHITE),
    "palette": (".png", saved(FEW, "PNG"), RED, BLUE),
    "palette, hole, profile": (".png", saved(FEW, "PNG", transparency=HOLE, icc_profile=SWAPPED), BLUE, CLEAR),
    "grey with a veil": (".png", saved(halves("LA", (64, 255), (192, 9)), "PNG"), DARK, (*LIGHT[:3], 9)),
    "inks": (".jpg", saved(halves("CMYK", PAPER, CYAN), "JPEG"), WHITE, (0, 255, 255, 255)),
    "inks without a marker": (".jpg", unmarked(halves("CMYK", PAPER, CYAN)), WHITE, (0, 255, 255, 255)),
    "inks with a profile": (".jpg", saved(halves("CMYK", PAPER, CYAN), "JPEG", icc_profile=inks()), WHITE, DARK_RED),
    "colours of another screen": (".webp", saved(TWO, "WEBP", icc_profile=SWAPPED), BLUE, RED),
    "a profile that is none": (".png", saved(TWO, "PNG", icc_profile=b"acsp" * 40), RED, BLUE),
    "upside down": (".jpg", saved(TWO, "JPEG", exif=exif(3)), BLUE, RED),
    "mirrored": (".webp", saved(TWO, "WEBP", exif=exif(2)), BLUE, RED),
}  # fmt: skip


@pytest.mark.parametrize("case", LOOKS)
def test_a_picture_looks_as_it_did(case: str) -> None:
    suffix, data, *wanted = LOOKS[case]
    image = pictures.plain(data, suffix).convert("RGBA")
    for place, colour in zip(((8, 16), (56, 16)), wanted, strict=True):
        found = image.getpixel(place)
        assert isinstance(found, tuple)
        assert all(abs(one - other) < 4 for one, other in zip(found, colour, strict=True)), found


@pytest.mark.parametrize(("ending", "kind"), [(".jpg", "JPEG"), (".png", "PNG"), (".webp", "WEBP")])
def test_a_picture_is_written_alike_each_time_and_alone(ending: str, kind: str) -> None:
    image = Image.radial_gradient("L").resize((90, 60)).convert("RGB")
    data = saved(image, kind, exif=exif(6), icc_profile=SRGB, comment=b"Anna", xmp=b"<x/>") + b"<script>PK\3\4"
    first, again = (pictures.written(pictures.plain(data, ending), kind, 40, 82, drawn=True) for _ in range(2))
    assert first == again
    assert not any(word in first for word in (b"Anna", b"script", b"Exif", b"<x/>", b"acsp"))
    with Image.open(BytesIO(first)) as made:
        assert made.size == (27, 40)
        assert not made.info.keys() & {"exif", "xmp", "icc_profile", "comment"}


@pytest.fixture
def town(small: Path) -> Path:
    """The small site with pictures on a page in both languages."""
    (small / "docs/images/oud").mkdir(parents=True)
    (small / "docs/images/oud/markt.jpg").write_bytes(saved(TWO.resize((2000, 1000)), "JPEG", exif=exif(6)))
    (small / "docs/images/brug.png").write_bytes(saved(FEW, "PNG"))
    for locale in ("nl", "en"):
        page = small / "docs" / locale / "stad/brug.md"
        page.write_text(page.read_text() + TEXT)
    return small


def test_a_picture_alone_becomes_a_figure_in_every_language(town: Path) -> None:
    build(town, town / "site")
    for address in ("stad/brug", "en/town/bridge"):
        page = LexborHTMLParser((town / "site" / address / "index.html").read_text())
        photo, caption, drawing = page.css("figure.picture img, figcaption")[:3]
        assert caption.text() == "Foto: Anna & <Bos>, CC BY 4.0"
        found = dict(photo.attributes)
        widths = [one.split() for one in (found.pop("srcset") or "").split(", ")]
        assert found == {
            "alt": 'Een <vis> & "brood" op de markt',
            "src": "../" * len(Path(address).parts) + "images/oud/markt.jpg",
            "sizes": "(min-width: 660px) 660px, 100vw",
            "width": "800",
            "height": "1600",
            "loading": "lazy",
            "decoding": "async",
        }
        for file, width in [*widths, (found["src"] or "", "800w")]:
            with Image.open(town / "site" / address / file) as image:
                assert f"{image.width}w" == width
        assert (drawing.attributes["width"], drawing.attributes["height"]) == ("15", "8")
        (inside,) = page.css("p img")
        assert (inside.attributes["width"], inside.attributes["title"]) == ("800", "Foto: Anna Bos, CC BY 4.0")


def test_a_picture_is_written_once_and_stops_the_build_when_it_is_not_fit(
    town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = settings.of(town)
    first = dict(shown_pictures.served(ours))
    monkeypatch.setattr(pictures, "written", lambda *_: pytest.fail("written again"))
    assert dict(shown_pictures.served(ours)) == first
    (town / "docs/images/oud/markt.jpg").write_bytes(b"<html>")
    assert {address.split(".")[0] for address, _ in shown_pictures.served(ours)} == {"images/brug"}
    with pytest.raises(Refused):
        build(town, town / "site")
