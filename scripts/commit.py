"""The commit that a site is built from: the only moment that a build knows, so that it can be repeated."""

import os
import subprocess
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

from scripts.report import Unable
from scripts.words import phrase

# A moment for builds outside git, in seconds since 1970: https://reproducible-builds.org/specs/source-date-epoch/
EPOCH = "SOURCE_DATE_EPOCH"
# Long enough for a quiet half-year, short of the year that RFC 9116 sets for security.txt (section 2.5.5).
DAYS = 180


class Commit(NamedTuple):
    """The name of a commit, 40 hexadecimal digits, and when it was made."""

    name: str
    moment: datetime

    @property
    def expires(self) -> datetime:
        """When the security.txt of a site made of it is no longer to be trusted: at a midnight in UTC."""
        return datetime.combine(self.moment.astimezone(UTC).date() + timedelta(days=DAYS), time(), UTC)


def of(root: Path) -> Commit:
    """Return the commit that stands in `root`; without git `unknown`, at SOURCE_DATE_EPOCH or else now.

    Raises `Unable` when that variable holds something else than a moment.
    """
    said = os.environ.get(EPOCH)
    try:
        given = datetime.now(UTC) if said is None else datetime.fromtimestamp(int(said), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise Unable(phrase("build.no_moment", variable=EPOCH, said=repr(said))) from error
    found = git(root, "log", "-1", "--format=%H %cI").split()
    return Commit(found[0], datetime.fromisoformat(found[1])) if found else Commit("unknown", given)


def git(root: Path, *words: str) -> str:
    """Return what git says in `root` to these words; nothing without git, or when it refuses.

    A proposal must not choose what runs: no pager, no external diff, no hooks of its own.
    """
    command = ["git", "-c", "core.fsmonitor=false", "-c", "diff.external=", *words]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.decode("utf-8", "replace")
