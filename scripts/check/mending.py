"""Mending what is certain: the small repairs that findings carry with them."""

from collections.abc import Iterable
from pathlib import Path

from scripts import files
from scripts.report import Finding, in_order


def mend(root: Path, findings: Iterable[Finding]) -> int:
    """Do every repair that `findings` carry, in the files below `root`. Returns how many."""
    # From the end on, so that what comes before stays where it was.
    wrong = [finding for finding in reversed(in_order(findings)) if finding.mend]
    for finding in wrong:
        if isinstance(finding.mend, tuple):
            _replace(root / finding.path, finding, *finding.mend)
        elif finding.mend:
            finding.mend(root / finding.path)
    return len(wrong)


def _replace(path: Path, finding: Finding, old: str, new: str) -> None:
    # Read and written as bytes, so that line ends stay as they are.
    lines = path.read_bytes().decode().splitlines(keepends=True)
    line, start = lines[finding.line - 1], finding.column - 1
    lines[finding.line - 1] = line[:start] + line[start:].replace(old, new, 1)
    files.write(path, "".join(lines).encode())
