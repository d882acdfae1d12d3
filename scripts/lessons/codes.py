"""QR codes (ISO/IEC 18004) that lead to a lesson, as SVG."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import segno

from scripts import lessons
from scripts.content import Content
from scripts.lessons import Lesson

# As many empty modules around the code as the standard asks for, as large as who shows it wants, and white behind it:
# it can be read in the dark.
LOOK: Mapping[str, Any] = {
    "border": 4,
    "omitsize": True,
    "lineclass": None,
    "light": "#fff",
    "svgclass": None,
    "xmldecl": False,
    "nl": False,
}


def write(content: Content, site: Path) -> None:
    """Write below `site` the code of each lesson."""
    for one in lessons.everything(content):
        path = site / address(one)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(svg(content.settings.site_url + one.short))


def address(one: Lesson) -> str:
    """Return the address of the code that leads to the lesson `one`."""
    return f"assets/codes/{one.meta.code}.svg"


@lru_cache(maxsize=256)
def svg(target: str) -> bytes:
    """Return the code that leads to `target`."""
    file = BytesIO()
    segno.make_qr(target, error="m").save(file, kind="svg", **LOOK)
    return file.getvalue()
