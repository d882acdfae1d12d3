"""What the rule on pictures says of a file. Every picture is made here, as no camera's may lie in git."""

import time
from pathlib import Path

import pytest
from PIL import Image

from scripts import check as checks
from scripts.check import mending, pictures_are_clean
from scripts.content import settings
from scripts.report import Finding
from tests.build.test_pictures import chunk, exif, png, saved

PHOTO = Image.linear_gradient("L").resize((300, 200)).convert("RGB")
JPEG = saved(PHOTO, "JPEG")
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(400)
NORTH, MAKER = b'<a exif:GPSLatitude="52,1N"/>', b"<dc:creator><rdf:Seq>\n<rdf:li>Anna</rdf:li></rdf:Seq></dc:creator>"
ADOBE = b'<a xmp:CreatorTool="Lightroom" dc:rights="Anna"><crs:Name>A</crs:Name><dc:creator><rdf:Seq/></dc:creator></a>'
IPTC = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x09\x1c\2P\0\4Anna\0"
CAMERA, PLACE = 0x8769, 0x8825


def with_exif(kind: str, folder: int, tag: int, value: object) -> bytes:
    made = exif(6)
    made.get_ifd(folder)[tag] = value
    return saved(PHOTO, kind, exif=made)


def with_text(text: bytes, place: int = 33) -> bytes:
    data = saved(PHOTO, "PNG")
    return data[:place] + chunk(b"tEXt", text) + data[place:]


def declared(width: int, height: int) -> bytes:
    """A PNG of some bytes that says to be as large as that."""
    data = png(0, b"\0\0", b"\0\0")
    return data[:8] + chunk(b"IHDR", width.to_bytes(4) + height.to_bytes(4) + b"\x10\0\0\0\0") + data[33:]


FINE = {
    "a phone's, turned, with its rights": ("jpg", with_exif("JPEG", CAMERA, 0x8298, "Anna")),
    "a camera that knows no place": ("jpg", with_exif("JPEG", PLACE, 2, (0.0, 0.0, 0.0))),
    "settings of Lightroom": ("jpeg", saved(PHOTO, "JPEG", xmp=ADOBE)),
    "a comment": ("jpg", saved(PHOTO, "JPEG", comment=b"CREATOR: gd-jpeg v1.0, quality = 90")),
    "a text of a program": ("png", with_text(b"Software\0Screenshot")),
    "16 bits": ("png", png(0, b"\x40\0", b"\xc0\0")),
    "inks": ("jpg", saved(PHOTO.convert("CMYK"), "JPEG")),
    "two in one": ("jpg", saved(PHOTO, "MPO", save_all=True, append_images=[PHOTO])),
    "an archive behind it, which the build leaves out": ("webp", saved(PHOTO, "WEBP", exif=exif(3)) + b"PK\3\4"),
}
SECRET = {
    "place in a jpeg": ("jpg", with_exif("JPEG", PLACE, 2, (52.0, 1.0, 44.0))),
    "place in a webp": ("webp", with_exif("WEBP", PLACE, 2, (52.0, 1.0, 44.0))),
    "place in XMP": ("webp", saved(PHOTO, "WEBP", xmp=NORTH)),
    "place as ImageMagick keeps it": ("png", with_text(b"exif:GPSLatitude\x0052/1, 1/1")),
    "maker": ("png", with_exif("PNG", CAMERA, 0x013B, "Anna Bos")),
    "maker in XMP": ("jpg", saved(PHOTO, "JPEG", xmp=MAKER)),
    "maker in IPTC": ("jpg", JPEG[:2] + b"\xff\xed" + (len(IPTC) + 2).to_bytes(2) + IPTC + JPEG[2:]),
    "maker behind the pixels": ("png", with_text(b"Author\0Anna Bos", -12)),
    "serial number": ("jpg", with_exif("JPEG", CAMERA, 0xA431, "0123456")),
    "maker note": ("jpg", with_exif("JPEG", CAMERA, 0x927C, b"Apple iOS\0\0\1MM")),
}
WRONG = {
    "a page": ("png", b"<!doctype html><script>alert(1)</script>", "geen JPEG"),
    "heic": ("jpg", HEIC, "kies Meest compatibel"),
    "avif": ("webp", saved(PHOTO, "AVIF"), "geen JPEG"),
    "gif": ("png", saved(PHOTO, "GIF"), "geen JPEG"),
    "tiff": ("jpg", saved(PHOTO, "TIFF"), "geen JPEG"),
    "svg": ("png", b'<?xml version="1.0"?>\n<svg onload="alert(1)"/>', "een tekening (SVG)"),
    "another ending": ("jpg", saved(PHOTO, "WEBP"), "markt.webp"),
    "a bomb": ("png", declared(9_000, 3_000), "25 miljoen pixels"),
    "a wide webp": ("webp", b"RIFF\x16\0\0\0WEBPVP8X\x0a" + bytes(7) + b"\xff\x3f\0\xff\x3f\0", "25 miljoen pixels"),
    "cut off": ("jpg", JPEG[:-400], "niet heel"),
    "cut off png": ("png", saved(PHOTO, "PNG")[:-40], "niet heel"),
    "heavy": ("jpg", JPEG + bytes(8_000_001), "groter dan 8 MB"),
    "moves": ("png", saved(PHOTO, "PNG", save_all=True, append_images=[Image.new("RGB", (9, 9))]), "beweegt"),
    "moves too": ("webp", saved(PHOTO, "WEBP", save_all=True, append_images=[Image.new("RGB", (300, 200))]), "beweegt"),
}


