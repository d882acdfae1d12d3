"""`mkdocs build` and `mkdocs serve`, typed as every user of MkDocs types them, from the virtual environment."""

import subprocess
import sys
from pathlib import Path

import pytest

from scripts.deploy import deploy
from scripts.report import Unable
from tests.nginx import free_port
from tests.test_serve import eventually

MKDOCS = str(Path(sys.executable).with_name("mkdocs"))


def mkdocs(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([MKDOCS, *words], cwd=root, capture_output=True, text=True, check=False)


def test_mkdocs_builds_pages_of_text_and_says_what_is_missing(small: Path) -> None:
    source = small / "docs/nl/stad/brug.md"
    source.write_text(f"{source.read_text()}\n<script>alert(1)</script>\n")
    result = mkdocs(small, "build")
    assert result.returncode == 0, result.stderr
    assert "geen zoekfunctie, geen werkbladen en geen beveiliging" in result.stderr
    assert "<h1" in (small / "site/en/town/bridge/index.html").read_text()
    bridge = (small / "site/stad/brug/index.html").read_text()
    assert "&lt;script&gt;alert(1)" in bridge
    assert "<script>" not in bridge
    with pytest.raises(Unable, match="make build"):
        deploy(small / "site", str(small / "www"))


def test_what_is_wrong_with_a_page_is_told_without_a_traceback(small: Path) -> None:
    (small / "docs/nl/stad/markt.md").write_text("---\ntitle: [\n---\n")
    result = mkdocs(small, "build")
    assert result.returncode == 1
    assert "docs/nl/stad/markt.md:2: fout" in result.stderr
    assert "Traceback" not in result.stderr


def test_mkdocs_serves(small: Path) -> None:
    port = free_port()
    command = [MKDOCS, "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, cwd=small, stderr=subprocess.DEVNULL) as process:
        try:
            assert "<h1" in eventually(f"http://127.0.0.1:{port}/stad/brug/", "De brug")
        finally:
            process.terminate()
