"""Releases in a folder and on a server: shown at once, kept, taken back, and never half."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread

import pytest

from scripts import deploy
from scripts.deploy import releases, remote
from scripts.deploy.folder import Folder
from scripts.report import Unable
from tests.conftest import ROOT
from tests.deploy.conftest import HASHED, serving, whole

Site = Callable[..., Path]


def names(root: Path) -> list[str]:
    return sorted(os.listdir(root / "releases"))  # noqa: PTH208 with the hidden ones


def test_a_release_is_shown_and_the_way_back_too(site: Site, target: str, tmp_path: Path) -> None:
    current = tmp_path / "a place/current"
    first = deploy.deploy(site("one"), target)
    assert (first.commit, whole(current)) == ("one", "one")
    second = deploy.deploy(site("two", **{"new page/index.html": "new"}), target)
    assert second.kept == (first.name, second.name)
    assert whole(current) == "two"
    assert deploy.status(target) == second
    assert deploy.rollback(target).name == first.name
    assert whole(current) == "one"
    with pytest.raises(Unable, match="no earlier release"):
        deploy.rollback(target)


def test_what_was_taken_back_is_no_way_back(site: Site, target: str) -> None:
    good = deploy.deploy(site("good"), target)
    deploy.deploy(site("bad"), target)
    deploy.rollback(target)
    better = deploy.deploy(site("better"), target)
    assert better.kept == (good.name, better.name)
    assert deploy.rollback(target).commit == "good"


def test_five_releases_are_kept(site: Site, target: str, tmp_path: Path) -> None:
    shown = [deploy.deploy(site(f"number {number}"), target).name for number in range(7)]
    assert shown == sorted(shown)
    assert names(tmp_path / "a place") == shown[-5:]


def test_files_that_stay_the_same_are_shared_and_readable(site: Site, target: str, tmp_path: Path) -> None:
    os.umask(umask := os.umask(0o077))
    try:
        os.umask(0o077)
        one, two = deploy.deploy(site("one"), target).name, deploy.deploy(site("two"), target).name
    finally:
        os.umask(umask)
    old, new = (tmp_path / "a place/releases" / name for name in (one, two))
    assert (old / HASHED).samefile(new / HASHED)
    assert not (old / "index.html").samefile(new / "index.html")
    assert {path.stat().st_mode & 0o777 for path in new.rglob("*") if path.is_file()} == {0o644}
    assert {path.stat().st_mode & 0o777 for path in (new, new / "assets")} == {0o755}


def test_a_second_deployment_at_once_is_refused(site: Site, target: str) -> None:
    folder = site("one")
    place = remote.Remote(target) if "@" in target else Folder(target)
    with place.lock(), pytest.raises(Unable, match="another deployment is at work"):
        deploy.deploy(folder, target)
    deploy.deploy(folder, target)


def test_a_release_that_fails_its_check_is_taken_back(site: Site, target: str, tmp_path: Path) -> None:
    current = tmp_path / "a place/current"
    with serving(current) as address:
        deploy.deploy(site("one"), target, address)
    with (
        serving(current, en=(500, "text/html", None)) as address,
        pytest.raises(Unable, match=r"/en/ answers 500, not 200\); readers see \d{8}T"),
    ):
        deploy.deploy(site("two"), target, address)
    assert whole(current) == "one"
    deploy.deploy(site("three"), target)
    assert len(names(tmp_path / "a place")) == 2


def test_a_first_release_that_fails_its_check_says_so(site: Site, target: str) -> None:
    with pytest.raises(Unable, match="no earlier one to go back to"):
        deploy.deploy(site("one"), target, "http://127.0.0.1:1/")


def test_a_place_without_releases_says_so(target: str) -> None:
    with pytest.raises(Unable, match="nothing has been deployed"):
        deploy.status(target)


def test_other_things_in_the_place_stay(site: Site, target: str, tmp_path: Path) -> None:
    kept = [tmp_path / "a place/releases" / name for name in (".notes", "backup")]
    for path in kept:
        path.mkdir(parents=True)
    for word in "abcdefg":
        deploy.deploy(site(word), target)
    assert all(path.is_dir() for path in kept)


def test_a_copy_that_differs_is_never_shown(
    site: Site, target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deploy.deploy(site("one"), target)
    if "@" in target:
        call = remote.Remote._call

        def tearing(place: remote.Remote, command: list[str]) -> str:
            said = call(place, command)
            for page in tmp_path.glob("a place/releases/.*/404.html") if command[0] == "rsync" else ():
                page.write_text("404 tow")  # as long as it was
            return said

        monkeypatch.setattr(remote.Remote, "_call", tearing)
    else:
        monkeypatch.setattr(shutil, "copyfile", lambda _, copy: copy.write_text("torn"))
    with pytest.raises(Unable, match="not the same as the site"):
        deploy.deploy(site("two"), target)
    assert whole(tmp_path / "a place/current") == "one"
    assert len(names(tmp_path / "a place")) == 1


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk is full"),
        (errno.EROFS, "writing is not allowed"),
        (errno.EACCES, "writing is not allowed"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
@pytest.mark.parametrize("target", ["folder"], indirect=True)
def test_a_disk_that_refuses_is_one_sentence(
    site: Site, target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    def full(_: Path, copy: Path) -> None:
        copy.write_text("half")
        raise OSError(code, os.strerror(code))

    deploy.deploy(site("one"), target)
    with monkeypatch.context() as patch, pytest.raises(Unable, match=words) as refused:
        patch.setattr(shutil, "copyfile", full)
        deploy.deploy(site("two"), target)
    assert "\n" not in refused.value.sentence.nl
    assert whole(tmp_path / "a place/current") == "one"
    assert len(names(tmp_path / "a place")) == 1
    assert deploy.deploy(site("two"), target).commit == "two"


@pytest.mark.parametrize("target", ["server"], indirect=True)
def test_a_server_that_refuses_is_one_sentence(site: Site, target: str, tmp_path: Path) -> None:
    (tmp_path / "a place").write_text("in the way")
    with pytest.raises(Unable) as refused:
        deploy.deploy(site("one"), target)
    assert "a place" in refused.value.sentence.en
    assert "\n" not in refused.value.sentence.en


@pytest.mark.parametrize("target", ["server"], indirect=True)
def test_a_program_that_is_missing_is_named(site: Site, target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.environ["PATH"].split(os.pathsep)[0])
    with pytest.raises(Unable, match="Install rsync first"):
        deploy.deploy(site("one"), target)


def test_names_follow_each_other_where_a_clock_does_not() -> None:
    now = datetime(2026, 11, 24, 12, 0, 0, tzinfo=UTC)
    first = releases.new_name(now, "0123456789abcdef", None)
    assert first == "20261124T120000Z-0123456789ab"
    assert releases.new_name(now, "a" * 64, first) == f"20261124T120001Z-{'a' * 12}"
    assert releases.new_name(now.replace(year=2025), "a" * 64, first) > first


# Ends itself, as nobody can prevent, when it has come to a certain line; or else says how many there were.
KILLED = """
import os, signal, sys
from pathlib import Path
from scripts import deploy
lines, end = 0, int(sys.argv[3])
def count(frame, event, argument):
    global lines
    lines += 1
    if lines == end:
        os.kill(os.getpid(), signal.SIGKILL)
    return count
