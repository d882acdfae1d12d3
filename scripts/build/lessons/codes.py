"""QR codes (ISO/IEC 18004) that lead to a lesson, as SVG."""

from io import BytesIO

import segno


def svg(target: str) -> str:
    """Return the code that leads to `target`, as large as who shows it wants, and white behind it for the dark."""
    file, code = BytesIO(), segno.make_qr(target, error="m")
    code.save(file, "svg", xmldecl=False, nl=False, omitsize=True, light="#fff", svgclass=None, lineclass=None)
    return file.getvalue().decode()
