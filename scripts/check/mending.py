"""Mending what is certain: the small repairs that findings carry with them."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path, PurePath

from scripts import files
from scripts.report import Finding, Mend, in_order


def line(path: PurePath, number: int, old: str, new: str, column: int = 1) -> Mend:
    """Return the repair that puts `new` where `old` first stands in line `number` of `path`, from `column` on."""
    return partial(_in_line, path, number, old, new, column)


def _in_line(path: PurePath, number: int, old: str, new: str, column: int, root: Path) -> None:
    # Read and written as bytes, so that line ends stay as they are.
    lines = (root / path).read_bytes().decode().splitlines(keepends=True)
    before, rest = lines[number - 1][: column - 1], lines[number - 1][column - 1 :]
    lines[number - 1] = before + rest.replace(old, new, 1)
    files.write(root / path, "".join(lines).encode())


def mend(root: Path, findings: Iterable[Finding]) -> int:
    """Do every repair that `findings` carry, in the files below `root`. Returns how many."""
    # From the end on, so that what comes before stays where it was.
    repairs = [finding.mend for finding in reversed(in_order(findings)) if finding.mend]
    for repair in repairs:
        repair(root)
    return len(repairs)
