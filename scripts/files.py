"""The one writer of files and folders that others may be reading, the one cache, and the program's own tables."""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

DIGEST = 32


def own_yaml(path: Path) -> Any:  # noqa: ANN401 as the file has it
    """Return what `path` holds, a file of the program itself: nobody needs to be told what is wrong with it."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def write(path: Path, data: bytes) -> None:
    """Put `data` in the file `path` all at once: whoever reads it, or stops us half-way, finds the old or the new."""
    mode = path.stat().st_mode if path.exists() else 0o644
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        new.chmod(mode)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


@contextmanager
def adding(new: Mapping[Path, bytes]) -> Iterator[None]:
    """Write the files `new`, none of which is there, with their folders. When the work ends in an error, none stays."""
    with ExitStack() as undo:
        for path, data in new.items():
            for folder in reversed([one for one in path.parents if not one.exists()]):
                folder.mkdir()
                undo.callback(folder.rmdir)
            write(path, data)
            undo.callback(path.unlink)
        yield
        undo.pop_all()


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give an empty folder on the disk of `target`. It takes that place when the work in it ends without an error."""
    with tempfile.TemporaryDirectory(prefix=".site-", dir=target.parent) as folder:
        new = Path(folder, "new")
        new.mkdir()
        yield new
        if target.exists():
            target.rename(Path(folder, "old"))
        new.rename(target)


def kept(folder: Path, source: bytes, way: str, make: Callable[[], bytes]) -> bytes:
    """Return what `make` makes of `source` in this `way`: from `folder` when it is there and whole, else made now.

    A file is named after what it is made from, and begins with a digest of itself: half a file is no file.
    """
    path = folder / sha256(way.encode() + b"\0" + source).hexdigest()
    found = path.read_bytes() if path.exists() else b""
    if found[:DIGEST] == sha256(found[DIGEST:]).digest():
        return found[DIGEST:]
    made = make()
    folder.mkdir(parents=True, exist_ok=True)
    write(path, sha256(made).digest() + made)
    return made
