"""A finished folder takes the place of the one before it, in one step: a process that is killed leaves the old one."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# The folder in which a process works carries its number, so that another can tell whether it is still at it.
PREFIX = ".site-"
WORKING = re.compile(r"\.site-(\d+)-\w+")
# From linux/fs.h and fcntl.h: what renameat2(2) takes.
AT_FDCWD = -100
RENAME_EXCHANGE = 2


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """Give a folder on the disk of `target` to work in, and take it away after; also those that killed ones left."""
    for left in target.parent.glob(f"{PREFIX}*"):
        if (found := WORKING.fullmatch(left.name)) and not _is_running(int(found[1])):
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=f"{PREFIX}{os.getpid()}-", dir=target.parent) as folder:
        yield Path(folder)


def swap(new: Path, target: Path) -> None:
    """Put the folder `new` at `target`, on the same disk; what was at `target` is gone then."""
    if not target.exists():
        new.rename(target)
    elif _exchange(new, target):
        shutil.rmtree(new, ignore_errors=True)
    else:  # where the system cannot exchange two folders, there is a moment without
        previous = new.with_name(f"{new.name}-previous")
        target.rename(previous)
        new.rename(target)
        shutil.rmtree(previous, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Give each of two folders the name of the other, in one step; False where that cannot be done."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    names = os.fsencode(one), os.fsencode(other)
    return rename is not None and rename(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE) == 0


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
