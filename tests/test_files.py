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


def test_files_that_are_added_come_with_their_folders_and_go_when_the_work_fails(tmp_path: Path) -> None:
    new = {tmp_path / "a/b/c.md": b"c", tmp_path / "a/d.yml": b"d"}
    for problem in (ValueError, KeyboardInterrupt):
        with pytest.raises(problem), files.adding(new):
            assert all(path.read_bytes() == data for path, data in new.items())
            raise problem
        assert not list(tmp_path.iterdir())
    with pytest.raises(OSError, match="too long"), files.adding(new | {tmp_path / ("x" * 300): b"not to be written"}):
        pass
    assert not list(tmp_path.iterdir())
    with files.adding(new):
        pass
    assert all(path.is_file() for path in new)
