"""Put a finished site before readers, all at once, with a way back: a folder, a server over ssh, or a bucket."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from scripts.deploy import releases
from scripts.deploy.bucket import SCHEME, Bucket
from scripts.deploy.folder import Folder
from scripts.deploy.releases import Place
from scripts.deploy.remote import Remote
from scripts.digest import file_digests, read_version, version_of
from scripts.disk import in_one_sentence
from scripts.report import Text, Unable

SERVER = re.compile(r"[\w.-]+@[\w.-]+:.+", re.ASCII)
SHOWN = Text("{target} toont {name} (commit {commit}).", "{target} shows {name} (commit {commit}).")
KEPT = Text("Bewaard: {names}.", "Kept: {names}.")
NOTHING = Text("{target}: hier is nog niets gedeployd.", "{target}: nothing has been deployed here yet.")
NO_WAY_BACK = Text(
    "Een bucket bewaart geen eerdere releases; bouw de commit van toen en deploy die.",
    "A bucket keeps no earlier releases; build the commit of that time and deploy it.",
)
NOWHERE = Text(
    "Zeg waar de site heen moet, een map, gebruiker@server:map of s3://bucket/map: make deploy TARGET=/srv/www/site",
    "Say where the site goes, a folder, user@host:folder or s3://bucket/folder: make deploy TARGET=/srv/www/site",
)
OTHER = Text("{target}: {problem}", "{target}: {problem}")


class Release(NamedTuple):
    """What readers see at `target`: the name of the release, the commit it was built from, and all that are kept."""

    target: str
    name: str
    commit: str
    kept: tuple[str, ...] = ()

    def text(self) -> Text:
        """Return it in a sentence or two."""
        shown, kept = SHOWN.format(**self._asdict()), KEPT.format(names=", ".join(self.kept))
        return Text(f"{shown.nl} {kept.nl}", f"{shown.en} {kept.en}") if self.kept else shown


def deploy(site: Path, target: str, check: str | None = None) -> Release:
    """Let readers of `target` see `site`, and when `check` is the address they use, look whether they do.

    Raises `Unable` with one sentence when it cannot be done; readers of a folder or server then see what they saw.
    """
    with _in_one_sentence(target):
        digests = file_digests(site)
        version = version_of(site, digests)
        if target.startswith(SCHEME):
            Bucket(target).deploy(site, digests, check)
        else:
            releases.deploy(_place(target), site, digests, version, check)
    return status(target)


def rollback(target: str) -> Release:
    """Let readers of `target` see the release before the one they see now. Raises `Unable` when there is none."""
    if target.startswith(SCHEME):
        raise Unable(NO_WAY_BACK)
    with _in_one_sentence(target):
        releases.rollback(_place(target))
    return status(target)


def status(target: str) -> Release:
    """Return what readers of `target` see, and which releases are kept. Raises `Unable` when there is nothing."""
    with _in_one_sentence(target):
        if target.startswith(SCHEME):
            version = read_version(Bucket(target).version())
            return Release(target, version.digest[:12], version.commit)
        place = _place(target)
        state = place.state()
        if state.current is None:
            raise Unable(NOTHING.format(target=target))
        return Release(target, state.current, read_version(place.version()).commit, state.releases)


def _place(target: str) -> Place:
    return Remote(target) if SERVER.fullmatch(target) else Folder(target)


@contextmanager
def _in_one_sentence(target: str) -> Iterator[None]:
    if not target.strip():
        raise Unable(NOWHERE)
    try:
        with in_one_sentence(target):
            yield
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or error
        raise Unable(OTHER.format(target=target, problem=problem)) from error
