"""A file is replaced whole or not at all."""

import stat
from pathlib import Path

import pytest

from scripts import files


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_text("oud")
    path.chmod(0o640)
    files.write(path, b"nieuw")
    assert (path.read_text(), stat.S_IMODE(path.stat().st_mode)) == ("nieuw", 0o640)

    def full(self: Path, target: Path) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        files.write(path, b"half")
    assert path.read_text() == "nieuw"
    assert list(tmp_path.iterdir()) == [path]
