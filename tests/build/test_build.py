"""Building: a whole site or nothing, at the root of a host or below a path."""

import errno
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.build import build
from scripts.content import promises
from scripts.report import Refused
from tests.conftest import ROOT

BROKEN = {
    "broken front matter": ("nl/stad/markt.md", "---\ntitle: [\n---\nTekst.", "docs/nl/stad/markt.md:2:"),
    "unknown kind": ("nl/stad/markt.md", "kind: article", "kind: blog", "docs/nl/stad/markt.md:4:"),
    "missing title": ("nl/stad/markt.md", "title: De markt\n", "", "docs/nl/stad/markt.md:2:"),
    "duplicate slug": (
        "data/slugs.yml",
        "brug: {en: bridge}",
        "brug: {en: town}\nbrug: {en: x}",
        "docs/data/slugs.yml:3:",
    ),
    "unknown source": ("nl/stad/brug.md", "Heel oud.[^brugboek]", "Heel oud.[^niets]", "docs/nl/stad/brug.md:14:"),
    "link to nowhere": ("nl/stad/index.md", "brug.md#hoe-oud", "burg.md", "docs/nl/stad/index.md:10:"),
}


def run(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "scripts", *words], cwd=root, capture_output=True, text=True, check=False
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("trouble", BROKEN)
def test_bad_input_stops_the_build_and_leaves_the_site(small: Path, trouble: str) -> None:
    (small / "site").mkdir()
    (small / "site/index.html").write_text("the previous site")
    name, *change, place = BROKEN[trouble]
    path = small / "docs" / name
    if len(change) == 1:
        path.write_text(change[0])
    else:
        assert change[0] in path.read_text()
        path.write_text(path.read_text().replace(change[0], change[1]))
    result = run(small, "build")
    assert result.returncode == 1
    assert place in result.stderr
    assert "Zo lost u het op:" in result.stderr
    assert "Traceback" not in result.stderr
    assert contents(small / "site") == {"index.html": b"the previous site"}
    assert list(small.glob(".site-*")) == []


def test_a_full_disk_is_one_line_and_leaves_the_site(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "site/index.html")

    (small / "site").mkdir()
    (small / "site/index.html").write_text("the previous site")
    monkeypatch.chdir(small)
    monkeypatch.setattr(sys, "argv", ["scripts", "build"])
    monkeypatch.setattr(promises, "write", full)
    assert main() == 1
    assert capsys.readouterr().err.splitlines()[-1] == "[Errno 28] No space left on device: 'site/index.html'"
    assert contents(small / "site") == {"index.html": b"the previous site"}
    assert list(small.glob(".site-*")) == []


@pytest.mark.parametrize("template", ["{{ nonsense }}", "{% if %}", "{% include 'nowhere.html' %}"])
def test_a_template_that_fails_leaves_the_site(small: Path, template: str) -> None:
    build(small, small / "site")
    before = contents(small / "site")
    (small / "overrides").unlink()
    shutil.copytree(ROOT / "overrides", small / "overrides")
    (small / "overrides/kinds/timeline.html").write_text(template)
    with pytest.raises(Refused):
        build(small, small / "site")
    assert contents(small / "site") == before


def test_a_build_replaces_the_previous_one_whole(small: Path) -> None:
    build(small, small / "site")
    (small / "site/old.txt").write_text("old")
    (small / "docs/nl/stad/markt.md").unlink()
    brug = small / "docs/nl/stad/brug.md"
    brug.write_text(brug.read_text().replace("related:\n  - stad/markt.md\n", ""))
    assert build(small, small / "site") == []
    assert not (small / "site/old.txt").exists()
    assert not (small / "site/stad/markt").exists()
    assert (small / "site/stad/brug/index.html").exists()


def test_a_page_without_a_translation_is_offered_as_what_it_is(small: Path) -> None:
    build(small, small / "site", site_url="https://town.example/")
    market = (small / "site/stad/markt/index.html").read_text()
    index = (small / "site/en/search/index.html").read_text()
    front = (small / "site/en/town/index.html").read_text()
    sitemap = (small / "site/sitemap.xml").read_text()
    assert not (small / "site/en/town/markt").exists()
    assert 'hreflang="en" href="https' not in market
    assert '<a lang="en" hreflang="en" href="../../en/">English: home page</a>' in market
    for page in (index, front):
        assert 'stad/markt/" lang="nl" hreflang="nl">De markt <span class="language">(Nederlands)</span></a>' in page
    assert sitemap.count("https://town.example/stad/markt/") == 3  # itself, its nl alternate and x-default


def test_front_matter_is_text_on_the_page(small: Path) -> None:
    market = small / "docs/nl/stad/markt.md"
    market.write_text(market.read_text().replace("De markt", "\"<script>x</script> & 'y'\""))
    build(small, small / "site")
    for name in ("stad/markt", "stad/brug", "zoeken", "en/search"):
        page = (small / f"site/{name}/index.html").read_text()
        assert "&lt;script&gt;x&lt;/script&gt; &amp; &#39;y&#39;" in page
        assert "<script>x" not in page


def test_settings_that_cannot_be_used_are_one_clear_finding(small: Path) -> None:
    (small / "mkdocs.yml").write_text("site_name: [")
    result = run(small, "check")
    assert result.returncode == 1
    assert result.stdout.startswith("mkdocs.yml:1: fout: ")
    assert "Traceback" not in result.stderr


def test_wrong_use_exits_with_2(small: Path) -> None:
    assert run(small, "paint").returncode == 2


def test_check_says_that_all_is_well_in_the_asked_language(small: Path) -> None:
    result = run(small, "--language", "en", "check")
    assert result.returncode == 0
    assert result.stdout.startswith("Everything is in order.\n")


def test_two_builds_of_one_tree_are_the_same(small: Path) -> None:
    build(small, small / "site")
    first = contents(small / "site")
    build(small, small / "site")
    second = contents(small / "site")
    assert second == first


def test_the_program_names_no_town_and_no_partner() -> None:
    own = [ROOT / "overrides/words", ROOT / "overrides/assets", ROOT / "scripts/dictionaries"]
    files = [path for folder in ("scripts", "overrides") for path in (ROOT / folder).rglob("*") if path.is_file()]
    texts = [path for path in files if path.suffix in {".py", ".yml", ".md", ".html", ".xml", ".css", ".typ"}]
    for path in texts:
        if not any(folder in path.parents for folder in own):
            named = re.findall(r"nieuwegein|rundu|puławy", path.read_text(encoding="utf-8").lower())
            assert named == [], path
