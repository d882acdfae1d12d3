"""A finished folder takes the place of the one before it; work that fails changes nothing."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


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
