"""What a picture tells beside what one sees: in its EXIF, XMP, IPTC, comments, PNG texts and hidden second pictures.

Sources: XMP part 1, IPTC-IIM 4.2, Photoshop file formats (image resources), PNG (W3C, third edition) section 11.3.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from xml.parsers import expat

from scripts.pictures import exif as picture_exif
from scripts.pictures.exif import MOST_BYTES, MOST_ENTRIES, MOST_VALUE, Fact, Kind, words
from scripts.pictures.parts import NEEDED, Anatomy

# What the properties of XMP and the texts of PNG are about, by name without marks and without what precedes a colon.
KINDS: Mapping[Kind, re.Pattern[str]] = {
    "location": re.compile(
        r"(gps(dest)?)?(lat|long)(t?itude)?|gpsposition|(sub)?location(name|id|created|shown)?|city|state|provincestate"
        r"|country(name|code)?"
    ),
    "person": re.compile(
        r"artist|authors?|authorsposition|creator|(camera)?owner(name)?|byline(title)?|(caption)?writer|contact"
        r"|person(inimage|displayname|name)|regionsname|photographer|imageeditor|ci(adr|email|tel|url)\w+|filepath"
    ),
    "device": re.compile(r"\w*serialnumber|makernote|deviceid"),
    "thumbnail": re.compile(r"thumbnails|image"),
    "words": re.compile(
        r"(image)?description|title|headline|caption|(user)?comment|subject|keywords|instructions|event|tagslist"
        r"|hierarchicalsubject|lastkeywordxmp|userlabel"
    ),
}
# Texts in PNG that programs write about themselves, dates, and who has the rights, which is public.
PLAIN_KEY = re.compile(
    r"software|source|creation ?time|copyright|licen[cs]e|rights|date|bordercolor|dpi|version"
    r"|(exif|tiff|png|date|icc|jpeg|svg|thumb|signature|xmp|pdf):.*"
)
IPTC: Mapping[int, Kind] = {
    **dict.fromkeys((26, 27, 90, 92, 95, 100, 101), "location"),
    **dict.fromkeys((80, 85, 118, 122), "person"),
    **dict.fromkeys((5, 25, 40, 103, 105, 120), "words"),
}
# Parts that a program adds to a PNG or JPEG for itself, with nothing in them about people or places.
PLAIN = re.compile(
    "tIME|pHYs|hIST|sPLT|sTER|oFFs|pCAL|sCAL|vpAg|orNT|caNv|iDOT|mDC[Vv]|cLL[Ii]|acTL|fcTL|fdAT|Ducky|Photoshop"
)
DEEPEST = 50
# The elements around a property, by namespace.
OUTER = ("http://www.w3.org/1999/02/22-rdf-syntax-ns# ", "adobe:ns:meta/ ")


def facts(picture: Anatomy) -> Iterator[Fact]:
    """Yield what `picture` tells that is not plain; what cannot be read is a fact of the kind `unknown`."""
    resources = b"".join(part.held[14:] for part in picture.parts if part.name == "Photoshop")
    told = chain(_photoshop(resources), *(_read(picture, part.name, part.held) for part in picture.parts))
    for number, fact in enumerate(told):
        if number == MOST_ENTRIES:
            yield Fact("unknown", "more")
            return
        # A place was looked at; a second picture, or one too small to see, tells by being there.
        if fact.text or fact.kind in ("location", "thumbnail"):
            yield fact


def orientation(picture: Anatomy) -> int:
    """Return how `picture` is to be turned: 1 (not at all) to 8, as EXIF numbers it."""
    blocks = (part.held for part in picture.parts if part.name in ("EXIF", "eXIf"))
    turns = (fact.text for block in blocks for fact in picture_exif.facts(block) if fact.kind == "orientation")
    turn = next(turns, "1")
    return int(turn) if turn in "12345678" else 1


def _read(picture: Anatomy, name: str, held: bytes) -> Iterator[Fact]:
    if name in READERS:
        yield from READERS[name](held)
    elif name not in NEEDED[picture.format] and not PLAIN.fullmatch(name) and held.strip(b"\0 "):
        yield Fact("unknown", name)


def _thumbnail(_held: bytes) -> Iterator[Fact]:
    yield Fact("thumbnail", "")


def _comment(held: bytes) -> Iterator[Fact]:
    yield Fact("words", words(held))


def _xmp(held: bytes) -> Iterator[Fact]:
    data = held.removeprefix(b"http://ns.adobe.com/xap/1.0/\0").strip(b"\0 \r\n\t")
    try:
        yield from _Packet(data[:MOST_BYTES]).facts if data else ()
    except (expat.ExpatError, ValueError):
        yield Fact("unknown", "XMP")


class _Packet:
    """Reads XMP: every attribute, and every text under the name of the property that it belongs to."""

    def __init__(self, data: bytes) -> None:
        self.facts: list[Fact] = []
        self.names: list[str] = []
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.StartDoctypeDeclHandler = self.refuse
        parser.Parse(data, True)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.names.append("" if name.startswith(OUTER) else _plain(name))
        if len(self.names) > DEEPEST:
            raise ValueError("deeper than any honest XMP")
        for attribute, value in attributes.items():
            self.note(_plain(attribute), value)

    def end(self, _name: str) -> None:
        self.names.pop()

    def text(self, value: str) -> None:
        self.note(next(filter(None, reversed(self.names)), ""), value)

    def note(self, name: str, value: str) -> None:
        kind = _kind(name)
        if kind != "plain" and value.strip():
            self.facts.append(Fact(kind, value.strip()[:MOST_VALUE]))

    def refuse(self, *_declared: object) -> None:
        raise ValueError("XMP declares no document type")


def _plain(name: str) -> str:
    # Whose face is where, by the Metadata Working Group, has a name that others use for other things.
    own = re.split("[:/ ]", name.replace("regions/ ", "regions"))[-1]
    return re.sub(r"[^a-z0-9]", "", own.lower())


def _kind(name: str) -> Kind:
    return next((kind for kind, names in KINDS.items() if names.fullmatch(name)), "plain")


def _photoshop(data: bytes) -> Iterator[Fact]:
    at = 0
    for _ in range(MOST_ENTRIES):
        if data[at : at + 4] != b"8BIM":
            return
        number = int.from_bytes(data[at + 4 : at + 6])
        start = at + 8 + int.from_bytes(data[at + 6 : at + 7]) // 2 * 2
        size = int.from_bytes(data[start : start + 4])
        yield from RESOURCES.get(number, _nothing)(data[start + 4 : start + 4 + size])
        at = start + 4 + size + size % 2


def _iptc(data: bytes) -> Iterator[Fact]:
    at = 0
    for _ in range(MOST_ENTRIES):
        if data[at : at + 1] != b"\x1c":
            return
        record, number, size = int.from_bytes(data[at + 1 : at + 2]), data[at + 2 : at + 3], data[at + 3 : at + 5]
        end = at + 5 + int.from_bytes(size)
        if record == 2 and int.from_bytes(number) in IPTC:
            yield Fact(IPTC[int.from_bytes(number)], words(data[at + 5 : end]))
        at = end


def _text(held: bytes) -> Iterator[Fact]:
    key, _, text = held.partition(b"\0")
    yield from _keyed(key, text)


def _packed_text(held: bytes) -> Iterator[Fact]:
    key, _, text = held.partition(b"\0")
    yield from _keyed(key, _unpacked(text[1:]))


def _international_text(held: bytes) -> Iterator[Fact]:
    key, _, rest = held.partition(b"\0")
    text = rest[2:].partition(b"\0")[2].partition(b"\0")[2]
    yield from _keyed(key, _unpacked(text) if rest[:1] == b"\1" else text)


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, MOST_BYTES)
    except zlib.error:
        return b"?"


def _keyed(key: bytes, text: bytes) -> Iterator[Fact]:
    name = key.decode("latin-1").lower()
    if name.startswith("raw profile type "):
        yield from PROFILES.get(name.split()[-1], _unknown)(_from_digits(text))
    elif name == "xml:com.adobe.xmp":
        yield from _xmp(text)
    else:
        kind = _kind(_plain(name))
        yield Fact("words" if kind == "plain" and not PLAIN_KEY.fullmatch(name) else kind, words(text))


def _from_digits(text: bytes) -> bytes:
    """Return what ImageMagick keeps of another format: its name, its length, and the bytes in sixteens."""
    digits = b"".join(text.split()[2:])
    return bytes.fromhex(digits.decode()) if re.fullmatch(rb"(?:[0-9a-fA-F]{2})*", digits) else text


def _unknown(_held: bytes) -> Iterator[Fact]:
    yield Fact("unknown", "profile")


def _exif_or_xmp(held: bytes) -> Iterator[Fact]:
    return (picture_exif.facts if held.startswith(b"Exif") else _xmp)(held)


def _nothing(_held: bytes) -> Iterator[Fact]:
    return iter(())


Reader = Callable[[bytes], Iterator[Fact]]
# What Photoshop keeps, by number: IPTC, two sorts of thumbnail, EXIF, XMP.
RESOURCES: Mapping[int, Reader] = {
    0x0404: _iptc,
    0x0409: _thumbnail,
    0x040C: _thumbnail,
    0x0422: picture_exif.facts,
    0x0424: _xmp,
}
PROFILES: Mapping[str, Reader] = {
    "exif": picture_exif.facts,
    "app1": _exif_or_xmp,
    "xmp": _xmp,
    "iptc": _photoshop,
    "8bim": _photoshop,
    "icc": _nothing,
    "icm": _nothing,
}
READERS: Mapping[str, Reader] = {
    "EXIF": picture_exif.facts,
    "eXIf": picture_exif.facts,
    "XMP": _xmp,
    "XMP ": _xmp,
    "comment": _comment,
    "thumbnail": _thumbnail,
    "image": _thumbnail,
    "tEXt": _text,
    "zTXt": _packed_text,
    "iTXt": _international_text,
}
