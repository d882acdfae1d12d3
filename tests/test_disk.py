"""A disk that is full or may not be written: one sentence, and what was there stays."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from scripts import cards, optimise, promises
from scripts.build import build
from scripts.disk import in_one_sentence
from scripts.report import Unable

PROBLEMS = [
    (errno.ENOSPC, "disk is full"),
    (errno.EDQUOT, "disk is full"),
    (errno.EROFS, "not allowed"),
    (errno.EACCES, "not allowed"),
]


@pytest.mark.parametrize(("number", "words"), PROBLEMS)
def test_a_disk_that_refuses_is_one_sentence(number: int, words: str) -> None:
    with pytest.raises(Unable) as unable, in_one_sentence("site"):
        raise OSError(number, "x")
    assert words in unable.value.sentence.en
    assert unable.value.sentence.nl.startswith("site: ")


def test_another_fault_is_no_matter_of_the_disk() -> None:
    with pytest.raises(FileNotFoundError), in_one_sentence("site"):
        raise FileNotFoundError(errno.ENOENT, "x")


@pytest.mark.parametrize("step", [promises, cards])
def test_a_full_disk_leaves_the_site_that_was_there(small: Path, monkeypatch: pytest.MonkeyPatch, step: object) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    target = small / "site"
    target.mkdir()
    (target / "index.html").write_text("old")
    with monkeypatch.context() as patch, pytest.raises(Unable) as unable:
        patch.setattr(step, "write", full)
        build(small, target)
    assert "disk is full" in unable.value.sentence.en
    with monkeypatch.context() as patch, pytest.raises(Unable):
        patch.setattr(optimise, "optimise", full)
        optimise.replace(target, small / ".cache")
    assert (target / "index.html").read_text() == "old"
    assert [path.name for path in small.glob(".site-*")] == []
