"""QR codes (ISO/IEC 18004) that lead to a lesson, as SVG."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import segno
from markupsafe import Markup

from scripts import lessons
from scripts.content import Content
from scripts.lessons import Lesson

# As many empty modules around the code as the standard asks for, and as large as who shows it wants.
LOOK: Mapping[str, Any] = {"border": 4, "omitsize": True, "lineclass": None}


def write(content: Content, site: Path) -> None:
    """Write below `site` the code of each lesson; white behind it, so that it can be read in the dark."""
    for one in lessons.everything(content):
        path = site / address(one)
        path.parent.mkdir(parents=True, exist_ok=True)
        code = _code(content.settings.site_url + one.short)
        code.save(str(path), xmldecl=False, nl=False, light="#fff", svgclass=None, **LOOK)


def address(one: Lesson) -> str:
    """Return the address of the code that leads to the lesson `one`."""
    return f"assets/codes/{one.meta.code}.svg"


def drawn(target: str, name: str) -> Markup:
    """Return the code that leads to `target`, called `name`, as SVG to put on a sheet."""
    return Markup(_code(target).svg_inline(svgclass="qr", title=name, **LOOK))  # noqa: S704 segno escapes the name


@lru_cache(maxsize=256)
def _code(target: str) -> segno.QRCode:
    return segno.make_qr(target, error="m")
