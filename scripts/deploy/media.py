"""How each kind of file is sent: its media type, and how long it may be kept."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

# Our own list: that of Python's `mimetypes` differs from machine to machine.
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".avif": "image/avif",
    ".ico": "image/vnd.microsoft.icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".pdf": "application/pdf",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
}
OTHER = "application/octet-stream"
# RFC 9239 made the second obsolete; servers still send it.
ALSO = {"text/javascript": "application/javascript"}

# A hash has letters and figures; the date in report-20261123.pdf has no letters.
HASHED = re.compile(r"[._-](?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{7,64}\.")
AT_ONCE = ("version.json",)
NEVER_KEPT = "no-cache"
KEPT_FOR_EVER = "public, max-age=31536000, immutable"
KEPT_AN_HOUR = "public, max-age=3600"


def content_type(path: str) -> str:
    """Return the Content-Type for the file at `path`."""
    return TYPES.get(PurePosixPath(path).suffix, OTHER)


def is_type(path: str, sent: str) -> bool:
    """Tell whether `sent`, a Content-Type that a server answered, is right for the file at `path`."""
    wanted, found = (value.partition(";")[0].strip().lower() for value in (content_type(path), sent))
    return found in (wanted, ALSO.get(wanted))


def cache_control(path: str) -> str:
    """Return the Cache-Control for `path`: pages are asked for each time, what has a hash in its name never again."""
    if is_page(path) or path in AT_ONCE:
        return NEVER_KEPT
    return KEPT_FOR_EVER if is_hashed(path) else KEPT_AN_HOUR


def is_page(path: str) -> bool:
    """Tell whether the file at `path` is a page."""
    return path.endswith(".html")


def is_hashed(path: str) -> bool:
    """Tell whether the name of the file at `path` holds a hash of what is in it."""
    return bool(HASHED.search(PurePosixPath(path).name))
