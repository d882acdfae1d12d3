"""Put a finished site before readers, all at once, with a way back: in a folder, here or on a server, or in a bucket.

In a folder, each release is `releases/<time>-<digest>`, and the symlink `current` leads to the one that readers see. A
newer one was taken back or never shown: the next deployment removes it, so that the one before is always the way back.
"""

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from scripts.deploy import bucket, health
from scripts.report import Text, Unable
from scripts.version import VERSION, Version, file_digests, version_of
from scripts.words import phrase

KEPT = 5
TIME = "%Y%m%dT%H%M%SZ"
NAME = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{12}")
SERVER = re.compile(r"([\w.-]+@[\w.-]+):(.+)", re.ASCII)
# Never wait for a password or for a host that does not answer.
SSH = "ssh -o BatchMode=yes -o ConnectTimeout=10 -o ServerAliveInterval=10 -o LogLevel=ERROR"
# By what is in them, not by their times; protected: the server's shell sees no name of a file.
RSYNC = (*"rsync --recursive --protect-args --perms --chmod=D755,F644 --checksum".split(), f"--rsh={SSH}")
# The lock lasts as long as the connection: when this program ends, in any way, `cat` ends too. macOS has no flock.
LOCK = """mkdir -p {folder}/releases && cd {folder} && : >>.lock || exit
if command -v flock >/dev/null; then flock -n .lock sh -c 'echo held; exec cat' || echo busy
else echo held; exec cat; fi"""
STATE = "cd {folder}/releases 2>/dev/null || exit 0; readlink ../current || echo; ls"
SHOWN = "cat {folder}/current/version.json || :"
# What came whole gets its name. The switch is one rename: GNU and BSD have their own option not to follow the old link.
SHOW = """cd {folder} && ln -sfn releases/{name} .current || exit
if test -d releases/.{name}; then sync && mv releases/.{name} releases/{name} || exit; fi
case $(mv --help 2>&1) in *-T*) mv -T .current current;; *) mv -h .current current;; esac && sync"""
# Half a release must never look like one.
DISCARD = """cd {folder}/releases || exit
for name in {names}; do mv "$name" ".$name" || exit; done
rm -rf .[0-9]*T[0-9]*Z-* || :"""


class Release(NamedTuple):
    """What readers see at `target`: the name of the release, the commit it was built from, and all that are kept."""

    target: str
    name: str
    commit: str
    kept: tuple[str, ...] = ()

    def text(self) -> Text:
        """Return it in a sentence or two."""
        return phrase(f"deploy.{'kept' if self.kept else 'shown'}", **self._asdict(), names=", ".join(self.kept))


def deploy(site: Path, target: str, check: str | None = None) -> Release:
    """Let readers of `target` see `site`, and when `check` is the address they use, look whether they do.

    Raises `Unable` with one sentence when it cannot be done; readers of a folder or server then see what they saw.
    """
    if check and not check.startswith(("https://", "http://")):
        raise Unable(phrase("deploy.no_address", base=check))
    try:
        digests = file_digests(site)
        digest = version_of(site, digests).digest
        if target.startswith(bucket.SCHEME):
            fails = "deploy.bucket_fails"
            bucket.deploy(target, site, digests, lambda: health.ensure(check, digests, fails, target=target))
        else:
            with _lock(target):
                _release(target, site, digests, digest, check)
    except OSError as error:
        raise _unable(target, str(error)) from error
    return status(target)


def rollback(target: str) -> Release:
    """Let readers of `target` see the release before the one they see now. Raises `Unable` when there is none."""
    if target.startswith(bucket.SCHEME):
        raise Unable(phrase("deploy.no_releases"))
    with _lock(target):
        current, releases = _state(target)
        earlier = [name for name in releases if name < current]
        if not earlier:
            raise Unable(phrase("deploy.no_earlier", target=target))
        _sh(target, SHOW, name=earlier[-1])
    return status(target)


