"""A page to begin with: a copy of a starter, with a word about each line and an example of what to type."""

import re
from pathlib import Path, PurePosixPath

from scripts.check.examples_are_replaced import STARTERS
from scripts.check.files_have_their_place import LONGEST, NAME
from scripts.content import data, settings
from scripts.content.settings import Settings
from scripts.report import Unable
from scripts.words import phrase

KINDS = sorted(path.stem for path in (STARTERS / "nl").iterdir())
# The starter for a language that has none of its own.
OTHERWISE = "en"


def new(root: Path, kind: str, name: str) -> Path:
    """Write a page of `kind`, one of `KINDS`, at `name`, a file as seen from `docs/`, and return its path.

    A lesson gets a quiz and a worksheet to fill in too. The site is that in `root`. Raises `Unable` when the name
    cannot be an address or the file is there: nothing is written over, or outside the folder of a language.
    """
    ours = settings.of(root)
    key = _key(ours, name)
    path = ours.docs / key
    if path.exists() or not path.parent.resolve().is_relative_to(ours.docs.resolve()):
        raise Unable(phrase("new.exists", path=ours.relative(path)))
    folder = STARTERS / key.parts[0]
    starter = (folder if folder.is_dir() else STARTERS / OTHERWISE) / f"{kind}.md"
    title = key.stem.replace("-", " ").capitalize()
    code = re.sub("[^a-z2-9]", "", key.stem)[:12].ljust(3, "x")
    text = starter.read_text(encoding="utf-8").replace("{title}", title).replace("{code}", code)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    exercises = ours.data / data.LESSONS / f"{key.stem}.yml"
    if kind == "lesson" and not exercises.exists():
        exercises.parent.mkdir(exist_ok=True)
        exercises.write_bytes((STARTERS / exercises.with_stem(kind).name).read_bytes())
    return path


def _key(ours: Settings, name: str) -> PurePosixPath:
    """Return `name` as a path from `docs/`, with or without which it may begin."""
    path = PurePosixPath(name.removeprefix(f"{ours.docs.name}/"))
    if len(path.parts) < 2 or path.parts[0] not in ours.locales:
        folders = ", ".join(f"{locale}/" for locale in ours.locales)
        raise Unable(phrase("new.place", path=name[:LONGEST], folders=folders))
    words = [*path.parts[1:-1], path.stem]
    if path.suffix != ".md" or not all(NAME.fullmatch(word) and len(word) <= LONGEST for word in words):
        raise Unable(phrase("new.name", path=name[:LONGEST]))
    if path.stem == "index":
        raise Unable(phrase("new.front"))
    return path
