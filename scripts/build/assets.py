"""Styles, scripts, icons: a template names one, and so it comes into the site, under a name that tells its content.

`asset("search.js")` gives `assets/search.1a2b3c4d.js`, so a browser may keep it for ever. What no template names is not
there.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path, PurePosixPath

import lightningcss
import rjsmin
from jinja2 import TemplateNotFound

from scripts import templates
from scripts.build import typeset
from scripts.content import Content, look

# All files below it, and no others of the look, are named after their content.
FOLDER = "assets"
# The icon as a picture, for what takes no SVG: the screen of a phone, and the lists of programs on a computer.
ICON, CACHE = "print/icon.typ", ".cache/icons"
# The name after `sheet.css` became `sheet.1a2b3c4d.css`: eight digits of its SHA-256 before the ending.
HASH = r"\.[0-9a-f]{8}"
HASHED = re.compile(rf"{HASH}(?=\.\w+$)")
# Names within a script stay, so that a fault in a browser can still be read.
SMALLER: Mapping[str, Callable[[str], str]] = {
    ".css": lambda text: lightningcss.process_stylesheet(text, error_recovery=True),
    ".js": rjsmin.jsmin,
}


def asset(overrides: Path, site: Path, name: str, made: str | bytes = "") -> str:
    """Put the file `name` into `site`, and return its address there.

    It holds what is `made`, or when that is nothing, what the file in `overrides` does. Raises `TemplateNotFound` when
    there is neither.
    """
    source = overrides / FOLDER / name
    if not made and not source.is_file():
        raise TemplateNotFound(f"{FOLDER}/{name}")
    data = made.encode() if isinstance(made, str) else made
    data = _smaller(PurePosixPath(name).suffix, data or source.read_bytes())
    stem, dot, suffix = name.rpartition(".")
    address = f"{FOLDER}/{stem}.{sha256(data).hexdigest()[:8]}{dot}{suffix}"
    path = site / address
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return address


def icon(content: Content, size: int) -> bytes:
    """Return the icon of the town in `size` by `size` pixels, as a PNG on the ground of a page."""
    overrides, colours = content.settings.overrides, content.colours
    data = {"icon": templates.render(overrides, look.ICON, colours=colours), "size": size, "ground": colours["paper"]}
    return typeset.once(data, overrides / ICON, typeset.png, content.settings.root / CACHE)


@lru_cache(maxsize=128)
def _smaller(suffix: str, data: bytes) -> bytes:
    return SMALLER[suffix](data.decode()).encode() if suffix in SMALLER else data
