"""The rules on photos: what they are, and what they tell. Every picture is made here, as no camera's may lie in git."""

from __future__ import annotations

import shutil
import time
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from scripts import mending, settings
from scripts.checks import pictures_are_what_they_say, pictures_tell_no_secrets
from scripts.pictures import facts as picture_facts
from scripts.pictures import parts as picture_parts
from scripts.report import Finding

TEMPLATE = '![Twee vrouwen op de markt](../../images/markt.{} "Foto: Anna, CC BY 4.0")\n'
WHAT, SECRETS = "pictures_are_what_they_say", "pictures_tell_no_secrets"
ZIP = b"PK\x03\x04" + b"\0" * 26 + b"a.txt" + b"PK\x05\x06" + b"\0" * 18
PNG_XMP, NORTH = b"XML:com.adobe.xmp\0\0\0\0\0", "<exif:GPSLatitude>52,1N</exif:GPSLatitude>"
ARTIST, SERIAL, NOTE, COMMENT = 0x013B, 0xA431, 0x927C, 0x9286


def exif(orientation: int = 1, place: bool = False, own: dict[int, object] | None = None) -> Image.Exif:
    made = Image.Exif()
    made[0x0112] = orientation
    made[0x010F], made[0x0110], made[0x0132] = "Fairphone", "FP5", "2026:05:01 12:00:00"
    for tag, value in (own or {}).items():
        (made if tag < 0x8000 or tag in (0x8298, 0x9C9D) else made.get_ifd(0x8769))[tag] = value
    if place:
        made.get_ifd(0x8825).update({1: "N", 2: (52.0, 1.0, 44.0), 3: "E", 4: (5.0, 4.0, 50.0)})
    return made


def photo(written_as: str = "JPEG", size: tuple[int, int] = (40, 30), **options: object) -> bytes:
    stream = BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(stream, written_as, **options)
    return stream.getvalue()


def chunk(name: bytes, held: bytes) -> bytes:
    return len(held).to_bytes(4) + name + held + zlib.crc32(name + held).to_bytes(4)


def png(*chunks: bytes) -> bytes:
    """A PNG with `chunks` before its pixels."""
    whole = photo("PNG")
    return whole[:33] + b"".join(chunks) + whole[33:]


def jpeg(*segments: tuple[int, bytes]) -> bytes:
    """A JPEG with `segments` behind its start."""
    whole = photo()
    held = b"".join(bytes([0xFF, marker]) + (len(data) + 2).to_bytes(2) + data for marker, data in segments)
    return whole[:2] + held + whole[2:]


def header(width: int, height: int) -> bytes:
    """A PNG of some bytes that declares to be as large as that."""
    lines = chunk(b"IHDR", width.to_bytes(4) + height.to_bytes(4) + b"\x08\x02\0\0\0")
    return b"\x89PNG\r\n\x1a\n" + lines + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


def xmp(inside: str) -> tuple[int, bytes]:
    """A segment of JPEG that holds XMP."""
    return 0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet(inside)


def packet(inside: str) -> bytes:
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" '
        f'xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
        f'xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/">{inside}</rdf:Description></rdf:RDF>'
        "</x:xmpmeta>"
    ).encode()


def iptc(number: int, text: bytes) -> bytes:
    held = bytes([0x1C, 2, number]) + len(text).to_bytes(2) + text
    return b"Photoshop 3.0\x008BIM\x04\x04\0\0" + len(held).to_bytes(4) + held


def raw_profile() -> bytes:
    digits = exif(place=True).tobytes().hex().encode()
    return chunk(b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(b"\nexif\n      9\n" + digits))


def text_chunk(key: str, text: str) -> bytes:
    return chunk(b"tEXt", f"{key}\0{text}".encode("latin-1"))


def with_thumbnail() -> bytes:
    main, small = b"MM\0*\0\0\0\x08\0\0", photo(size=(8, 6))
    after = b"\0\x02" + b"\x02\x01\0\x04\0\0\0\x01\0\0\0\x2c" + b"\x02\x02\0\x04\0\0\0\x01" + len(small).to_bytes(4)
    block = main + (14).to_bytes(4) + after + b"\0" * 4
    return jpeg((0xE1, b"Exif\0\0" + block + small))


