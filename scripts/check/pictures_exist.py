"""Every picture that a text shows lies in `docs/images/`, and every picture there is shown."""

import posixpath
import re
from collections.abc import Collection
from pathlib import PurePosixPath
from urllib.parse import unquote

from scripts.check.rule import Content, Faults, Page, closest, error, warning
from scripts.content import pictures
from scripts.content.addresses import split
from scripts.content.letters import slug

# Between curly quotation marks, a title is none for Markdown, and the picture is no picture.
CURLY = re.compile(r"!\[[^\]\n]{0,500}\]\((?P<typed>(?P<file>\S{1,200}) [“”„](?P<title>[^“”„\n]*)[“”„])\)")


def check_content(content: Content) -> Faults:
    """Yield an error for each picture in a text that is not there, and a warning for each that no text shows.

    Of a file that is there and should not be, files_have_their_place speaks.
    """
    docs, files = content.settings.docs, pictures.files(content.settings)
    there = {path.relative_to(docs).as_posix() for path in (docs / pictures.FOLDER).rglob("*") if path.is_file()}
    shown, unfit = set[str](), {slug(PurePosixPath(file).stem) for file in there - files.keys()}
    for page in content.pages:
        for picture in page.marked.outline.pictures:
            place = _place(page, picture.source)
            if any(split(picture.source)[:2]) or place in there:
                shown.add(place)
                continue
            about, close = {"source": picture.source[:80]}, _meant(place, files)
            shown.add(close)
            if close:
                better = posixpath.relpath(close, posixpath.join(page.locale, posixpath.dirname(page.key)))
                mend = (picture.source, better)
                yield error("misspelt", page.path, *picture.file, mend=mend, close=better, **about)
            # Of one that has to get another name first, files_have_their_place says which.
            elif slug(PurePosixPath(place).stem) not in unfit:
                yield error("nowhere", page.path, *picture.file, **about)
        for curly in CURLY.finditer(page.marked.prose):
            shown.add(_place(page, curly["file"]))
            at, better = page.marked.place(curly.start("typed")), f'{curly["file"]} "{curly["title"]}"'
            yield error("quotes", page.path, *at, mend=(curly["typed"], better), better=better)
        shown.update(_place(page, link.target) for link in page.marked.outline.links)
    for unused in sorted(files.keys() - shown):
        yield warning("unused", content.settings.relative(files[unused]), place=unused)


def _place(page: Page, source: str) -> str:
    """Return the file that `source` leads to from `page`, seen from `docs/`; an address from the root leads nowhere."""
    return posixpath.normpath(posixpath.join(page.locale, posixpath.dirname(page.key), unquote(split(source).path)))


def _meant(place: str, files: Collection[str]) -> str:
    """Return which of `files` was meant by `place`: by its name, that without ending and marks, or spelling."""
    wanted = PurePosixPath(place.replace("\\", "/").lower())
    same_name = [file for file in files if PurePosixPath(file).name == wanted.name]
    same_stem = [file for file in files if PurePosixPath(file).stem == slug(wanted.stem)]
    return closest(str(wanted), files, same_name, same_stem, cutoff=0.85)
