"""What tests of a build share."""

from pathlib import Path

import pytest

from scripts import check as checks
from scripts.content import Content, settings


@pytest.fixture
def town(small: Path) -> Content:
    """The content of the small project."""
    return checks.run(settings.of(small))[0]


def contents(folder: Path) -> dict[str, bytes]:
    """Return what is in every file below `folder`, by name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
