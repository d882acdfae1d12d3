"""`python -m scripts check` by hand: paths, forms, languages, exits, mending."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import typed

MARKET = "docs/nl/stad/markt.md"


def check(root: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return typed(root, "check", *words, **environment)


@pytest.fixture
def broken(small: Path) -> Path:
    """The small site with an error, a warning and a hint in one page, and an error in another."""
    page = small / MARKET
    page.write_text(page.read_text() + "\n#### Diep\n\nVis en broodd.\n\n<script>alert(1)</script>\n")
    other = small / "docs/nl/stad/brug.md"
    other.write_text(other.read_text() + "\n[x](https://a@b.example/)\n")
    return small


def test_everything_in_dutch_or_english_with_exit_1(broken: Path) -> None:
    result = check(broken)
    assert result.returncode == 1
    assert f"{MARKET}:14: fout: «<script>»" in result.stdout
    assert "docs/nl/stad/brug.md:" in result.stdout
    assert result.stderr == ""
    assert "error: A text cannot hold '<script>'" in check(broken, "--language", "en").stdout


@pytest.mark.parametrize(
    ("place", "about", "status"),
    [(MARKET, [MARKET], 1), ("docs/nl/../nl/stad/markt.md", [MARKET], 1), ("docs/en", [], 0)],
)
def test_a_file_or_folder_hints_included(broken: Path, place: str, about: list[str], status: int) -> None:
    result = check(broken, place)
    assert {line.split(":")[0] for line in result.stdout.splitlines() if line.startswith("docs/nl")} == set(about)
    assert ("tip: Het woord «broodd»" in result.stdout) == bool(about)
    assert result.returncode == status


def test_json_is_a_list_of_every_level(broken: Path) -> None:
    result = check(broken, "--format", "json")
    assert result.returncode == 1
    found = json.loads(result.stdout)
    assert {"error", "warning", "hint"} <= {finding["level"] for finding in found}


def test_annotations_and_the_whole_list_in_the_summary(broken: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    result = check(broken, "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert result.returncode == 1
    assert f"::error file={MARKET},line=14,col=1," in result.stdout
    assert "<code>markup_is_harmless</code>" in summary.read_text()
    assert "<script>" not in summary.read_text()


def test_changed_files_come_first(broken: Path) -> None:
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "a"], ["commit", "-qm", "b", "--allow-empty"]):
        subprocess.run([*git, *words], cwd=broken, check=True)
    page = broken / MARKET
    page.write_text(page.read_text() + "\nNog iets.\n")
    assert f"file={MARKET}," in check(broken, "--format", "github").stdout.splitlines()[0]


@pytest.mark.parametrize("words", [["docs/nl/bestaat-niet.md"], ["--format", "xml"], ["--fixx"]])
def test_wrong_use_exits_with_2(small: Path, words: list[str]) -> None:
    result = check(small, *words)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


def test_mending_does_what_is_certain_and_says_what_is_left(broken: Path) -> None:
    result = check(broken, MARKET, "--fix")
    text = (broken / MARKET).read_text()
    assert "\n## Diep\n\nVis en broodd.\n" in text
    assert "<script>alert(1)</script>" in text
    assert result.returncode == 1
    assert "Hersteld: 1" in result.stderr
    assert "«<script>»" in result.stdout
    assert "Diep" not in result.stdout


def test_nothing_to_mend_leaves_every_file(small: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (small / "docs").rglob("*")}
    assert check(small, "--fix").returncode == 0
    assert {path: path.stat().st_mtime_ns for path in (small / "docs").rglob("*")} == before


def test_no_file_makes_it_stumble(small: Path) -> None:
    texts = [
        b"",
        b"---",
        b"---\n",
        b"---\ntitle: x\n",
        b"\xff\xfe\x00",
        b"---\n!!python/object/apply:os.system [id]\n---\n",
    ]
    for number, text in enumerate(texts):
        (small / f"docs/nl/stad/kapot-{number}.md").write_bytes(text)
    result = check(small)
    assert result.returncode == 1
    assert all(f"docs/nl/stad/kapot-{number}.md:" in result.stdout for number in range(len(texts)))
    assert "Traceback" not in result.stderr + result.stdout


def test_a_link_to_a_file_outside_is_not_followed(small: Path) -> None:
    secret = small.parent / "geheim.txt"
    secret.write_text("---\ntitle: geheim\n---\n")
    (small / "docs/nl/stad/geheim.md").symlink_to(secret)
    (small / "docs/nl/map").symlink_to(small.parent)
    result = check(small)
    assert "docs/nl/stad/geheim.md:1: fout: Dit is geen gewoon bestand" in result.stdout
    assert "docs/nl/map:1: fout: Dit is geen gewoon bestand" in result.stdout
    assert check(small, "docs/nl/stad/geheim.md").returncode == 1


def test_a_reader_who_has_seen_enough_ends_it_quietly(broken: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "scripts", "check"], cwd=broken, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert program.stdout
    assert program.stderr
    program.stdout.close()
    assert program.stderr.read() == b""
    assert program.wait() == 1
