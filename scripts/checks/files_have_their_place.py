"""Only pages, lists and pictures stand in `docs/`, each in its own folder, under a name that can be an address.

What stands there is served to readers: an HTML file, a script or a link to a file outside would be too.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts import data, pictures
from scripts.content import MOST_BYTES, MOST_CHARACTERS
from scripts.report import Finding
from scripts.settings import Settings
from scripts.words import finding

RULE = "files_have_their_place"
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST = 80
ALONE = frozenset({"LICENSE"})


@dataclass(frozen=True)
class Kind:
    """What a folder may hold: endings of names, and bytes a file may have at most, if no other rule says so."""

    endings: frozenset[str]
    most: int | None = None


PAGE = Kind(frozenset({".md"}), MOST_BYTES)
LIST = Kind(frozenset({".yml"}), 500_000)
PICTURE = Kind(frozenset(pictures.FORMATS))
# What is a picture, and no browser should have to read.
STRANGE = {".svg": "drawing"} | dict.fromkeys((".heic", ".heif", ".avif", ".gif", ".tif", ".tiff", ".bmp"), "photo")


def check_files(settings: Settings) -> Iterator[Finding]:
    """Yield a finding for each file in `docs/` that does not belong there, or is too long to be a page."""
    kinds = dict.fromkeys(settings.locales, PAGE) | {settings.data.name: LIST, pictures.FOLDER: PICTURE}
    for folder, folders, files in os.walk(settings.docs, followlinks=False):
        for name in sorted([*folders, *files]):
            about = Path(folder, name).lstat()
            if not stat.S_ISDIR(about.st_mode):
                yield from _file(settings, kinds, Path(folder, name), about)


def _file(settings: Settings, kinds: Mapping[str, Kind], path: Path, about: os.stat_result) -> Iterator[Finding]:
    shown = settings.relative(path)
    *folders, name = path.relative_to(settings.docs).parts
    kind = kinds.get(folders[0]) if folders else None
    if not stat.S_ISREG(about.st_mode):
        yield finding(RULE, "special", shown, 1)
    elif any(part.startswith(".") for part in (*folders, name)):
        yield finding(RULE, "hidden", shown, 1)
    elif not folders and name in ALONE:
        return
    elif kind is None:
        yield finding(RULE, "outside", shown, 1, places=", ".join(f"docs/{place}/" for place in kinds))
    elif path.suffix.lower() in STRANGE:
        yield finding(RULE, STRANGE[path.suffix.lower()], shown, 1)
    elif path.suffix.lower() not in kind.endings:
        case = "picture" if path.suffix.lower() in PICTURE.endings else "type"
        yield finding(RULE, case, shown, 1, folder=folders[0], endings=", ".join(sorted(kind.endings)), name=name)
    elif not path.suffix.islower() or not all(map(_is_name, (*folders, path.stem))):
        better = "/".join(map(_better, (*folders, path.stem)))
        yield finding(RULE, "name", shown, 1, better=f"docs/{better}{path.suffix.lower()}")
    elif kind is LIST and not _is_list(tuple(folders[1:]), path.stem):
        yield finding(RULE, "list", shown, 1, lists=", ".join(f"{known}.yml" for known in data.LISTS))
    elif kind.most and about.st_size > kind.most:
        yield finding(RULE, "large", shown, 1, size=about.st_size // 1000, most=kind.most // 1000)
    elif kind is PAGE:
        for number, line in enumerate(path.read_bytes().decode(errors="replace").split("\n"), 1):
            if len(line) > MOST_CHARACTERS:
                yield finding(RULE, "long", shown, number, most=MOST_CHARACTERS)


def _is_list(folders: tuple[str, ...], stem: str) -> bool:
    return folders == (data.LESSONS,) or (not folders and stem in data.LISTS)


def _is_name(part: str) -> bool:
    return bool(NAME.fullmatch(part)) and len(part) <= LONGEST


def _better(stem: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")[:LONGEST] or "naam"