FINE = {
    "a phone's photo, turned, with its colours": ("jpg", photo(exif=exif(6))),
    "a plain webp": ("webp", photo("WEBP", exif=exif(3))),
    "a lossless webp": ("webp", photo("WEBP", lossless=True)),
    "a png": ("png", photo("PNG")),
    "a png of few colours": ("png", png(text_chunk("Software", "Screenshot"), chunk(b"iDOT", b"\1" * 28))),
    "a png by ImageMagick": ("png", png(text_chunk("date:create", "2026-05-01T12:00:00+02:00"))),
    "a camera that knows no place": ("jpg", jpeg((0xE1, exif(own={0x8298: "Anna, CC BY 4.0"}).tobytes()))),
    "a comment by a program": ("jpg", photo(comment=b"CREATOR: gd-jpeg v1.0 (using IJG JPEG v80), quality = 90")),
    "settings of Lightroom": ("jpg", jpeg(xmp("<crs:Name>Adobe Color</crs:Name>"))),
    "some noughts behind it": ("jpg", photo() + b"\0" * 16),
    "progressive, in jpeg": ("jpeg", photo(progressive=True)),
}
SECRET = {
    "place in a jpeg": ("jpg", photo(exif=exif(place=True)), "waar zij is gemaakt"),
    "place in a png": ("png", photo("PNG", exif=exif(place=True)), "waar zij is gemaakt"),
    "place in a webp": ("webp", photo("WEBP", exif=exif(place=True)), "waar zij is gemaakt"),
    "place in XMP of a png": ("png", png(chunk(b"iTXt", PNG_XMP + packet(NORTH))), "waar"),
    "place in XMP of a webp": ("webp", photo("WEBP", xmp=packet(NORTH)), "waar"),
    "place as ImageMagick keeps it": ("png", png(raw_profile()), "waar"),
    "place as text": ("png", png(text_chunk("exif:GPSLatitude", "52/1, 1/1")), "waar"),
    "city in IPTC": ("jpg", jpeg((0xED, iptc(90, b"Vreeswijk"))), "waar"),
    "maker": ("jpg", photo(exif=exif(own={ARTIST: "Anna Bos"})), "naam"),
    "maker as Windows writes it": ("jpg", photo(exif=exif(own={0x9C9D: "Anna".encode("utf-16le")})), "naam"),
    "maker in a png": ("png", png(text_chunk("Author", "Anna Bos")), "naam"),
    "maker in a packed png": ("png", png(chunk(b"zTXt", b"Author\0\0" + zlib.compress(b"Anna"))), "naam"),
    "maker in XMP": ("jpg", jpeg(xmp("<dc:creator>Anna</dc:creator>")), "naam"),
    "whose face": ("jpg", jpeg(xmp("<mwg-rs:Name>Anna</mwg-rs:Name>")), "naam"),
    "maker in IPTC": ("jpg", jpeg((0xED, iptc(80, b"Anna Bos"))), "naam"),
    "phone number in a comment": ("jpg", photo(comment=b"bel 06 83 64 72 91"), "persoonlijks"),
    "place in a comment": ("jpg", photo(comment=b"52.02861, 5.08012"), "persoonlijks"),
    "mail in a png": ("png", png(text_chunk("Comment", "anna.bos@gmail.com")), "persoonlijks"),
    "serial number": ("jpg", photo(exif=exif(own={SERIAL: "0123456"})), "te herkennen"),
    "maker note": ("jpg", photo(exif=exif(own={NOTE: b"Apple iOS\0\0\1MM"})), "te herkennen"),
    "thumbnail in EXIF": ("jpg", with_thumbnail(), "tweede foto"),
    "thumbnail by Photoshop": ("jpg", jpeg((0xED, b"Photoshop 3.0\x008BIM\x04\x0c\0\0\0\0\0\4abcd")), "tweede foto"),
    "second image": ("jpg", photo() + photo(size=(8, 6)), "tweede foto"),
}  # fmt: skip
DOUBT = {
    "a name in a comment": ("jpg", photo(comment=b"Op bezoek bij Anna van den Berg"), "warning"),
    "what nobody knows": ("jpg", jpeg((0xE5, b"private data of a maker")), "warning"),
    "a description": ("png", png(text_chunk("Description", "een brug over de rivier")), "hint"),
}
WRONG = {
    "a page": ("png", b"<!doctype html><script>alert(1)</script>", "geen foto"),
    "nothing": ("jpg", b"", "geen foto"),
    "a gif": ("png", photo("GIF"), "geen foto"),
    "a webp called jpg": ("jpg", photo("WEBP"), "markt.webp"),
    "a png called webp": ("webp", photo("PNG"), "markt.png"),
    "a bomb": ("png", header(40_000, 40_000), "miljoen pixels"),
    "a small bomb": ("png", header(9_000, 2_000), "miljoen pixels"),
    "a wide webp": ("webp", b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff", "miljoen pixels"),
    "cut off": ("jpg", photo(size=(300, 200))[:-400], "niet heel"),
    "cut off png": ("png", photo("PNG", (300, 200))[:-40], "niet heel"),
    "cut off webp": ("webp", photo("WEBP", (300, 200))[:-40], "niet heel"),
    "one byte changed": ("png", photo("PNG")[:60] + b"!" + photo("PNG")[61:], "niet heel"),
    "too few lines": ("png", header(200, 200), "niet heel"),
    "only a start": ("jpg", b"\xff\xd8\xff", "niet heel"),
    "zip behind png": ("png", photo("PNG") + ZIP, "ander bestand"),
    "zip behind jpeg": ("jpg", photo() + ZIP, "ander bestand"),
    "page behind jpeg": ("jpg", photo() + b"<html><script>x</script>", "ander bestand"),
    "page behind webp": ("webp", photo("WEBP") + b"<html>", "ander bestand"),
    "film behind photo": ("jpg", photo() + b"\0\0\0\x18ftypmp42" + b"x" * 400, "ander bestand"),
    "page in a comment": ("jpg", photo(comment=b"*/<script>alert(1)</script>"), "ander bestand"),
    "zip in a chunk": ("png", png(chunk(b"zIPs", ZIP)), "ander bestand"),
    "document in a text": ("png", png(text_chunk("Comment", "%PDF-1.7")), "ander bestand"),
    "large": ("jpg", photo() + b"\0" * 10_000_001, "groter dan 10 MB"),
}


@pytest.fixture
def judged(small: Path) -> Callable[[str, bytes], dict[str, Finding]]:
    """What the rules on photos say of a file."""
    ours = settings.settings(settings.load(small))

    def judge(ending: str, data: bytes) -> dict[str, Finding]:
        shutil.rmtree(small / "docs/images", ignore_errors=True)
        (small / "docs/images").mkdir()
        (small / f"docs/images/markt.{ending}").write_bytes(data)
        found = [one for rule in (pictures_are_what_they_say, pictures_tell_no_secrets) for one in rule.check(ours)]
        assert len({one.rule for one in found}) == len(found), "one finding for each rule"
        return {one.rule: one for one in found}

    return judge


Judge = Callable[[str, bytes], dict[str, Finding]]


@pytest.mark.parametrize("case", FINE)
def test_honest_pictures_pass(judged: Judge, case: str) -> None:
    assert [one for one in judged(*FINE[case]).values() if one.level != "hint"] == []


def test_a_photo_on_a_page_passes_every_rule(small: Path, judged: Judge, findings: Callable[[], list[Finding]]) -> None:
    judged(*FINE["a phone's photo, turned, with its colours"])
    page = small / "docs/nl/stad/markt.md"
    page.write_text(f"{page.read_text()}\n{TEMPLATE.format('jpg')}")
    assert [one for one in findings() if one.level != "hint"] == []


@pytest.mark.parametrize("case", SECRET)
def test_secrets_are_found_and_mended(small: Path, judged: Judge, case: str) -> None:
    ending, data, words = SECRET[case]
    found = judged(ending, data)[SECRETS]
    assert found.level == "error"
    assert words in found.message.nl
    assert found.mend
    found.mend(small)
    clean = picture_parts.anatomy((small / found.path).read_bytes())
    assert clean
    assert list(picture_facts.facts(clean)) == []
    with Image.open(small / found.path) as after, Image.open(BytesIO(data)) as before:
        assert after.convert("RGB").tobytes() == before.convert("RGB").tobytes()


@pytest.mark.parametrize("case", DOUBT)
def test_doubt_is_no_error(judged: Judge, case: str) -> None:
    ending, data, level = DOUBT[case]
    assert judged(ending, data)[SECRETS].level == level


@pytest.mark.parametrize("case", WRONG)
def test_what_is_no_picture_alone_is_an_error(judged: Judge, case: str) -> None:
    ending, data, words = WRONG[case]
    found = judged(ending, data)[WHAT]
    assert found.level == "error"
    assert words in found.message.nl + found.fix.nl


def test_another_library_cannot_make_half_a_picture_whole(judged: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    assert "niet heel" in judged("png", header(200, 200))[WHAT].message.nl


def test_what_moves_or_is_heavy_asks_for_a_look(small: Path, judged: Judge) -> None:
    other = Image.new("RGB", (40, 30))
    assert judged("png", photo("PNG", save_all=True, append_images=[other]))[WHAT].level == "warning"
    assert judged("webp", photo("WEBP", save_all=True, append_images=[other]))[WHAT].level == "warning"
    stream = BytesIO()
    Image.effect_noise((3000, 2000), 90).convert("RGB").save(stream, "JPEG", quality=90)
    heavy = judged("jpg", stream.getvalue())[WHAT]
    assert (heavy.level, "MB" in heavy.message.nl) == ("warning", True)
    assert heavy.mend
    heavy.mend(small)
    with Image.open(small / heavy.path) as image:
        assert image.size == (2400, 1600)


def test_the_turn_of_a_photo_is_kept_when_it_is_mended(small: Path, judged: Judge) -> None:
    found = judged("jpg", photo(size=(400, 200), exif=exif(6, place=True)))[SECRETS]
    mending.mend(small, [found])
    with Image.open(small / found.path) as image:
        assert image.size == (200, 400)
        assert dict(image.getexif()) == {}


def test_hostile_files_take_little_time(small: Path) -> None:
    entries = b"".join(b"\x92\x86\0\7\0\0\xff\xff\0\0\0\x08" for _ in range(5_000))
    many = b"Exif\0\0MM\0*\0\0\0\x08" + (5_000).to_bytes(2) + entries
    files = [
        ("jpg", b"\xff\xd8" + b"\xff\xe5\0\2" * 2_000_000),
        ("jpg", b"\xff\xd8\xff\xda\0\2" + b"\xff" * 8_000_000 + b"\0"),
        ("jpg", jpeg(*[(0xE1, many)] * 100)),
        ("png", png(*[chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"0" * 9_000_000))] * 100)),
        ("png", png(chunk(b"aaAa", b"") * 500_000)),
        ("png", png(chunk(b"iTXt", PNG_XMP + b"<a>" * 300_000))),
        ("png", png(chunk(b"iTXt", PNG_XMP + packet("<dc:title>Anna Bos</dc:title>" * 40_000)))),
        ("webp", b"RIFF\xff\xff\x7f\0WEBP" + b"XXXX\0\0\0\0" * 1_000_000),
        ("png", photo("PNG", (5000, 5000))),
    ]
    ours = settings.settings(settings.load(small))
    (small / "docs/images").mkdir()
    for number, (ending, data) in enumerate(files):
        path = small / f"docs/images/{number}.{ending}"
        path.write_bytes(data)
        begun = time.process_time()
        list(pictures_are_what_they_say.check(ours))
        list(pictures_tell_no_secrets.check(ours))
        assert time.process_time() - begun < 3, number
        path.unlink()


def test_no_bytes_make_it_fall() -> None:
    wholes = [jpeg((0xED, iptc(80, b"Anna")), (0xE1, exif(place=True).tobytes())), png(raw_profile())]
    wholes.append(photo("WEBP", exif=exif(place=True), xmp=packet("")))
    for data in wholes:
        for place in range(0, min(len(data), 900), 7):
            for changed in (data[:place], data[:place] + b"\xff\xff\xff\xff" + data[place + 4 :]):
                picture = picture_parts.anatomy(changed)
                if picture:
                    list(picture_facts.facts(picture))
                    picture_facts.orientation(picture)
                    assert picture.bare
