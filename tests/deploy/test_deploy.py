"""Releases in a folder and on a server: shown at once, kept, taken back, and never half."""

import json
import multiprocessing
import os
import re
import shutil
import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path
from threading import Event, Timer
from unittest.mock import Mock

import pytest
import time_machine

from scripts import deploy
from scripts.deploy import health
from scripts.report import Unable
from scripts.version import digest_of, file_digests
from tests.visiting import hosted

SITE, PLACE, HASHED = Path("site"), Path("a place"), "assets/style.0a1b2c3d.css"
PROGRAMS = {
    # Forgets its options and the name of the host, and runs the command here, as a server's shell would.
    "ssh": """while :; do case "$1" in -o|-l) shift 2;; --) shift; break;; -*) shift;; *) break;; esac; done
shift; [ "$1" = -- ] && shift; exec sh -c "$*" """,
    # The server's, as that of macOS and BSD: it knows not -T but -h.
    "mv": f"""case "$1" in -T|--help) echo 'usage: mv [-f | -i | -n] [-hv] source target' >&2; exit 64;;
-h) shift; exec {shutil.which("mv")} -T "$@";; *) exec {shutil.which("mv")} "$@";; esac""",
}


def write_site(folder: Path, word: str, **more: str) -> Path:
    """Write a site whose changing files all say `word`, with `more` files, and the version.json that fits it."""
    shutil.rmtree(folder, ignore_errors=True)
    pages = {"index.html": word * 50, "en/index.html": word * 40, "404.html": f"404 {word}"}
    always = {HASHED: "always the same", ".well-known/security.txt": "Contact: mailto:security@example.org"}
    for path, text in (pages | always | more).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    (folder / "version.json").write_text(json.dumps({"commit": word, "digest": digest_of(file_digests(folder))}))
    return folder


@pytest.fixture(params=["folder", "server"])
def target(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """PLACE, named as on the command line."""
    monkeypatch.chdir(tmp_path)
    for name, lines in PROGRAMS.items() if request.param == "server" else ():
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\n{lines}\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}/bin{os.pathsep}{os.environ['PATH']}")
    return f"web@example.org:{PLACE}" if request.param == "server" else str(PLACE)


def deployed(word: str, target: str, check: str | None = None) -> deploy.Release:
    return deploy.deploy(write_site(SITE, word), target, check)


def names() -> list[str]:
    return sorted(path.name for path in (PLACE / "releases").iterdir())


def whole(folder: Path = PLACE / "current") -> str:
    """Return which site `folder` is; fail when it is not all of one."""
    folder = folder.resolve()  # what was killed may have told a server to switch, which it does while we read
    version = json.loads((folder / "version.json").read_text())
    assert version["digest"] == digest_of(file_digests(folder))
    return str(version["commit"])


def test_what_is_shown_is_known_and_can_be_taken_back(target: str) -> None:
    good, bad = deployed("good", target), deployed("bad", target)
    assert (deploy.status(target), bad.kept, whole()) == (bad, (good.name, bad.name), "bad")
    assert deploy.rollback(target).name == good.name
    with pytest.raises(Unable, match="no earlier release"):
        deploy.rollback(target)
    with time_machine.travel(datetime(2020, 1, 1, tzinfo=UTC)):  # a clock may be set back
        better = deployed("better", target)
    assert better.kept == (good.name, better.name), "what was taken back is no way back"
    assert (deploy.rollback(target).commit, whole()) == ("good", "good")


def test_five_are_kept_with_what_others_put_there(target: str) -> None:
    for name in (".notes", "backup"):
        (PLACE / "releases" / name).mkdir(parents=True)
    usual = os.umask(0o077)
    shown = [deployed(f"number {number}", target).name for number in range(7)]
    os.umask(usual)
    assert names() == [".notes", *sorted(shown)[-5:], "backup"]
    old, new = (PLACE / "releases" / name for name in shown[-2:])
    assert (old / HASHED).samefile(new / HASHED), "files that stay the same are shared"
    assert {path.stat().st_mode & 0o777 for path in new.rglob("*")} == {0o755, 0o644}


