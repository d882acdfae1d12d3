"""A proposal changes what is in docs/; whoever reads it is told of every other file.

It is a courtesy, no wall: the check of a proposal is run by the proposal's own code. CODEOWNERS is the wall.
"""

from pathlib import Path

from scripts import git
from scripts.check.rule import Faults, warning


def check(root: Path, base: str) -> Faults:
    """Yield one warning that names every file outside `docs/` in `root` that differs from the commit `base`."""
    outside = sorted(path.as_posix() for path in git.changed(root, base) if path.parts[0] != "docs")
    if outside:
        yield warning("outside", Path(outside[0]), files=", ".join(outside))
