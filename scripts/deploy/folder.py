"""Releases in a folder of this computer."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from scripts.deploy.releases import BUSY, DIFFERS, NAME, State, in_order
from scripts.digest import VERSION, file_digests
from scripts.report import Unable


class Folder:
    """The folder `target`: `releases/`, `current`, and `.lock`, which the system frees whenever a program ends."""

    def __init__(self, target: str) -> None:
        self.target = target
        self.root = Path(target)
        self.releases = self.root / "releases"

    @contextmanager
    def lock(self) -> Iterator[None]:
        """See `releases.Place`."""
        self.releases.mkdir(parents=True, exist_ok=True)
        with (self.root / ".lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise Unable(BUSY.format(target=self.target)) from error
            yield

    def state(self) -> State:
        """See `releases.Place`."""
        current = self.root / "current"
        names = in_order(path.name for path in self.releases.glob("*"))
        name = current.readlink().name if current.is_symlink() else None
        return State(name if name in names else None, names)

    def version(self) -> str:
        """See `releases.Place`."""
        return (self.root / "current" / VERSION).read_text()

    def receive(self, site: Path, digests: Mapping[str, str], name: str, earlier: str | None) -> None:
        """See `releases.Place`."""
        staging = self.releases / f".{name}"
        try:
            self._copy(site, digests, staging, self.releases / earlier if earlier else None)
            if file_digests(staging) != digests:
                raise Unable(DIFFERS.format(target=self.target))
            staging.rename(self.releases / name)
            _to_disk(self.releases)
        except BaseException:
            shutil.rmtree(staging, ignore_errors=True)
            raise

    def point(self, name: str) -> None:
        """See `releases.Place`."""
        link = self.root / ".current"
        link.unlink(missing_ok=True)
        link.symlink_to(Path("releases") / name)
        link.replace(self.root / "current")
        _to_disk(self.root)

    def discard(self, names: Iterable[str]) -> None:
        """See `releases.Place`."""
        for name in names:
            # Half a release must never look like one.
            (self.releases / name).rename(self.releases / f".{name}")
        for left in self.releases.iterdir():
            if left.name.startswith(".") and NAME.fullmatch(left.name[1:]):
                shutil.rmtree(left, ignore_errors=True)

    def _copy(self, site: Path, digests: Mapping[str, str], staging: Path, earlier: Path | None) -> None:
        there = file_digests(earlier) if earlier else {}
        staging.mkdir()
        for path, digest in digests.items():
            copy = staging / path
            copy.parent.mkdir(parents=True, exist_ok=True)
            # A link keeps the time of the file too: what a server answered about it stays true for readers who have it.
            if earlier and there.get(path) == digest:
                copy.hardlink_to(earlier / path)
            else:
                shutil.copyfile(site / path, copy)
                copy.chmod(0o644)
                _to_disk(copy)
        for folder in (staging, *(path for path in staging.rglob("*") if path.is_dir())):
            folder.chmod(0o755)
            _to_disk(folder)


def _to_disk(path: Path) -> None:
    """Wait until `path` stands where a power cut does not reach it."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
