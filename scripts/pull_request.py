"""What GitHub's runner tells of a pull request, and where it wants what we have to say."""

import os
from pathlib import Path, PurePath

from scripts.commit import git

# A workflow on a pull request stands on the merge of the proposal: its first parent is what the proposal changes.
BASE = "HEAD^1"


def changed(root: Path, base: str = BASE) -> dict[PurePath, str]:
    """Return the files that differ between `base` and now, and how: `A` is new, `M` changed, `D` gone.

    Files that git does not know yet are new. Without git, or without that `base`, nothing is known to have changed.
    """
    names = git(root, "diff", "--name-status", "--no-renames", "-z", "--merge-base", base).split("\0")
    found = {PurePath(path): status for status, path in zip(names[::2], names[1::2], strict=False)}
    new = git(root, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    return found | {PurePath(path): "A" for path in new if path}


def start(root: Path, base: str) -> str:
    """Return the commit at which the work since `base` began; empty without git, or without that `base`."""
    return git(root, "merge-base", "--end-of-options", base, "HEAD").strip()


def lines(root: Path, base: str, path: PurePath) -> list[str]:
    """Return the lines that differ in the file `path` since the commit `base`, in order, each behind its `+` or `-`."""
    wanted = ("--unified=0", "--text", "--no-color", "--no-ext-diff", "--no-textconv")
    _, *parts = git(root, "diff", *wanted, base, "--", f":(literal){path.as_posix()}").split("\n@@ ")
    return [line for part in parts for line in part.split("\n")[1:] if line[:1] in ("+", "-")]


def summarise(text: str) -> None:
    """Add `text` to the summary of the step, when a runner asks for one."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path:
        with Path(path).open("a", encoding="utf-8") as summary:
            summary.write(text)
