"""Serving on this computer: the site, its 404, changes as they come, and only what changed; a port that is taken."""

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from scripts import content, serve
from scripts.build import build
from scripts.content import Content, settings
from scripts.report import Refused
from tests.nginx import free_port

MARKET = "stad/markt/index.html"


def read(root: Path) -> Content:
    found, findings = content.read(settings.of(root))
    assert findings == []
    return found


def change(root: Path, name: str, old: str, new: str) -> None:
    path = root / "docs" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("nl/stad/markt.md", "Alleen in", "Nu in", ["stad/markt/"]),
        ("nl/stad/markt.md", "Alleen in", "Alleen in", []),
        ("nl/stad/markt.md", "title: De markt", "title: De grote markt", None),
        ("data/slugs.yml", "bridge", "viaduct", None),
    ],
)
def test_which_pages_are_edited(small: Path, name: str, old: str, new: str, expected: list[str] | None) -> None:
    before = read(small).pages
    change(small, name, old, new)
    found = serve.edited(before, read(small).pages)
    assert (found if found is None else [page.address for page in found]) == expected
    (small / "docs/nl/stad/plein.md").write_bytes((small / "docs/nl/stad/markt.md").read_bytes())
    assert serve.edited(before, read(small).pages) is None, "a new page is more than a text"


def test_only_the_page_is_written_anew_and_stays_when_it_cannot_be(small: Path) -> None:
    def refresh() -> None:
        ours = read(small)
        serve.refresh(settings.load(small), ours, [page for page in ours.pages if page.key == "stad/markt.md"], target)

    target = small / "look"
    build(small, target, published=False)
    before = {path: path.stat().st_mtime_ns for path in target.rglob("*") if path.is_file()}
    change(small, "nl/stad/markt.md", "Alleen in het Nederlands.", "Zie [de brug](brug.md#hoe-oud).\n\n```\nx\n```\n")
    refresh()
    after = {path: path.stat().st_mtime_ns for path in target.rglob("*") if path.is_file()}
    quick = (target / MARKET).read_text()
    (style,) = re.findall(r'href="../../(assets/style[^"]+)"', quick)
    written = {path for path in after if before.get(path) != after[path]}
    assert written == {target / MARKET, target / style}, "no other page holds a sample of code"
    assert 'href="../brug/#hoe-oud"' in quick
    build(small, target, published=False)
    assert (target / MARKET).read_text() == quick
    change(small, "nl/stad/markt.md", "Zie", "[weg](weg.md)")
    with pytest.raises(Refused):
        refresh()
    assert (target / MARKET).read_text() == quick


def fetch(address: str) -> str:
    with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 our own server
        return str(answer.read().decode())


def eventually(address: str, words: str, seconds: float = 20) -> str:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if words in (text := fetch(address)):
                return text
        except OSError:
            pass
        time.sleep(0.1)
    raise AssertionError(f"{words!r} did not appear at {address}")


def serving(root: Path, port: int) -> subprocess.Popen[str]:
    (root / ".cache").unlink()  # what is served is in it
    return subprocess.Popen(
        [sys.executable, "-m", "scripts", "serve", "--port", str(port)],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Where the tests run in the background, Ctrl+C is ignored; whoever serves the site is in front of it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def test_serve_shows_the_site_follows_changes_and_survives_mistakes(small: Path) -> None:
    port = free_port()
    with serving(small, port) as process:
        try:
            follow(small, f"http://127.0.0.1:{port}")
        finally:
            process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=20)
    assert process.returncode == 0
    assert output.startswith(f"http://127.0.0.1:{port}")
    assert "docs/nl/stad/markt.md:1: fout:" in errors
    assert "Traceback" not in errors


def follow(small: Path, address: str) -> None:
    """Change a page of the project that is served at `address`, and look at what readers get."""
    assert "livereload" in eventually(f"{address}/stad/markt/", "Alleen in het Nederlands.")
    with pytest.raises(urllib.error.HTTPError, match="404") as missing:
        fetch(f"{address}/nergens/heen/")
    assert "This page does not exist" in missing.value.read().decode()

    market = small / "docs/nl/stad/markt.md"
    text = market.read_text()
    other = small / ".cache/serve/stad/brug/index.html"
    made = other.stat().st_ino
    market.write_text(text.replace("Alleen in het Nederlands.", "Ook op woensdag."))
    eventually(f"{address}/stad/markt/", "Ook op woensdag.", 5)  # a second where nothing else runs
    assert other.stat().st_ino == made, "only one page was built"
    market.write_text(market.read_text().replace("title: De markt", "title: De grote markt"))
    eventually(f"{address}/stad/", "De grote markt")

    market.write_text("zonder blok")
    time.sleep(2)
    assert "Ook op woensdag." in fetch(f"{address}/stad/markt/")
    market.write_text(text)
    eventually(f"{address}/stad/markt/", "Alleen in het Nederlands.")


def test_a_port_that_is_taken_is_one_clear_sentence(small: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        process = serving(small, port)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 1
    (sentence,) = errors.splitlines()
    assert f"Poort {port} is niet vrij" in sentence
    assert f"make serve PORT={port + 1}" in sentence
