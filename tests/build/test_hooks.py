"""`mkdocs build` and `mkdocs serve`, typed as every user of MkDocs types them, from the virtual environment."""

import subprocess
import sys
from pathlib import Path

from tests.nginx import free_port
from tests.test_serve import eventually

MKDOCS = str(Path(sys.executable).with_name("mkdocs"))


def mkdocs(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([MKDOCS, *words], cwd=root, capture_output=True, text=True, check=False)


def test_mkdocs_builds_pages_and_says_what_is_missing(small: Path) -> None:
    result = mkdocs(small, "build")
    assert result.returncode == 0, result.stderr
    assert "geen zoekfunctie, geen werkbladen en geen beveiliging" in result.stderr
    assert "<h1" in (small / "site/en/town/bridge/index.html").read_text()
    bridge = (small / "site/stad/brug/index.html").read_text()
    assert "<script>" not in bridge
    deploying = [sys.executable, "-m", "scripts", "deploy", str(small / "www")]
    refused = subprocess.run(deploying, cwd=small, capture_output=True, text=True, check=False)
    assert refused.returncode == 1
    assert "make build" in refused.stderr


def test_what_is_wrong_with_a_page_is_told_without_a_traceback(small: Path) -> None:
    (small / "docs/nl/stad/markt.md").write_text("---\ntitle: [\n---\n")
    result = mkdocs(small, "build")
    assert result.returncode == 1
    assert "docs/nl/stad/markt.md:2: fout" in result.stderr
    assert "Traceback" not in result.stderr


def test_html_is_text_to_mkdocs_too(small: Path) -> None:
    bridge = small / "docs/nl/stad/brug.md"
    bridge.write_text(f"{bridge.read_text()}\n<script>alert(1)</script>\n")
    assert mkdocs(small, "build").returncode == 0
    assert "&lt;script&gt;alert(1)" in (small / "site/stad/brug/index.html").read_text()


def test_mkdocs_serves(small: Path) -> None:
    port = free_port()
    command = [MKDOCS, "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, cwd=small, stderr=subprocess.DEVNULL) as process:
        try:
            assert "<h1" in eventually(f"http://127.0.0.1:{port}/stad/brug/", "De brug")
        finally:
            process.terminate()
