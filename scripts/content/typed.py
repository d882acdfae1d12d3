"""What people type: the text of every page and list, as it lies in the file."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePath

from scripts.content.marked import Marked
from scripts.content.settings import Settings

ENDINGS = (".md", ".yml")
# Nothing larger is read: files_have_their_place refuses it.
MOST_BYTES = 500_000


def paths(settings: Settings) -> Iterator[Path]:
    """Yield everything in `docs/` that is no folder, in order of the folders; what a link leads to is not looked at."""
    for folder, folders, names in os.walk(settings.docs, followlinks=False):
        for path in (Path(folder, name) for name in sorted([*folders, *names])):
            if path.is_symlink() or not path.is_dir():
                yield path


def files(settings: Settings) -> Iterator[tuple[PurePath, Marked]]:
    """Yield the path and the text of each page and list in `docs/`, line ends as they are, in order of their paths.

    What is no file, too large or not UTF-8 is left to the rules that say so; a byte order mark at the start is no text.
    """
    for path in paths(settings):
        if path.suffix in ENDINGS and not path.is_symlink() and path.is_file():
            yield settings.relative(path), Marked(text_of(path))


def text_of(path: Path) -> str:
    """Return the text of the file `path`, line ends as they are; empty when it is no text or too large."""
    if path.stat().st_size > MOST_BYTES:
        return ""
    try:
        return path.read_bytes().decode().removeprefix("\ufeff")
    except (OSError, UnicodeDecodeError):
        return ""
