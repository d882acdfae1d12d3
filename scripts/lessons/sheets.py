"""Worksheets and their answers: two PDFs beside each lesson, to print and to hear read aloud (PDF/UA-1, ISO 14289-1).

Typesetting takes time, so a sheet is made only when something on it changed.
"""

from __future__ import annotations

import contextlib
import io
import re
import tempfile
from collections.abc import Iterator
from functools import cache as once
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scripts import lessons, processors
from scripts.citations import reference
from scripts.content import Content
from scripts.lessons import Lesson, codes
from scripts.report import Text, Unable

if TYPE_CHECKING:
    from weasyprint import Document

FOLDER = Path(__file__).parent.parent / "fonts"
FONTS = [FOLDER / f"nunito-sans-{weight}.ttf" for weight in ("regular", "bold")]
TEMPLATE = "sheet.html"
STYLE = "styles/sheet.css"
MOST_PAGES = 2
# The room for writing, from ample to tight, in millimetres per line: the first with which a sheet is short enough.
ROOMS = (10, 9, 8)
# Below this, starting processes takes longer than it saves.
FEW = 3
# A link in PDF/UA-1 must hold its text itself (ISO 14289-1, 7.18.5), without an element around it.
INSIDE_LINK = re.compile(r"</?cite\b[^>]*>")

MISSING = Text(
    "De werkbladen zijn niet te maken zonder Pango: installeer de Debian-pakketten libpango-1.0-0, libpangoft2-1.0-0 "
    "en libharfbuzz-subset0.",
    "The worksheets cannot be made without Pango: install the Debian packages libpango-1.0-0, libpangoft2-1.0-0 "
    "and libharfbuzz-subset0.",
)


class Sheet(NamedTuple):
    """A PDF to be: its address below that of the site, and its HTML, which holds all but the font."""

    address: str
    html: str


def write(content: Content, site: Path, cache: Path) -> None:
    """Write the worksheet and the answers of every lesson below `site`, keeping them in the folder `cache`.

    Raises `Unable` when a sheet must be made and the libraries that WeasyPrint needs are not there.
    """
    cache.mkdir(parents=True, exist_ok=True)
    wanted = {sheet.address: (sheet.html, cache / f"{_digest(sheet.html)}.pdf") for sheet in sheets(content)}
    _make({kept: html for html, kept in wanted.values() if not _is_whole(kept)})
    for address, (_, kept) in wanted.items():
        target = site / address
        target.parent.mkdir(parents=True, exist_ok=True)
        _put(target, kept.read_bytes())


def sheets(content: Content) -> Iterator[Sheet]:
    """Yield the worksheet and the answers of every lesson in every language."""
    env = Environment(
        loader=FileSystemLoader(content.settings.overrides),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    for lesson in lessons.everything(content):
        for address, answers in ((lesson.files.worksheet, False), (lesson.files.answers, True)):
            yield Sheet(address, _html(env, lesson, answers=answers))


def pdf(html: str) -> bytes:
    """Return `html`, a sheet, as a PDF/UA-1 document: the same bytes for the same sheet, everywhere.

    Raises `Unable` when a library is missing.
    """
    identifier = sha256(html.encode()).hexdigest()[:32].encode()
    found: bytes = _typeset(html).write_pdf(pdf_identifier=identifier, pdf_variant="pdf/ua-1")
    return found


def _html(env: Environment, lesson: Lesson, *, answers: bool) -> str:
    locale, content = lesson.page.locale, lesson.content
    words, address = content.words[locale], content.settings.site_url + lesson.short
    keys = lesson.exercises.worksheet_sources
    return env.get_template(TEMPLATE).render(
        locale=locale,
        words=words,
        title=words["sheet_answers_title" if answers else "sheet_title"].format(title=lesson.meta.title),
        answers=answers,
        tasks=lesson.exercises.worksheet,
        sources=[Markup(INSIDE_LINK.sub("", reference(content.sources[key], locale, words))) for key in keys],  # noqa: S704 less of what is safe
        address=address,
        code=codes.drawn(address, words["lesson_qr"].format(address=address)),
        style=Markup((content.settings.overrides / STYLE).read_text(encoding="utf-8")),  # noqa: S704 the project's own style sheet
    )


def _digest(html: str) -> str:
    return sha256("\n".join([html, *_way_of_making()]).encode()).hexdigest()


@once
def _way_of_making() -> list[str]:
    """Return what a sheet depends on besides its HTML: the program, the fonts and the version of WeasyPrint."""
    return [*(sha256(path.read_bytes()).hexdigest() for path in (Path(__file__), *FONTS)), version("weasyprint")]


def _is_whole(kept: Path) -> bool:
    """Tell whether `kept` is there from its first line to its last."""
    found = kept.read_bytes() if kept.exists() else b""
    return found.startswith(b"%PDF-") and found.rstrip().endswith(b"%%EOF")


def _make(missing: dict[Path, str]) -> None:
    """Make each of the `missing` sheets, by the file to keep it in."""
    if not missing:
        return
    _libraries()  # before the processes part, so that they load once
    jobs = [partial(_make_one, kept, html) for kept, html in missing.items()]
    processors.spread(jobs, shared=len(jobs) > FEW)


def _make_one(kept: Path, html: str) -> None:
    _put(kept, pdf(html))


def _put(target: Path, data: bytes) -> None:
    """Write `data` to `target`; who reads it at this moment sees all of it or nothing."""
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as file:
        file.write(data)
    Path(file.name).chmod(0o644)
    Path(file.name).replace(target)


@once
def _libraries() -> None:
    """Load WeasyPrint and what it leans on; raises `Unable` when that is not there."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # it would print advice of its own
            from weasyprint.text import ffi
    except OSError as error:
        raise Unable(MISSING) from error
    if ffi.harfbuzz_subset is None:  # WeasyPrint would go on without, and write other bytes
        raise Unable(MISSING)


def _typeset(html: str) -> Document:
    """Return `html` on at most `MOST_PAGES` pages where some room for writing allows that, else as tight as can be."""
    _libraries()
    from weasyprint import CSS, HTML
    from weasyprint.urls import FatalURLFetchingError, URLFetcher

    class OnlyTheFonts(URLFetcher):  # type: ignore[misc] # WeasyPrint has no types
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> object:
            if url not in [path.as_uri() for path in FONTS]:
                raise FatalURLFetchingError(f"a sheet fetches nothing: {url}")
            return super().fetch(url, headers)

    source = HTML(string=html, base_url=FONTS[0].as_uri(), url_fetcher=OnlyTheFonts())
    for room in ROOMS:
        size = CSS(string=f":root {{ --room: {room}mm }}")
        document = source.render(stylesheets=[size], pdf_variant="pdf/ua-1")
        if len(document.pages) <= MOST_PAGES:
            break
    return document
