"""Which files a site has, as one number: what the build writes in version.json and every deployment compares."""

import hashlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pydantic import BaseModel

from scripts.report import Unable
from scripts.words import phrase

# It names the digest of all other files, so it cannot be among them.
VERSION = "version.json"


class Version(BaseModel):
    """What version.json says: the commit that the site was built from, for which day, and the digest of its files.

    Sites of before the day was written down have none.
    """

    commit: str
    day: date | None = None
    digest: str


def file_digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file below `folder`, by its path from there.

    Raises `Unable` for a symlink or anything else that is no file or folder: not every target could keep it.
    """
    digests = {}
    for path in folder.rglob("*"):
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            raise Unable(phrase("deploy.no_file", path=path))
        if path.is_file():
            with path.open("rb") as file:
                digests[path.relative_to(folder).as_posix()] = hashlib.file_digest(file, "sha256").hexdigest()
    return digests


def digest_of(digests: Mapping[str, str]) -> str:
    """Return the digest of the tree that has these files: that of the lines `sha256sum` prints, in order of path."""
    lines = (f"{digests[path]}  {path}\n" for path in sorted(digests) if path != VERSION)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def version_of(site: Path, digests: Mapping[str, str]) -> Version:
    """Return what `site` says it is. Raises `Unable` when it does not say so, or its files, `digests`, are others."""
    try:
        version = Version.model_validate_json((site / VERSION).read_text())
    except (OSError, ValueError) as error:
        raise Unable(phrase("deploy.no_version", site=site)) from error
    if version.digest != digest_of(digests):
        raise Unable(phrase("deploy.other_files", site=site))
    return version


def write_version(site: Path, commit: str, day: date) -> None:
    """Write into `site`, where nothing changes any more, that it is built from `commit` for `day`, with its files."""
    version = Version(commit=commit, day=day, digest=digest_of(file_digests(site)))
    (site / VERSION).write_text(version.model_dump_json(indent=1) + "\n", encoding="utf-8")