def judged(small: Path, ending: str, data: bytes) -> list[Finding]:
    """Return what the rule says of a file with `data`, the only one in the folder."""
    path = small / f"docs/images/markt.{ending}"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return list(checks.said(pictures_are_clean.check_files, settings.of(small)))


@pytest.mark.parametrize("case", FINE)
def test_honest_pictures_pass(small: Path, case: str) -> None:
    assert judged(small, *FINE[case]) == []


@pytest.mark.parametrize("case", SECRET)
def test_secrets_are_found_and_mended(small: Path, case: str) -> None:
    ending, data = SECRET[case]
    (found,) = judged(small, ending, data)
    assert (found.level, "waar zij is gemaakt" in found.message.nl) == ("error", True)
    assert "Locatie en Alle fotogegevens uit" in found.fix.nl
    mending.mend(small, [found])
    assert judged(small, ending, (small / found.path).read_bytes()) == []


@pytest.mark.parametrize("case", WRONG)
def test_what_is_no_whole_picture_is_said_in_little_time(small: Path, case: str) -> None:
    ending, data, words = WRONG[case]
    begun = time.process_time()
    (found,) = judged(small, ending, data)
    assert time.process_time() - begun < 2
    assert found.level == ("warning" if words == "beweegt" else "error")
    assert words in found.message.nl + found.fix.nl


@pytest.mark.parametrize(
    ("there", "typed"),
    [
        ("IMG_1234.JPG", "IMG_1234.JPG"),
        ("IMG_1234.JPG", "img-1234.jpg"),
        ("Café ’t Dal.jpg", "Café%20’t%20Dal.jpg"),
        ("foto van de markt.jpg", "foto%20van%20de%20markt.jpg"),
        ("markt.Jpeg", "markt.jpg"),
        ("markt.jpg", "Markt.JPG"),
        ("markt.jpg", "markt.png"),
    ],
)
def test_who_follows_the_advice_on_a_name_ends_without_a_finding(small: Path, there: str, typed: str) -> None:
    folder, page = small / "docs/images", small / "docs/nl/stad/markt.md"
    folder.mkdir(exist_ok=True)
    (folder / there).write_bytes(JPEG)
    page.write_text(page.read_text() + f'\n![Vis op ijs](../../images/{typed} "Foto: Anna Bos, CC BY 4.0")\n')
    for _ in range(2):
        for found in [one for one in checks.run(settings.of(small))[1] if one.level != "hint"]:
            assert found.rule in ("files_have_their_place", "pictures_exist"), found.message.nl
            if found.mend:
                mending.mend(small, [found])
            else:
                (small / found.path).rename(small / found.fix.nl.rpartition(": ")[2])
    assert [one for one in checks.run(settings.of(small))[1] if one.level != "hint"] == []
