"""Mending what is certain: the small repairs that findings carry with them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path, PurePath

from scripts.report import Finding, Mend, Text

DONE = Text(
    "Hersteld: {count}. Wat hierna staat, vraagt om een mens.", "Mended: {count}. What follows asks for a person."
)


def line(path: PurePath, number: int, old: str, new: str) -> Mend:
    """Return the repair that puts `new` where `old` first stands in line `number` of `path`."""
    return partial(_in_line, path, number, old, new)


def _in_line(path: PurePath, number: int, old: str, new: str, root: Path) -> None:
    # Read and written as bytes, so that line ends stay as they are.
    lines = (root / path).read_bytes().decode().splitlines(keepends=True)
    lines[number - 1] = lines[number - 1].replace(old, new, 1)
    write(root / path, "".join(lines).encode())


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


def mend(root: Path, findings: Iterable[Finding]) -> int:
    """Do every repair that `findings` carry, in the files below `root`. Returns how many."""
    repairs = [finding.mend for finding in findings if finding.mend]
    for repair in repairs:
        repair(root)
    return len(repairs)