def test_what_fails_is_not_shown_or_taken_back(target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Unable, match="no earlier one to go back to"):
        deployed("zero", target, "http://127.0.0.1:1/")
    with hosted(PLACE / "current", **{"": (200, "TEXT/HTML", b"one" * 50)}) as address:
        deployed("one", target, address)
    failing = hosted(PLACE / "current", en=(500, "text/html", b""))
    with failing as address, pytest.raises(Unable, match=r"/en/ answers 500, not 200\); readers see \d{8}T"):
        deployed("two", target, address)
    assert whole() == "one"
    tearing = """rsync "$@"; for page in 'a place/releases/'.2*/404.html; do echo 404 tow >"$page"; done"""
    with monkeypatch.context() as patch, pytest.raises(Unable, match="not the same as the site"):
        patch.setattr(deploy, "RSYNC", ("sh", "-c", tearing, *deploy.RSYNC))
        deployed("two", target)
    assert (whole(), len(names())) == ("one", 2)
    with pytest.raises(KeyboardInterrupt):
        monkeypatch.setattr(health, "ensure", Mock(side_effect=KeyboardInterrupt))
        deployed("two", target)
    assert whole() == "one"


@pytest.mark.parametrize(
    ("address", "answer", "words"),
    [
        ("", (301, "text/html", b""), "/ answers 301, not 200"),
        ("en", (200, "text/plain", b""), "/en/ has the type text/plain"),
        ("this-page-does-not-exist", (200, "text/html", b""), "answers 200, not 404"),
        ("this-page-does-not-exist", (404, "text/html", b"nginx"), "is not that of this site"),
        ("version.json", (200, "application/json", b"{}"), "version.json is not that of this site"),
    ],
)
def test_every_other_answer_is_a_failure(
    tmp_path: Path, address: str, answer: tuple[int, str, bytes], words: str
) -> None:
    site = write_site(tmp_path, "one")
    with hosted(site, **{address: answer}) as base, pytest.raises(Unable, match=re.escape(words)) as found:
        health.ensure(base, file_digests(site), "deploy.bucket_fails", target="s3://x")
    assert found.value.sentence.en.count(base) == 1


def test_what_cannot_be_is_one_sentence(target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    site = write_site(SITE, "one")
    for words, action in {
        "Say where the site goes": partial(deploy.deploy, site, " "),
        "is no address to check": partial(deploy.deploy, site, target, "ftp://example.org"),
        "no readable version.json": partial(deploy.deploy, Path("empty"), target),
        "nothing has been deployed": partial(deploy.status, target),
        "site/404.html": partial(deploy.deploy, site, target.replace("a place", "site/404.html")),
    }.items():
        with pytest.raises(Unable, match=words) as refused:
            action()
        assert "\n" not in refused.value.sentence.nl
    with deploy._lock(target), pytest.raises(Unable, match="another deployment is at work"):
        deploy.rollback(target)
    monkeypatch.setenv("PATH", str(Path("bin").absolute()))
    with pytest.raises(Unable, match="Install rsync first"):
        deploy.deploy(site, target)
    assert not (PLACE / "current").exists()


def dying(target: str, command: int) -> None:
    """Deploy, and end, as nobody can prevent, just after the start of a certain command."""
    started = count(1)

    def end(event: str, _: object) -> None:
        if event == "subprocess.Popen" and next(started) == command:
            Timer(0.01, os.kill, (os.getpid(), signal.SIGKILL)).start()

    sys.addaudithook(end)
    deploy.deploy(SITE, target)


def test_killed_half_way_readers_keep_a_whole_site(target: str) -> None:
    shown = deployed("start", target).commit
    for command in range(2, 8):  # the fourth copies, the fifth compares, the sixth shows, the seventh clears away
        write_site(SITE, f"killed at {command}")
        killed = multiprocessing.get_context("fork").Process(target=dying, args=(target, command))
        killed.start()
        killed.join()
        assert killed.exitcode == -signal.SIGKILL
        assert whole() in (shown, f"killed at {command}")
        assert all(whole(PLACE / "releases" / name) for name in names() if deploy.NAME.fullmatch(name))
        time.sleep(0.5)  # what it had started ends too
        shown = deployed(f"after {command}", target).commit
        assert whole() == shown
        assert all(deploy.NAME.fullmatch(name) for name in names())


def test_readers_meet_no_missing_file_and_no_other(target: str) -> None:
    both = [deployed(word, target).name for word in ("one", "two")]
    done = Event()

    def read() -> set[str]:
        seen = set()
        while not done.is_set():
            seen.add((PLACE / "current/index.html").read_text())
        return seen

    with ThreadPoolExecutor() as pool:
        reader = pool.submit(read)
        try:
            for number in range(10):
                deploy._sh(target, deploy.SHOW, name=both[number % 2])
        finally:
            done.set()
    assert reader.result() == {"one" * 50, "two" * 50}
