"""Every picture that a text shows lies in `docs/images/`, and every picture there is shown."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import PurePath, PurePosixPath
from urllib.parse import unquote, urlsplit

from scripts import mending, pictures
from scripts.article import Outline, line_of
from scripts.checks.messages import finding
from scripts.content import Content, Page
from scripts.report import Finding

RULE = "pictures_exist"
# Between curly quotation marks, a title is part of the address for Markdown.
CURLY = re.compile(r"(\S+) [“”„](.*)[“”„]")


def check(content: Content, outlines: Mapping[PurePath, Outline]) -> Iterator[Finding]:
    """Yield an error for each picture in a text that is not there, and a warning for each that no text shows.

    Of a file that is there and should not be, files_have_their_place speaks.
    """
    docs, files = content.settings.docs, pictures.files(content.settings)
    there = {path.relative_to(docs).as_posix() for path in (docs / pictures.FOLDER).rglob("*") if path.is_file()}
    shown = set[str]()
    for page in content.pages:
        outline = outlines.get(page.path)
        for source in dict.fromkeys(outline.pictures if outline else ()):
            if not urlsplit(source).scheme and not urlsplit(source).netloc:
                shown.add(_place(page, source))
                if _place(page, source) not in there:
                    yield _absent(page, source, list(files))
        shown.update(_place(page, link) for link in (outline.links if outline else ()))
    for place in sorted(files.keys() - shown) if len(outlines) == len(content.pages) else ():
        yield finding(RULE, "unused", content.settings.relative(files[place]), 1, level="warning", place=place)


def _place(page: Page, source: str) -> str:
    """Return the file that `source` leads to from `page`, seen from `docs/`; an address from the root leads nowhere."""
    return posixpath.normpath(posixpath.join(page.locale, posixpath.dirname(page.key), unquote(urlsplit(source).path)))


def _absent(page: Page, source: str, files: list[str]) -> Finding:
    line = line_of(source, page.body, page.body_line)
    if curly := CURLY.fullmatch(source):
        better = f'{curly[1]} "{curly[2]}"'
        return finding(
            RULE, "quotes", page.path, line, mend=mending.line(page.path, line, source, better), better=better
        )
    close = _closest(_place(page, source), files)
    if not close:
        return finding(RULE, "nowhere", page.path, line, source=source[:80])
    better = posixpath.relpath(close, posixpath.join(page.locale, posixpath.dirname(page.key)))
    repair = mending.line(page.path, line, source, better)
    return finding(RULE, "misspelt", page.path, line, mend=repair, source=source[:80], close=better)


def _closest(place: str, files: list[str]) -> str:
    """Return the one file that `place` can have meant: by its name, by its name without ending, or by its spelling."""
    wanted = PurePosixPath(place.replace("\\", "/").lower())
    same_name = [file for file in files if PurePosixPath(file).name == wanted.name]
    same_stem = [file for file in files if PurePosixPath(file).stem == wanted.stem]
    for found in (same_name, same_stem, get_close_matches(str(wanted), files, n=1, cutoff=0.85)):
        if found:
            return found[0] if len(found) == 1 else ""
    return ""
