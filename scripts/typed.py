"""What people type: the text of every page and list, as it lies in the file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePath

from scripts.marked import Place
from scripts.settings import Settings

ENDINGS = (".md", ".yml")
# Nothing larger is read: files_have_their_place refuses it.
MOST_BYTES = 500_000


def files(settings: Settings) -> Iterator[tuple[PurePath, str]]:
    """Yield the path and the text of each page and list in `docs/`, line ends as they are, in order of their paths.

    What is no file, too large or not UTF-8 is left to the rules that say so; a byte order mark at the start is no text.
    """
    for folder, _, names in os.walk(settings.docs, followlinks=False):
        for name in sorted(names):
            path = Path(folder, name)
            if name.endswith(ENDINGS) and not path.is_symlink() and path.is_file():
                text = text_of(path)
                if text:
                    yield settings.relative(path), text


def text_of(path: Path) -> str:
    """Return the text of the file `path`, line ends as they are; empty when it is no text or too large."""
    if path.stat().st_size > MOST_BYTES:
        return ""
    try:
        return path.read_bytes().decode().removeprefix("\ufeff")
    except (OSError, UnicodeDecodeError):
        return ""


def place(text: str, offset: int) -> Place:
    """Return the line and column at which character `offset` of `text` stands."""
    return Place(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
