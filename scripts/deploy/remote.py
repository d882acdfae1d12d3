"""Releases on a server that is reached with ssh, brought there by rsync.

The server needs sh, ls, ln, mv, rm, cat, sync and rsync, and flock to keep two deployments apart.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from scripts.deploy.releases import BUSY, DIFFERS, State, in_order
from scripts.digest import file_digests
from scripts.report import Text, Unable

# Never wait for a password or for a host that does not answer.
SSH = ("ssh", "-o", "BatchMode=yes", "-o", "ConnectTimeout=10", "-o", "ServerAliveInterval=10", "-o", "LogLevel=ERROR")
# By what is in them, not by their times; protected: the server's shell sees no name of a file.
RSYNC = ("rsync", "--recursive", "--protect-args", "--perms", "--chmod=D755,F644", "--checksum", "--delete")

# The lock lasts as long as the connection: when this program ends, in any way, `cat` ends too.
LOCK = """mkdir -p {folder}/releases && cd {folder} && : >>.lock || exit
if command -v flock >/dev/null; then flock -n .lock sh -c 'echo held; exec cat' || echo busy
else echo held; exec cat; fi"""
STATE = "cd {folder} 2>/dev/null || exit 0; (cd -P current 2>/dev/null && pwd -P) || echo; ls -A releases"
VERSION = "cat {folder}/current/version.json"
PUBLISH = "cd {folder}/releases && sync && mv -T .{name} {name}"
POINT = "cd {folder} && ln -sfn releases/{name} .current && mv -T .current current && sync"
DISCARD = """cd {folder}/releases || exit
for name in {names}; do mv -T "$name" ".$name" || exit; done
rm -rf .[0-9]*T[0-9]*Z-* || :"""

MISSING = Text("Installeer eerst {program}.", "Install {program} first.")


class Remote:
    """A folder on a server, `user@host:folder`, as seen from the home of that user when it does not begin with `/`."""

    def __init__(self, target: str) -> None:
        self.target = target
        self.host, _, self.folder = target.partition(":")
        for program in ("ssh", "rsync"):
            if not shutil.which(program):
                raise Unable(MISSING.format(program=program))

    @contextmanager
    def lock(self) -> Iterator[None]:
        """See `releases.Place`."""
        pipe = subprocess.PIPE
        with subprocess.Popen(self._ssh(LOCK), stdin=pipe, stdout=pipe, stderr=pipe, text=True) as held:
            answer = held.stdout.readline().strip() if held.stdout else ""
            if answer == "busy":
                raise Unable(BUSY.format(target=self.target))
            if answer != "held":
                raise self._unable(held.communicate()[1])
            yield

    def state(self) -> State:
        """See `releases.Place`."""
        current, *names = self._run(STATE).splitlines() or [""]
        releases = in_order(names)
        name = PurePosixPath(current).name
        return State(name if name in releases else None, releases)

    def version(self) -> str:
        """See `releases.Place`."""
        return self._run(VERSION)

    def receive(self, site: Path, digests: Mapping[str, str], name: str, earlier: str | None) -> None:
        """See `releases.Place`."""
        shared = [f"--link-dest=../{earlier}"] if earlier else []
        there = f"{self.target}/releases/.{name}/"
        rsync = [*RSYNC, f"--rsh={shlex.join(SSH)}"]
        try:
            self._call([*rsync, *shared, "--", f"{site}/", there])
            # Asked for what is left to send, rsync compares checksums of both sides.
            left = self._call([*rsync, "--dry-run", "--itemize-changes", "--", f"{site}/", there])
            if left or file_digests(site) != digests:
                raise Unable(DIFFERS.format(target=self.target))
            self._run(PUBLISH, name=name)
        except BaseException:
            with suppress(Unable):
                self.discard(())
            raise

    def point(self, name: str) -> None:
        """See `releases.Place`."""
        self._run(POINT, name=name)

    def discard(self, names: Iterable[str]) -> None:
        """See `releases.Place`."""
        self._run(DISCARD, names=shlex.join(names))

    def _ssh(self, command: str, **values: str) -> list[str]:
        return [*SSH, "--", self.host, command.format(folder=shlex.quote(self.folder), **values)]

    def _run(self, command: str, **values: str) -> str:
        return self._call(self._ssh(command, **values))

    def _call(self, command: list[str]) -> str:
        result = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
        if result.returncode:
            raise self._unable(result.stderr)
        return result.stdout

    def _unable(self, said: str) -> Unable:
        # The first line says what is wrong, the others what that led to.
        words = f"{self.target}: {(said.strip().splitlines() or ['?'])[0]}"
        return Unable(Text(words, words))
