"""Every picture that a text shows lies in `docs/images/`, and every picture there is shown."""

import posixpath
import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from scripts.check import mending
from scripts.content import Content, Page, pictures
from scripts.content.marked import Picture
from scripts.report import Finding
from scripts.words import finding

RULE = "pictures_exist"
# Between curly quotation marks, a title is none for Markdown, and the picture is no picture.
CURLY = re.compile(r"!\[[^\]\n]{0,500}\]\((?P<typed>(?P<file>\S{1,200}) [“”„](?P<title>[^“”„\n]*)[“”„])\)")


def check_content(content: Content) -> Iterator[Finding]:
    """Yield an error for each picture in a text that is not there, and a warning for each that no text shows.

    Of a file that is there and should not be, files_have_their_place speaks.
    """
    docs, files = content.settings.docs, pictures.files(content.settings)
    there = {path.relative_to(docs).as_posix() for path in (docs / pictures.FOLDER).rglob("*") if path.is_file()}
    shown = set[str]()
    for page in content.pages:
        for picture in page.marked.outline.pictures:
            if not urlsplit(picture.source).scheme and not urlsplit(picture.source).netloc:
                shown.add(_place(page, picture.source))
                if _place(page, picture.source) not in there:
                    yield _absent(page, picture, list(files))
        for curly in CURLY.finditer(page.marked.prose):
            shown.add(_place(page, curly["file"]))
            place, better = page.marked.place(curly.start("typed")), f'{curly["file"]} "{curly["title"]}"'
            repair = mending.line(page.path, place.line, curly["typed"], better, place.column)
            yield finding(RULE, "quotes", page.path, *place, mend=repair, better=better)
        shown.update(_place(page, link.target) for link in page.marked.outline.links)
    for unused in sorted(files.keys() - shown):
        yield finding(RULE, "unused", content.settings.relative(files[unused]), 1, level="warning", place=unused)


def _place(page: Page, source: str) -> str:
    """Return the file that `source` leads to from `page`, seen from `docs/`; an address from the root leads nowhere."""
    return posixpath.normpath(posixpath.join(page.locale, posixpath.dirname(page.key), unquote(urlsplit(source).path)))


def _absent(page: Page, picture: Picture, files: list[str]) -> Finding:
    source, place = picture.source, picture.place
    close = _closest(_place(page, source), files)
    if not close:
        return finding(RULE, "nowhere", page.path, *place, source=source[:80])
    better = posixpath.relpath(close, posixpath.join(page.locale, posixpath.dirname(page.key)))
    repair = mending.line(page.path, place.line, source, better, place.column)
    return finding(RULE, "misspelt", page.path, *place, mend=repair, source=source[:80], close=better)


def _closest(place: str, files: list[str]) -> str:
    """Return the one file that `place` can have meant: by its name, by its name without ending, or by its spelling."""
    wanted = PurePosixPath(place.replace("\\", "/").lower())
    same_name = [file for file in files if PurePosixPath(file).name == wanted.name]
    same_stem = [file for file in files if PurePosixPath(file).stem == wanted.stem]
    for found in (same_name, same_stem, get_close_matches(str(wanted), files, n=1, cutoff=0.85)):
        if found:
            return found[0] if len(found) == 1 else ""
    return ""
