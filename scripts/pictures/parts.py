"""What a picture file is made of, without decoding it: JPEG segments, PNG chunks, WebP chunks, and what stands behind.

Sources: ITU-T T.81 annex B, PNG (W3C, third edition) section 5, RFC 9649 (WebP). Takes time in proportion to the file.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal, NamedTuple

Format = Literal["JPEG", "PNG", "WEBP"]

# More than any camera or program makes; each costs a reader, and each scan a decoder, time.
MOST_PARTS = 20_000
MOST_SCANS = 100
MOST_BEHIND = 20
PNG = b"\x89PNG\r\n\x1a\n"
# By marker and first bytes of a JPEG segment: what it holds.
SEGMENTS = (
    (0xE0, b"JFIF\0", "JFIF"),
    (0xE0, b"JFXX\0", "thumbnail"),
    (0xE1, b"Exif\0", "EXIF"),
    (0xE1, b"http://ns.adobe.com/xap/1.0/\0", "XMP"),
    (0xE1, b"http://ns.adobe.com/xmp/extension/\0", "thumbnail"),
    (0xE2, b"ICC_PROFILE\0", "ICC"),
    (0xE2, b"MPF\0", "image"),
    (0xEC, b"Ducky", "Ducky"),
    (0xED, b"Photoshop 3.0\0", "Photoshop"),
    (0xEE, b"Adobe", "Adobe"),
    (0xFE, b"", "comment"),
)
# A JFIF header without the thumbnail that may follow it.
JFIF_BYTES = 14
FRAME = "frame"
# Start of frame, by any way of coding; the three between are tables.
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
MARKER = re.compile(rb"\xff+([^\x00\xff])")
AFTER_SCAN = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
# All that is needed to show the picture in its true colours.
NEEDED: Mapping[Format, frozenset[str]] = {
    "JPEG": frozenset({"start", "JFIF", "ICC", "Adobe", "table", FRAME, "scan", "end"}),
    "PNG": frozenset({"IHDR", "PLTE", "tRNS", "IDAT", "IEND", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "bKGD", "cICP"}),
    "WEBP": frozenset({"VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"}),
}
MOVING = frozenset({"acTL", "ANIM", "ANMF"})
# In VP8X: there is EXIF, there is XMP.
EXIF_OR_XMP = 0x0C


class Part(NamedTuple):
    """One part of a file: what it is called, what it holds, and all its bytes."""

    name: str
    held: bytes
    raw: bytes


@dataclass(frozen=True)
class Anatomy:
    """The parts of a picture, and what stands behind them. `whole` tells whether the last part is there."""

    format: Format
    parts: tuple[Part, ...]
    behind: bytes
    whole: bool

    @property
    def names(self) -> frozenset[str]:
        """The names of the parts."""
        return frozenset(part.name for part in self.parts)

    @property
    def size(self) -> tuple[int, int]:
        """The two sides that the picture declares, each the largest where it does so more than once."""
        sizes = [SIZES[part.name](part.held) for part in self.parts if part.name in SIZES]
        return max((one for one, _ in sizes), default=0), max((other for _, other in sizes), default=0)

    @property
    def bare(self) -> bytes:
        """The same picture, without loss, holding only what it takes to show it."""
        kept = b"".join(_quiet(part) for part in self.parts if part.name in NEEDED[self.format])
        if self.format == "WEBP":
            return b"RIFF" + (len(kept) + 4).to_bytes(4, "little") + b"WEBP" + kept
        return PNG + kept if self.format == "PNG" else kept


def anatomy(data: bytes) -> Anatomy | None:
    """Return what the file `data` is made of, or None when it does not begin as a JPEG, PNG or WebP picture."""
    if data.startswith(b"\xff\xd8\xff"):
        return _jpeg(data)
    if data.startswith(PNG):
        return _png(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp(data)
    return None


def _jpeg(data: bytes) -> Anatomy:
    parts, at = _segments(data, 0)
    whole = parts[-1].name == "end"
    # A phone puts a second image behind the first, for bright screens.
    for _ in range(MOST_BEHIND):
        second, end = _segments(data, at) if whole and data.startswith(b"\xff\xd8\xff", at) else ([], at)
        if not second or second[-1].name != "end":
            break
        parts.append(Part("image", b"", data[at:end]))
        at = end
    return Anatomy("JPEG", tuple(parts), data[at:] if whole else b"", whole)


def _segments(data: bytes, at: int) -> tuple[list[Part], int]:
    """Return the parts of the JPEG that begins at `at`, and where they end; the last is called `end` if it is whole."""
    parts, scans = [Part("start", b"", data[at : at + 2])], 0
    at += 2
    while len(parts) < MOST_PARTS and scans <= MOST_SCANS:
        marker = MARKER.match(data, at)
        if not marker:
            break
        if marker[1] == b"\xd9":
            return [*parts, Part("end", b"", marker[0])], marker.end()
        size = int.from_bytes(data[marker.end() : marker.end() + 2])
        end = marker.end() + size
        if size < 2 or end > len(data):
            break
        held = data[marker.end() + 2 : end]
        name = _segment(marker[1][0], held)
        if name == "scan":
            scans += 1
            after = AFTER_SCAN.search(data, end)
            end = after.start() if after else len(data)
        parts.append(Part(name, held, data[at:end]))
        at = end
    return parts, at


def _segment(marker: int, held: bytes) -> str:
    if marker == 0xDA:
        return "scan"
    if marker in FRAMES:
        return FRAME
    for known, start, name in SEGMENTS:
        if marker == known and held.startswith(start):
            return "thumbnail" if name == "JFIF" and len(held) > JFIF_BYTES else name
    return f"APP{marker - 0xE0}" if 0xE0 <= marker <= 0xEF else "table"


def _png(data: bytes) -> Anatomy:
    parts, at = list[Part](), len(PNG)
    while len(parts) < MOST_PARTS:
        end = at + 12 + int.from_bytes(data[at : at + 4])
        name = data[at + 4 : at + 8]
        is_sound = end <= len(data) and zlib.crc32(data[at + 4 : end - 4]) == int.from_bytes(data[end - 4 : end])
        if not is_sound or not name.isalpha():
            break
        parts.append(Part(name.decode(), data[at + 8 : end - 4], data[at:end]))
        at = end
        if name == b"IEND":
            return Anatomy("PNG", tuple(parts), data[at:], True)
    return Anatomy("PNG", tuple(parts), b"", False)


def _webp(data: bytes) -> Anatomy:
    parts, at = list[Part](), 12
    last = 8 + int.from_bytes(data[4:8], "little")
    while at + 8 <= min(last, len(data)) and len(parts) < MOST_PARTS:
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + 8 + size + size % 2
        if at + 8 + size > len(data):
            break
        parts.append(Part(data[at : at + 4].decode("latin-1"), data[at + 8 : at + 8 + size], data[at:end]))
        at = end
    whole = bool(parts) and at >= last
    return Anatomy("WEBP", tuple(parts), data[max(at, last) :] if whole else b"", whole)


def _quiet(part: Part) -> bytes:
    if part.name != "VP8X" or not part.held:
        return part.raw
    return part.raw[:8] + bytes([part.held[0] & ~EXIF_OR_XMP]) + part.raw[9:]


def _two(start: int, length: int, order: Literal["big", "little"], held: bytes) -> tuple[int, int]:
    """Return the two numbers of `length` bytes that stand from `start` on in `held`."""
    middle = start + length
    first, second = held[start:middle], held[middle : middle + length]
    return int.from_bytes(first, order), int.from_bytes(second, order)


def _lossless(held: bytes) -> tuple[int, int]:
    bits = int.from_bytes(held[1:5], "little")
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1


# Where a part declares the size of the picture.
SIZES: Mapping[str, Callable[[bytes], tuple[int, int]]] = {
    FRAME: partial(_two, 1, 2, "big"),
    "IHDR": partial(_two, 0, 4, "big"),
    "VP8X": partial(_two, 4, 3, "little"),
    "VP8 ": partial(_two, 6, 2, "little"),
    "VP8L": _lossless,
}
