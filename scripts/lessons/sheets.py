"""The worksheet of each lesson and its answers as PDF (PDF/UA-1, ISO 14289-1), made only when it changed."""

from __future__ import annotations

import json
import multiprocessing
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from scripts import lessons
from scripts.content import Content
from scripts.lessons import Lesson, codes
from scripts.report import Text, Unable

FONT = Path(__file__).parent.parent / "fonts/nunito-sans.ttf"
FACE = f'@font-face {{ font-family: Nunito; src: url("{FONT.as_uri()}"); font-weight: 200 1000; }}\n'
# A day for every sheet: two builds of one text are the same bytes.
EPOCH = "1767225600"
# What a whole PDF ends with (ISO 32000-1, 7.5.5).
END = b"%%EOF"
ALONE = 2
PANGO = Text(
    "Voor de werkbladen ontbreekt Pango. Typ: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "The worksheets need Pango. Type: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
)


@dataclass(frozen=True)
class Sheet:
    """A sheet: its address below that of the site, and what it holds as HTML."""

    address: str
    html: str

    @property
    def digest(self) -> str:
        """What the sheet depends on, as one number: the text, the font, the program that sets it."""
        return sha256(json.dumps([self.html, *_way_of_printing()]).encode()).hexdigest()


def write(content: Content, site: Path, cache: Path) -> None:
    """Write all sheets below `site`, keeping them in the folder `cache`. Raises `Unable` without Pango."""
    cache.mkdir(parents=True, exist_ok=True)
    wanted = list(sheets(content))
    missing = [sheet for sheet in wanted if not _is_whole(_kept(sheet, cache))]
    _print([(sheet.html, _kept(sheet, cache)) for sheet in missing])
    for sheet in wanted:
        (site / sheet.address).write_bytes(_kept(sheet, cache).read_bytes())


def sheets(content: Content) -> Iterator[Sheet]:
    """Yield the worksheet and the answers of every lesson in every language."""
    for lesson in lessons.everything(content):
        yield Sheet(lesson.files.worksheet, _html(lesson, answers=False))
        yield Sheet(lesson.files.answers, _html(lesson, answers=True))


def _html(lesson: Lesson, answers: bool) -> str:
    content, locale = lesson.content, lesson.page.locale
    words = content.words[locale]
    address = f"{content.settings.site_url}{lesson.short}"
    heading = words["sheet_answers_title" if answers else "sheet_title"]
    sources = [content.sources[key] for key in lesson.exercises.worksheet_sources]
    return _template(content.settings.overrides).render(
        lesson=lesson,
        locale=locale,
        words=words,
        answers=answers,
        title=heading.format(title=lesson.meta.title),
        address=address,
        code=codes.picture(address),
        sources=sources,
        styles=(content.settings.overrides / "styles/sheet.css").read_text(encoding="utf-8"),
    )


@lru_cache(maxsize=2)
def _template(overrides: Path) -> Template:
    loader = FileSystemLoader(overrides)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template("sheet.html")


@lru_cache(maxsize=1)
def _way_of_printing() -> tuple[str, ...]:
    return sha256(FONT.read_bytes()).hexdigest(), version("weasyprint"), Path(__file__).read_text(encoding="utf-8")


def _kept(sheet: Sheet, cache: Path) -> Path:
    return cache / f"{sheet.digest}.pdf"


def _is_whole(path: Path) -> bool:
    return path.exists() and path.read_bytes()[-16:].rstrip().endswith(END)


def _print(missing: list[tuple[str, Path]]) -> None:
    if missing:
        _require_pango()
    if len(missing) <= ALONE or "fork" not in multiprocessing.get_all_start_methods():
        for one in missing:
            print_sheet(*one)
        return
    with multiprocessing.get_context("fork").Pool(os.cpu_count()) as pool:
        pool.starmap(print_sheet, missing)


def _require_pango() -> None:
    try:
        import weasyprint  # noqa: F401 this is where it looks for Pango
    except OSError as error:
        raise Unable(PANGO) from error


def print_sheet(html: str, target: Path) -> None:
    """Set `html` as a PDF in the file `target`: whole, or not at all."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    # A sheet holds its picture; the one file that it may load is our font, which this very program names.
    only = {"holds": URLFetcher(allowed_protocols=["data"]), "font": URLFetcher(allowed_protocols=["file"])}
    os.environ["SOURCE_DATE_EPOCH"] = EPOCH
    fonts = FontConfiguration()
    face = CSS(string=FACE, font_config=fonts, url_fetcher=only["font"])
    identifier = sha256(html.encode()).digest()[:16]
    pdf = HTML(string=html, url_fetcher=only["holds"]).write_pdf(
        stylesheets=[face], font_config=fonts, pdf_variant="pdf/ua-1", pdf_identifier=identifier
    )
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as file:
        file.write(pdf)
    Path(file.name).replace(target)
