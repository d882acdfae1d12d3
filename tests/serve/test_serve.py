"""Serving on this computer: the site, its 404, changes as they come, and a port that is taken."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def fetch(address: str) -> str:
    with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 our own server
        text: str = answer.read().decode()
        return text


def eventually(address: str, words: str, seconds: float = 20) -> str:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            text = fetch(address)
            if words in text:
                return text
        except OSError:
            pass
        time.sleep(0.1)
    raise AssertionError(f"{words!r} did not appear at {address}")


@pytest.fixture
def served(small: Path) -> Iterator[tuple[str, Path, subprocess.Popen[str]]]:
    port = free_port()
    command = [sys.executable, "-m", "scripts", "serve", "--port", str(port)]
    process = subprocess.Popen(
        command,
        cwd=small,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Where the tests run in the background, Ctrl+C is ignored; whoever serves the site is in front of it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    yield f"http://127.0.0.1:{port}", small, process
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)


def test_serve_shows_the_site_follows_changes_and_survives_mistakes(
    served: tuple[str, Path, subprocess.Popen[str]],
) -> None:
    address, root, process = served
    assert "livereload" in eventually(f"{address}/stad/markt/", "Alleen in het Nederlands.")
    with pytest.raises(urllib.error.HTTPError) as missing:
        fetch(f"{address}/nergens/heen/")
    assert missing.value.code == 404
    assert "This page does not exist" in missing.value.read().decode()

    market = root / "docs/nl/stad/markt.md"
    text = market.read_text()
    other = (root / ".cache/serve/stad/brug/index.html").stat().st_ino
    market.write_text(text.replace("Alleen in het Nederlands.", "Ook op woensdag."))
    changed = time.monotonic()
    eventually(f"{address}/stad/markt/", "Ook op woensdag.")
    assert time.monotonic() - changed < 5  # a second where nothing else runs
    assert (root / ".cache/serve/stad/brug/index.html").stat().st_ino == other  # only one page was built

    market.write_text(market.read_text().replace("title: De markt", "title: De grote markt"))
    eventually(f"{address}/stad/", "De grote markt")

    market.write_text("zonder blok")
    time.sleep(2)
    assert "Ook op woensdag." in fetch(f"{address}/stad/markt/")
    market.write_text(text)
    eventually(f"{address}/stad/markt/", "Alleen in het Nederlands.")

    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=20)
    assert process.returncode == 0
    assert output.startswith(address)
    assert "docs/nl/stad/markt.md:1: fout:" in errors
    assert "Traceback" not in errors


def test_a_port_that_is_taken_is_one_clear_sentence(small: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "scripts", "serve", "--port", str(port)]
        result = subprocess.run(command, cwd=small, capture_output=True, text=True, check=False, env=os.environ)
    assert result.returncode == 1
    (sentence,) = result.stderr.splitlines()
    assert f"Poort {port} is niet vrij" in sentence
    assert f"make serve PORT={port + 1}" in sentence
