"""Every text file has a `.br` and a `.gz` beside it that hold the same, so that a server sends it small at no cost."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath

import brotli

from scripts.checks.messages import finding
from scripts.report import Finding
from scripts.verify.folder import Folder
from scripts.verify.weight import TEXTS

PROMISE = "compressed_twins_are_true"
# A smaller file fits one packet anyway.
LEAST = 256
Change = Callable[[bytes], bytes]
UNPACK: Mapping[str, Change] = {".br": brotli.decompress, ".gz": gzip.decompress}
# A quick try: what that does not make smaller need not have a twin.
PACK: Mapping[str, Change] = {
    ".br": lambda raw: brotli.compress(raw, quality=4),
    ".gz": lambda raw: gzip.compress(raw, compresslevel=1),
}
BROKEN = (brotli.error, OSError, EOFError, zlib.error)


def check(folder: Folder, name: str) -> Iterator[Finding]:
    """Yield a finding when the file `name` lacks a twin, or is one without a file or with another content."""
    stem, dot, suffix = name.rpartition(".")
    if dot + suffix in UNPACK:
        if stem not in folder.files:
            yield finding(PROMISE, "alone", PurePath(name), 1, file=stem)
        elif not _is_same(UNPACK[dot + suffix], folder.bytes(name), folder.bytes(stem)):
            yield finding(PROMISE, "different", PurePath(name), 1, file=stem)
    elif name.endswith(TEXTS):
        raw = folder.bytes(name)
        for ending, pack in PACK.items():
            if f"{name}{ending}" not in folder.files and len(raw) > LEAST and len(pack(raw)) < len(raw):
                yield finding(PROMISE, "absent", PurePath(name), 1, twin=PurePath(name).name + ending)


def _is_same(unpack: Change, packed: bytes, raw: bytes) -> bool:
    try:
        return unpack(packed) == raw
    except BROKEN:
        return False
