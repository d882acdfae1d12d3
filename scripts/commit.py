"""The commit that a site is built from: the only moment that a build knows, so that it can be repeated."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from scripts.report import Unable
from scripts.words import phrase

UNKNOWN = "unknown"
# A moment for builds outside git, in seconds since 1970: https://reproducible-builds.org/specs/source-date-epoch/
EPOCH = "SOURCE_DATE_EPOCH"


class Commit(NamedTuple):
    """The name of a commit, 40 hexadecimal digits, and when it was made."""

    name: str
    moment: datetime


def of(root: Path) -> Commit:
    """Return the commit that stands in `root`; without git `unknown`, at SOURCE_DATE_EPOCH or else now.

    Raises `Unable` when that variable holds something else than a moment.
    """
    given = _given()
    command = ["git", "log", "-1", "--format=%H %cI"]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
        name, moment = done.stdout.split()
        return Commit(name, datetime.fromisoformat(moment))
    except (OSError, ValueError, subprocess.CalledProcessError):
        return Commit(UNKNOWN, given or datetime.now(UTC))


def _given() -> datetime | None:
    epoch = os.environ.get(EPOCH)
    if epoch is None:
        return None
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise Unable(phrase("build.no_moment", variable=EPOCH, said=repr(epoch))) from error
