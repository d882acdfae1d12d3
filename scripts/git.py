"""What git says of this project: the commit that stands there, and what differs from another."""

import subprocess
from datetime import UTC, datetime, time, timedelta
from pathlib import Path, PurePath
from typing import NamedTuple

from scripts.today import moment

# A workflow on a pull request stands on the merge of the proposal: its first parent is what the proposal changes.
BASE = "HEAD^1"
# Long enough for a quiet half-year, short of the year that RFC 9116 sets for security.txt (section 2.5.5).
DAYS = 180


class Commit(NamedTuple):
    """The name of a commit, 40 hexadecimal digits, and when it was made: the moment that a build writes down."""

    name: str
    moment: datetime

    @property
    def expires(self) -> datetime:
        """When the security.txt of a site made of it is no longer to be trusted: at a midnight in UTC."""
        return datetime.combine(self.moment.astimezone(UTC).date() + timedelta(days=DAYS), time(), UTC)


def commit(root: Path) -> Commit:
    """Return the commit that stands in `root`; without git `unknown`, at the `moment` of the build."""
    found = _git(root, "log", "-1", "--format=%H %cI").split()
    return Commit(found[0], datetime.fromisoformat(found[1])) if found else Commit("unknown", moment())


def changed(root: Path, base: str = BASE) -> dict[PurePath, str]:
    """Return the files that differ between `base` and now, and how: `A` is new, `M` changed, `D` gone.

    Files that git does not know yet are new. Without git, or without that `base`, nothing is known to have changed.
    """
    names = _git(root, "diff", "--name-status", "--no-renames", "-z", "--merge-base", base).split("\0")
    found = {PurePath(path): status for status, path in zip(names[::2], names[1::2], strict=False)}
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    return found | {PurePath(path): "A" for path in new if path}


def top(root: Path) -> Path | None:
    """Return the folder of the clone that `root` is in; None without git, or when it is in none."""
    found = _git(root, "rev-parse", "--show-toplevel").strip()
    return Path(found) if found else None


def unsaved(root: Path) -> bool:
    """Tell whether there are changes or new files in `root` that no commit keeps; what git ignores is none."""
    return bool(_git(root, "status", "--porcelain", "--untracked-files=all"))


def start(root: Path, base: str) -> str:
    """Return the commit at which the work since `base` began; empty without git, or without that `base`."""
    return _git(root, "merge-base", "--end-of-options", base, "HEAD").strip()


def lines(root: Path, base: str, path: PurePath) -> list[str]:
    """Return the lines that differ in the file `path` since the commit `base`, in order, each behind its `+` or `-`."""
    wanted = ("--unified=0", "--text", "--no-color", "--no-ext-diff", "--no-textconv")
    _, *parts = _git(root, "diff", *wanted, base, "--", f":(literal){path.as_posix()}").split("\n@@ ")
    return [line for part in parts for line in part.split("\n")[1:] if line[:1] in ("+", "-")]


def _git(root: Path, *words: str) -> str:
    """Return what git says in `root` to these words; nothing without git, or when it refuses.

    A proposal must not choose what runs: no pager, no external diff, no hooks of its own.
    """
    command = ["git", "-c", "core.fsmonitor=false", "-c", "diff.external=", *words]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.decode("utf-8", "replace")