def status(target: str) -> Release:
    """Return what readers of `target` see, and which releases are kept. Raises `Unable` when there is nothing."""
    stored = target.startswith(bucket.SCHEME)
    current, releases = ("", ()) if stored else _state(target)
    try:
        version = Version.model_validate_json(bucket.read(target, VERSION) if stored else _sh(target, SHOWN))
    except ValueError as error:
        raise Unable(phrase("deploy.nothing", target=target)) from error
    return Release(target, current or version.digest[:12], version.commit, releases)


def _release(target: str, site: Path, digests: Mapping[str, str], digest: str, check: str | None) -> None:
    current, releases = _state(target)
    shown = [name for name in releases if name <= current or not current]
    # Later than the last, also within one second or where a clock was set back.
    after = [datetime.strptime(f"{name[:16]}+0000", f"{TIME}%z") + timedelta(seconds=1) for name in shown[-1:]]
    name = f"{max([datetime.now(UTC), *after]):{TIME}}-{digest[:12]}"
    _sh(target, DISCARD, names=shlex.join(set(releases) - set(shown)))
    try:
        _copy(target, site, digests, f"releases/.{name}", current)
        _sh(target, SHOW, name=name)
        health.ensure(check, digests, f"deploy.{'taken_back' if current else 'first_fails'}", name=current)
    except BaseException:
        with suppress(Unable):
            _sh(target, DISCARD, names="")
            if current:
                _sh(target, SHOW, name=current)
        raise
    _sh(target, DISCARD, names=shlex.join([*shown, name][:-KEPT]))


def _copy(target: str, site: Path, digests: Mapping[str, str], folder: str, earlier: str) -> None:
    place = target if SERVER.fullmatch(target) else Path(target).absolute()
    command = [*RSYNC, f"--link-dest=../{earlier}"]
    # Asked again, now for what is left to send, rsync compares the checksums of both sides.
    for asked in ([], ["--dry-run", "--itemize-changes"]):
        left = _run(target, [*command, *asked, "--", f"{site}/", f"{place}/{folder}/"])
    if left or file_digests(site) != digests:
        raise Unable(phrase("deploy.differs", target=target))


@contextmanager
def _lock(target: str) -> Iterator[None]:
    pipe = subprocess.PIPE
    with subprocess.Popen(_shell(target, LOCK), stdin=pipe, stdout=pipe, stderr=pipe, text=True) as held:
        answer = held.stdout.readline().strip() if held.stdout else ""
        if answer != "held":
            raise Unable(phrase("deploy.busy", target=target)) if answer else _unable(target, held.communicate()[1])
        yield


def _state(target: str) -> tuple[str, tuple[str, ...]]:
    """Return the release that readers see, if any, and all that are there, in order of time."""
    link, *names = _sh(target, STATE).splitlines() or [""]
    releases = tuple(sorted(name for name in names if NAME.fullmatch(name)))
    return (name if (name := link.rpartition("/")[2]) in releases else ""), releases


def _sh(target: str, command: str, **values: str) -> str:
    return _run(target, _shell(target, command, **values))


def _shell(target: str, command: str, **values: str) -> list[str]:
    """Return what runs `command`, a line for `sh`, where `target` is."""
    if not target.strip():
        raise Unable(phrase("deploy.nowhere"))
    server = SERVER.fullmatch(target)
    for program in ("ssh", "rsync") if server else ("rsync",):
        if not shutil.which(program):
            raise Unable(phrase("deploy.no_program", program=program))
    shell = (*SSH.split(), "--", server[1]) if server else ("sh", "-c")
    folder = server[2] if server else str(Path(target).absolute())
    return [*shell, command.format(folder=shlex.quote(folder), **values)]


def _run(target: str, command: list[str]) -> str:
    result = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    if result.returncode:
        raise _unable(target, result.stderr)
    return result.stdout


def _unable(target: str, said: str) -> Unable:
    # The first line says what is wrong, the others what that led to.
    return Unable(Text(*[f"{target}: {(said.strip().splitlines() or ['?'])[0]}"] * 2))