sys.settrace(count)
deploy.deploy(Path(sys.argv[1]), sys.argv[2])
sys.settrace(None)
print(lines)
"""


def killed(site: Path, target: str, line: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", KILLED, str(site), target, str(line)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def soon(site: Path, target: str) -> None:
    """Deploy, when the connection of whoever was killed has ended too."""
    for _ in range(50):
        try:
            deploy.deploy(site, target)
        except Unable as unable:
            if "another deployment" not in unable.sentence.en:
                raise
            time.sleep(0.1)
        else:
            return


def test_killed_at_any_point_readers_keep_a_whole_site(site: Site, target: str, tmp_path: Path) -> None:
    chance = random.Random(6)  # noqa: S311 not for secrets
    root = tmp_path / "a place"
    deploy.deploy(site("start"), target)
    shown = "first"
    all_lines = int(killed(site(shown), target, 0).stdout)
    # A server takes longer, for each step is a program; what is between the steps is the same.
    for number in range(10 if "@" in target else 50):
        word = f"number {number}"
        result = killed(site(word), target, chance.randrange(1, all_lines))
        assert result.returncode == -signal.SIGKILL, result.stderr
        assert whole(root / "current") in (shown, word)
        assert all(whole(root / "releases" / name) for name in releases.in_order(names(root)))
        shown = f"after {number}"
        soon(site(shown), target)
        assert whole(root / "current") == shown
        kept = names(root)
        assert len(kept) <= releases.KEPT
        assert all(releases.NAME.fullmatch(name) for name in kept)


@pytest.mark.parametrize("target", ["folder"], indirect=True)
def test_readers_meet_no_missing_and_no_mixed_file_in_200_swaps(site: Site, target: str, tmp_path: Path) -> None:
    place, current = Folder(target), tmp_path / "a place/current"
    both = [deploy.deploy(site(word), target).name for word in ("one", "two")]
    seen: list[tuple[str, str]] = []
    failed: list[BaseException] = []
    done = Event()

    def read() -> None:
        try:
            while not done.is_set():
                alone = (current / "index.html").read_text()
                folder = os.open(current, os.O_RDONLY)
                pages = [os.open(name, os.O_RDONLY, dir_fd=folder) for name in ("index.html", "en/index.html")]
                home, english = (os.read(page, 1000).decode() for page in pages)
                seen.append((home, english))
                for opened in (folder, *pages):
                    os.close(opened)
                assert alone in ("one" * 50, "two" * 50)
        except BaseException as error:
            failed.append(error)

    reader = Thread(target=read)
    reader.start()
    for number in range(200):
        place.point(both[number % 2])
    done.set()
    reader.join()
    assert not failed
    assert set(seen) == {("one" * 50, "one" * 40), ("two" * 50, "two" * 40)}
