"""Mending what is certain: the small repairs that findings carry with them."""

from collections.abc import Iterable
from pathlib import Path

from scripts import files
from scripts.report import Finding, in_order


def mend(root: Path, findings: Iterable[Finding]) -> int:
    """Do every repair that `findings` carry, in the files below `root`. Returns how many.

    Of two for one place only the first is done, and none where something else stands than was found.
    """
    # From the end on, so that what comes before stays where it was.
    wanted = {(one.path, one.line, one.column): one for one in reversed(in_order(findings)) if one.mend}
    return sum(_is_mended(root / one.path, one) for one in wanted.values())


def _is_mended(path: Path, finding: Finding) -> bool:
    if callable(finding.mend):
        finding.mend(path)
    elif finding.mend:
        old, new = finding.mend
        # Read and written as bytes, so that line ends stay as they are.
        lines = path.read_bytes().decode().split("\n")
        line, start = lines[finding.line - 1], finding.column - 1
        if not line.startswith(old, start):
            return False
        lines[finding.line - 1] = line[:start] + new + line[start + len(old) :]
        files.write(path, "\n".join(lines).encode())
    return True
