"""QR codes (ISO/IEC 18004) that lead to a lesson, as SVG."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any

import segno

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


@lru_cache(maxsize=256)
def svg(target: str) -> bytes:
    """Return the code that leads to `target`."""
    file = BytesIO()
    segno.make_qr(target, error="m").save(file, kind="svg", **LOOK)
    return file.getvalue()
