"""Small sites to deploy, and where to: a folder, and a server behind an ssh that stays on this computer."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from scripts.deploy.media import content_type
from scripts.digest import tree_digest

# Forgets its options and the name of the host, and runs the command here, as a server's shell would.
SSH = """#!/bin/sh
while :; do case "$1" in -o|-l) shift 2;; --) shift; break;; -*) shift;; *) break;; esac; done
shift
[ "$1" = -- ] && shift
exec sh -c "$*"
"""
HASHED = "assets/style.0a1b2c3d.css"


def write_site(folder: Path, word: str, **more: str) -> Path:
    """Write a site whose changing files all say `word`, with `more` files, and the version.json that fits it."""
    shutil.rmtree(folder, ignore_errors=True)
    files = {
        "index.html": word * 50,
        "en/index.html": word * 40,
        "404.html": f"404 {word}",
        HASHED: "always the same",
        ".well-known/security.txt": "Contact: mailto:security@example.org",
        **more,
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    (folder / "version.json").write_text(json.dumps({"commit": word, "digest": tree_digest(folder)}))
    return folder


def whole(folder: Path) -> str:
    """Return which site `folder` is; fail when it is not all of one."""
    folder = folder.resolve()  # what was killed may have told a server to switch, which it does while we read
    version = json.loads((folder / "version.json").read_text())
    assert version["digest"] == tree_digest(folder)
    word: str = version["commit"]
    return word


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Path]:
    """Write the site that says a word."""
    return lambda word, **more: write_site(tmp_path / "site", word, **more)


@pytest.fixture(params=["folder", "server"])
def target(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A place for releases, named as on the command line. Its files are in `tmp_path / "a place"`."""
    folder = str(tmp_path / "a place")
    if request.param == "folder":
        return folder
    ssh = tmp_path / "bin/ssh"
    ssh.parent.mkdir()
    ssh.write_text(SSH)
    ssh.chmod(0o755)
    monkeypatch.setenv("PATH", f"{ssh.parent}{os.pathsep}{os.environ['PATH']}")
    return f"web@example.org:{folder}"


@contextmanager
def serving(folder: Path, **changes: tuple[int, str, bytes | None]) -> Iterator[str]:
    """Serve `folder`, but by `changes`, for an address without its slashes: a status, a type, and other bytes."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.lstrip("/")
            found = path + "index.html" if path == "" or path.endswith("/") else path
            status, found = (200, found) if (folder / found).is_file() else (404, "404.html")
            changed = changes.get(path.strip("/"), (status, content_type(found), None))
            body = (folder / found).read_bytes() if changed[2] is None else changed[2]
            if body == b"slow":
                time.sleep(3)
            self.send_response(changed[0])
            self.send_header("Content-Type", changed[1])
            self.send_header("Location", "/elsewhere/")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
