"""ZIP archives whose bytes depend on what is in them and on nothing else."""

from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def write(path: Path, files: Mapping[str, bytes]) -> None:
    """Write an archive of `files`, contents by name, at `path`, in the order of the names."""
    with ZipFile(path, "w") as archive:
        for name in sorted(files):
            entry = ZipInfo(name)  # of 1980: the first moment that the format knows
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name], ZIP_DEFLATED)
