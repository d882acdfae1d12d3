"""Twins: beside each text a copy that is compressed as well as can be, so that a server need not do it for each reader.

Brotli (RFC 7932) and gzip (RFC 1952), by the names that servers look for: `index.html.br`, `index.html.gz`.
"""

import gzip
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import brotli

from scripts.files import kept

# Pictures, sheets, archives and the parts of the search index are compressed already.
TEXTS = frozenset(".atom .css .html .ics .js .json .jsonld .svg .txt .webmanifest .xml".split())
# What is smaller fits in one packet anyway.
LEAST = 256
# The version is part of the way: another one may find other bytes. gzip would put the time of the build in its header.
WAYS: Mapping[str, tuple[str, Callable[[bytes], bytes]]] = {
    ".br": (f"brotli {brotli.__version__} 11", lambda data: bytes(brotli.compress(data, quality=11))),
    ".gz": ("gzip 9", lambda data: gzip.compress(data, 9, mtime=0)),
}


def write(site: Path, cache: Path) -> None:
    """Write the twins of every text in the folder `site`; `cache` keeps them for the next build."""
    texts = sorted(path for path in site.rglob("*") if path.suffix in TEXTS and path.is_file())
    with ThreadPoolExecutor() as pool:
        list(pool.map(partial(_accompany, cache), texts))  # waits for each, and raises what went wrong


def _accompany(cache: Path, path: Path) -> None:
    data = path.read_bytes()
    if len(data) <= LEAST:
        return
    for suffix, (way, compress) in WAYS.items():
        made = kept(cache, data, way, partial(compress, data))
        if len(made) < len(data):
            path.with_name(path.name + suffix).write_bytes(made)
