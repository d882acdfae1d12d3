"""A finished folder takes the place of the one before it."""

from __future__ import annotations

import shutil
from pathlib import Path


def swap(new: Path, target: Path, previous: Path) -> None:
    """Put the folder `new` at `target`, and throw away what was there; `previous` holds it for a moment.

    All three lie on one disk, so each move is whole or has not happened.
    """
    if target.exists():
        target.rename(previous)
    new.rename(target)
    shutil.rmtree(previous, ignore_errors=True)
