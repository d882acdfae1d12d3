"""Only pages, lists and pictures stand in `docs/`, each in its own folder, under a name that can be an address.

What stands there is served to readers: an HTML file, a script or a link to a file outside would be too.
"""

import re
import stat
from collections.abc import Mapping
from pathlib import Path

from scripts.check.rule import Faults, Settings, error
from scripts.content import MOST_BYTES, MOST_CHARACTERS, data, pictures
from scripts.content.letters import slug

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST = 80
ALONE = frozenset({"LICENSE"})
# What the folder of a language, that of lists and that of pictures may hold: endings of names.
PAGES, LISTS, PICTURES = (".md",), (".yml",), tuple(sorted(pictures.FORMATS))
# The bytes that a file may have at most, if no other rule says so.
MOST = {".md": MOST_BYTES, ".yml": data.MOST_BYTES}
# The folders with a list for each page of a kind.
OWN = [[folder] for folder, _ in data.OWN.values()]
# What is a picture, and no browser should have to read.
STRANGE = {".svg": "drawing"} | dict.fromkeys((".heic", ".heif", ".avif", ".gif", ".tif", ".tiff", ".bmp"), "photo")


def check_files(settings: Settings) -> Faults:
    """Yield an error for each file in `docs/` that does not belong there, or is too long to be a page."""
    kinds = dict.fromkeys(settings.locales, PAGES) | {settings.data.name: LISTS, pictures.FOLDER: PICTURES}
    for path in data.paths(settings.docs):
        yield from _file(settings, kinds, path)


def _file(settings: Settings, kinds: Mapping[str, tuple[str, ...]], path: Path) -> Faults:
    shown, ending, about = settings.relative(path), path.suffix.lower(), path.lstat()
    *folders, name = path.relative_to(settings.docs).parts
    endings = kinds.get(folders[0], ()) if folders else ()
    words = (*folders, path.stem)
    if not stat.S_ISREG(about.st_mode):
        yield error("special", shown)
    elif any(part.startswith(".") for part in (*folders, name)):
        yield error("hidden", shown)
    elif not folders and name in ALONE:
        return
    elif not endings:
        yield error("outside", shown, places=", ".join(f"docs/{place}/" for place in kinds))
    elif ending in STRANGE:
        yield error(STRANGE[ending], shown)
    elif ending not in endings:
        case = "picture" if ending in PICTURES else "type"
        yield error(case, shown, folder=folders[0], endings=", ".join(endings), name=name)
    elif path.suffix != ending or not all(NAME.fullmatch(part) and len(part) <= LONGEST for part in words):
        better = "/".join(slug(word)[:LONGEST].strip("-") or "naam" for word in words)
        yield error("name", shown, better=f"docs/{better}{ending}")
    elif endings == LISTS and [*folders[1:]] not in OWN and (folders[1:] or path.stem not in data.LISTS):
        own = (f"{folder}/….yml" for [folder] in OWN)
        yield error("list", shown, lists=", ".join([*(f"{known}.yml" for known in data.LISTS), *own]))
    elif about.st_size > MOST.get(ending, about.st_size):
        yield error("large", shown, size=about.st_size // 1000, most=MOST[ending] // 1000)
    elif endings == PAGES:
        for number, line in enumerate(path.read_bytes().decode(errors="replace").split("\n"), 1):
            if len(line) > MOST_CHARACTERS:
                yield error("long", shown, number, most=MOST_CHARACTERS)
