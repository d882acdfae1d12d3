"""The swap of folders, and what the next run finds after a run that was killed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scripts import digest, swap
from scripts.build import build
from scripts.report import Unable

# Where the work begins, in seconds after the start of the program, and how long it takes at most.
BEGINS, LASTS = 0.5, 3.0
KILLS = 25


def folder(path: Path, word: str) -> Path:
    path.mkdir(parents=True)
    (path / "index.html").write_text(word)
    return path


@pytest.mark.parametrize("exchanges", [True, False])
def test_the_new_folder_is_there_and_the_old_one_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchanges: bool
) -> None:
    if not exchanges:
        monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    target = tmp_path / "site"
    for word in ("one", "two", "three"):
        with swap.beside(target) as place:
            swap.swap(folder(place / "site", word), target)
        assert (target / "index.html").read_text() == word
    assert list(tmp_path.iterdir()) == [target]


def test_two_folders_change_names_in_one_step(tmp_path: Path) -> None:
    one, other = folder(tmp_path / "one", "1"), folder(tmp_path / "other", "2")
    assert swap._exchange(one, other)
    assert [(path / "index.html").read_text() for path in (one, other)] == ["2", "1"]
    assert not swap._exchange(one, tmp_path / "nothing")


def test_what_a_dead_process_left_goes_and_that_of_another_stays(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    left, other = folder(tmp_path / f".site-{dead.pid}-abc", "x"), folder(tmp_path / f".site-{os.getppid()}-abc", "y")
    mine = folder(tmp_path / ".site-notes", "z")
    with swap.beside(tmp_path / "site"):
        assert not left.exists()
        assert other.exists()
        assert mine.exists()


@pytest.mark.parametrize("word", ["build", "optimise"])
def test_killed_at_any_moment_the_site_is_whole(small: Path, word: str) -> None:
    site, page = small / "site", small / "docs/nl/stad/markt.md"
    build(small, site)
    chance = random.Random(word)  # noqa: S311 the same moments in each run
    text = page.read_text()
    for number in range(KILLS):
        page.write_text(text.replace("Alleen", f"Alleen ({number})"))
        program = subprocess.Popen(
            [sys.executable, "-m", "scripts", word], cwd=small, stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(BEGINS + chance.random() * LASTS)
        os.killpg(program.pid, signal.SIGKILL)
        program.wait()
        digest.version_of(site, digest.file_digests(site))  # refuses what is not whole
    assert subprocess.run([sys.executable, "-m", "scripts", word], cwd=small, check=False).returncode == 0
    digest.version_of(site, digest.file_digests(site))
    assert [path.name for path in small.glob(".site-*")] == []


def test_a_site_that_says_nonsense_of_itself_is_refused(tmp_path: Path) -> None:
    digest.renew_version(tmp_path)
    (tmp_path / "version.json").write_text("{")
    with pytest.raises(Unable):
        digest.renew_version(tmp_path)
