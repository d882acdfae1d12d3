"""What is set in type: a template in `overrides/print/` and its data become a PDF or a picture.

Typst does it, from a wheel that needs nothing beside it. The same template, data and letters give the same bytes, at
any time and place. A text in the data is never read as Typst; a template reads no file outside its own folder.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from inspect import getfile
from io import BytesIO
from pathlib import Path
from typing import Any

import typst
from PIL import Image

from scripts.files import kept
from scripts.report import Unable
from scripts.words import phrase

# Nunito Sans, cut down with fontTools to the letters of Latin and Latin Extended-A; its licence stands beside it.
FONTS = "fonts"
VERSIONS = (version("typst"), version("pillow"))

Data = Mapping[str, Any]
Make = Callable[[Path, Data], bytes]


def compiler(template: Path, data: Data) -> typst.Compiler:
    """Return Typst with `template` and `data`: it raises `TypstError` when that cannot be set."""
    return typst.Compiler(
        template,
        root=template.parent,
        font_paths=_fonts(template.parent / FONTS),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data)},
    )


def write(wanted: Iterable[tuple[Path, Data]], template: Path, make: Make, folder: Path) -> None:
    """Write to each path what `make` makes of `template` and the data beside it, keeping that in `folder`."""
    way = _way(template, make)

    def one(job: tuple[Path, Data]) -> None:
        path, data = job
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(kept(folder, json.dumps(data).encode(), way, lambda: make(template, data)))

    with ThreadPoolExecutor() as pool:  # Typst and Pillow let other threads work meanwhile
        list(pool.map(one, wanted))  # waits for each, and raises what went wrong


def once(data: Data, template: Path, make: Make, folder: Path) -> bytes:
    """Return what `make` makes of `template` and `data`, keeping that in `folder`."""
    return kept(folder, json.dumps(data).encode(), _way(template, make), lambda: make(template, data))


def png(template: Path, data: Data) -> bytes:
    """Return `template` with `data`, fitted as a PDF is, as a small picture: 256 colours are enough.

    A point is a pixel, unless the data has another `ppi`.
    """
    return small(picture(template, data).convert("RGB"))


def picture(template: Path, data: Data) -> Image.Image:
    """Return `template` with `data` as a picture, see-through where nothing is."""
    drawn: Any = _fitted(template, data).compile(format="png", ppi=float(data.get("ppi", 72)))
    return Image.open(BytesIO(drawn))


def small(drawn: Image.Image) -> bytes:
    """Return what was `drawn`, in RGB, as a PNG of 256 colours."""
    file = BytesIO()
    drawn.quantize(256, method=Image.Quantize.FASTOCTREE).save(file, "PNG", compress_level=6)
    return file.getvalue()


def pdf(template: Path, data: Data) -> bytes:
    """Return `template` with `data` as a PDF/UA-1 document (ISO 14289-1).

    If the data has `rooms`, from ample to tight, it has the first with which it is on at most `pages` pages.
    Raises `Unable` when it holds a character that cannot be printed.
    """
    try:
        made: Any = _fitted(template, data).compile(format="pdf", pdf_standards=["ua-1"])
        return bytes(made)
    except typst.TypstError as error:
        raise Unable(phrase("build.unset", title=data["title"], problem=error.message)) from error


def _fitted(template: Path, data: Data) -> typst.Compiler:
    """Return Typst with `template` and `data`, with the first of its `rooms` that is enough, if it has those."""
    sheet = compiler(template, data)
    for room in data.get("rooms", ()):
        sheet = compiler(template, {**data, "room": room})
        if int(sheet.query("<pages>", field="value", one=True)) <= data["pages"]:
            break
    return sheet


def _way(template: Path, make: Make) -> str:
    """Return what tells one way of making from another: the versions and files that have a part in it."""
    files = [Path(__file__), Path(getfile(make)), template, *sorted((template.parent / FONTS).iterdir())]
    return " ".join([*VERSIONS, *(sha256(file.read_bytes()).hexdigest() for file in files)])


@cache
def _fonts(folder: Path) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[folder])
