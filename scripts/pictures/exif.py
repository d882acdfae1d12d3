"""What a camera writes down with a picture: EXIF (CIPA DC-008, Exif 3.0).

Read by hand and within limits: libraries follow every offset in a file, which a hostile one can make very slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

Kind = Literal["location", "person", "device", "thumbnail", "words", "unknown", "orientation", "plain"]

# Beyond these nothing is read: no honest file has more.
MOST_BYTES = 1_000_000
MOST_ENTRIES = 1_000
MOST_VALUE = 2_000
ORDERS: Mapping[bytes, Literal["big", "little"]] = {b"MM\0*": "big", b"II*\0": "little"}
HEADER = b"Exif\0\0"
MAIN, SECOND, PLACE, OTHER = "main", "second", "place", "other"
POINTERS: Mapping[int, str] = {0x8769: OTHER, 0xA005: OTHER, 0x8825: PLACE}
# Tags that lead to another picture: those of a directory inside, and of the second one.
INSIDE, STRIPS, THUMBNAIL = 0x014A, 0x0111, 0x0201
ORIENTATION, MAKER_NOTE = 0x0112, 0x927C
COORDINATES = frozenset({2, 4, 20, 22, 28})
ASCII = 2
WIDTHS = (0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4)
# A text in any other tag is taken for words.
TAGS: Mapping[int, Kind] = {
    **dict.fromkeys((0x013B, 0x9C9D, 0xA430, 0xA437, 0xA438), "person"),
    **dict.fromkeys((0xA431, 0xA435, 0xC62F), "device"),
    **dict.fromkeys((0x9286, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F), "words"),
    **dict.fromkeys((0x02BC, 0x83BB, 0x8649), "unknown"),
    # The make of the camera, the program, dates, the number of the picture; and who has the rights, which is public.
    **dict.fromkeys((0x0001, 0x010F, 0x0110, 0x0131, 0x0132, 0x013C, 0x8298, 0x9003, 0x9004), "plain"),
    **dict.fromkeys((0x9010, 0x9011, 0x9012, 0x9290, 0x9291, 0x9292, 0xA420, 0xA433, 0xA434, 0xA439), "plain"),
}


class Fact(NamedTuple):
    """One thing that a picture tells beside what one sees: what it is about, and its words."""

    kind: Kind
    text: str


def facts(held: bytes) -> Iterator[Fact]:
    """Yield what the EXIF block `held` tells; at most one fact for each entry."""
    data = held.removeprefix(HEADER)
    order = ORDERS.get(data[:4])
    if not order or len(data) > MOST_BYTES:
        if data.strip(b"\0"):
            yield Fact("unknown", "EXIF")
        return
    waiting, seen, left = [(MAIN, int.from_bytes(data[4:8], order))], {0}, MOST_ENTRIES
    while waiting:
        directory, start = waiting.pop(0)
        if start in seen or start > len(data) - 2:
            continue
        seen.add(start)
        count = int.from_bytes(data[start : start + 2], order)
        after = start + 2 + 12 * count
        for place in range(start + 2, min(after, start + 2 + 12 * left, len(data) - 11), 12):
            left -= 1
            tag, kind = (int.from_bytes(data[at : at + 2], order) for at in (place, place + 2))
            value = _value(order, data, place, kind)
            if tag in POINTERS:
                waiting.append((POINTERS[tag], int.from_bytes(value, order)))
            yield from _entry(directory, tag, kind, value, order)
        if directory == MAIN and after < len(data):
            waiting.append((SECOND, int.from_bytes(data[after : after + 4], order)))


def _value(order: Literal["big", "little"], data: bytes, place: int, kind: int) -> bytes:
    width = WIDTHS[kind] if kind < len(WIDTHS) else 1
    size = width * int.from_bytes(data[place + 4 : place + 8], order)
    start = place + 8 if size <= 4 else int.from_bytes(data[place + 8 : place + 12], order)
    return data[start : start + min(size, MOST_VALUE)]


def _entry(directory: str, tag: int, kind: int, value: bytes, order: Literal["big", "little"]) -> Iterator[Fact]:
    if directory == PLACE:
        # A camera that knows no place writes noughts: fractions with nothing above the line.
        if tag in COORDINATES and any(any(value[at : at + 4]) for at in range(0, len(value), 8)):
            yield Fact("location", "")
    elif tag == ORIENTATION and directory == MAIN:
        yield Fact("orientation", str(int.from_bytes(value[:2], order)))
    elif tag == INSIDE or (directory == SECOND and tag in (STRIPS, THUMBNAIL)):
        yield Fact("thumbnail", "")
    elif tag == MAKER_NOTE:
        yield Fact("device", words(value))
    elif tag in TAGS or kind == ASCII:
        yield Fact(TAGS.get(tag, "words"), words(value))


def words(value: bytes) -> str:
    """Return the text in `value`: Windows writes two bytes a letter, and a comment in EXIF begins with its code."""
    value = re.sub(rb"\A(ASCII\0\0\0|UNICODE\0|JIS\0{5}|\0{8})", b"", value[:MOST_VALUE])
    return re.sub(r"[\x00-\x20\ufffd]+", " ", value.replace(b"\0", b"").decode("utf-8", "replace")).strip()
