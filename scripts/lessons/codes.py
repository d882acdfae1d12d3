"""QR codes (ISO/IEC 18004) that lead to a lesson, as SVG."""

from __future__ import annotations

from functools import lru_cache

import segno
from markupsafe import Markup, escape

# As many empty modules around the code as the standard asks for.
QUIET_ZONE = 4


@lru_cache(maxsize=256)
def qr(address: str, name: str) -> Markup:
    """Return the code that leads to `address` as SVG, called `name`, in which `{address}` stands for the address."""
    code = segno.make_qr(address, error="m")
    size = code.symbol_size(border=QUIET_ZONE)[0]
    path = code.svg_inline(border=QUIET_ZONE, omitsize=True, svgclass="qr", lineclass=None)
    inside = path[path.index(">") + 1 :].removesuffix("</svg>")
    label = escape(name.format(address=address))
    return Markup(f'<svg class="qr" viewBox="0 0 {size} {size}" role="img" aria-label="{label}">{inside}</svg>')  # noqa: S704 the label is escaped, the rest is segno's
