"""Building: a whole site or nothing, at the root of a host or below a path."""

import errno
import shutil
from pathlib import Path

import pytest

from scripts import check as checks
from scripts.build import build
from scripts.content import promises
from scripts.report import Refused
from tests.build.conftest import contents
from tests.conftest import ROOT, typed

QUIZ = ROOT / "tests/pages/quizzes_are_complete/good"
PREVIOUS = {"index.html": b"the previous site"}


@pytest.fixture
def built(small: Path) -> Path:
    """The small project with a site that was built before."""
    (small / "site").mkdir()
    (small / "site/index.html").write_bytes(PREVIOUS["index.html"])
    return small


def untouched(root: Path) -> bool:
    return contents(root / "site") == PREVIOUS and not list(root.glob(".site-*"))


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [("title: De markt", "title: [", "docs/nl/stad/markt.md:2:"), ("kind: article", "kind: blog", ":4: fout")],
)
def test_bad_input_stops_the_build_and_leaves_the_site(built: Path, before: str, after: str, place: str) -> None:
    page = built / "docs/nl/stad/markt.md"
    page.write_text(page.read_text().replace(before, after))
    result = typed(built, "build")
    assert result.returncode == 1
    assert place in result.stderr
    assert "Zo lost u het op:" in result.stderr
    assert "Traceback" not in result.stderr
    assert untouched(built)


@pytest.mark.parametrize(
    ("gone", "said"),
    [("        right: true\n", "right: true"), ("    sources: [brugboek]\n", "sources: [naam-van-de-bron]")],
)
def test_a_quiz_that_lacks_something_stops_it_too(built: Path, gone: str, said: str) -> None:
    shutil.copytree(QUIZ, built / "docs", dirs_exist_ok=True)
    questions = built / "docs/data/quizzes/brugquiz.yml"
    questions.write_text(questions.read_text().replace(gone, ""))
    with pytest.raises(Refused) as refused:
        build(built, built / "site")
    [found] = (one for one in refused.value.findings if one.level == "error")
    assert (str(found.path), found.line) == ("docs/data/quizzes/brugquiz.yml", 2)
    assert said in found.fix.nl and said in found.fix.en
    assert untouched(built)


def test_a_full_disk_is_one_line_and_leaves_the_site(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "site/index.html")

    monkeypatch.setattr(promises, "write", full)
    result = typed(built, "build")
    assert result.returncode == 1
    assert result.stderr.splitlines()[-1] == "[Errno 28] No space left on device: 'site/index.html'"
    assert untouched(built)


@pytest.mark.parametrize("template", ["{{ nonsense }}", "{% if %}", "{% include 'nowhere.html' %}"])
def test_a_template_that_fails_leaves_the_site(built: Path, template: str) -> None:
    (built / "overrides/kinds/timeline.html").write_text(template)
    with pytest.raises(Refused):
        build(built, built / "site")
    assert untouched(built)


def test_a_build_replaces_the_previous_one_whole(built: Path) -> None:
    (built / "site/old.txt").write_text("old")
    build(built, built / "site")
    assert not (built / "site/old.txt").exists()
    assert (built / "site/stad/brug/index.html").exists()


def test_a_page_without_a_translation_is_offered_as_what_it_is_and_its_title_is_text(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for rules in ("PAGE_RULES", "CONTENT_RULES"):  # which refuse such a title; templates hold without them
        monkeypatch.setattr(checks, rules, ())
    source = small / "docs/nl/stad/markt.md"
    source.write_text(source.read_text().replace("De markt", "\"<script>x</script> & 'y'\""))
    build(small, small / "site", site_url="https://town.example/")
    names = ("stad/markt", "stad/brug", "en/search", "en/town")
    market, bridge, index, front = ((small / "site" / name / "index.html").read_text() for name in names)
    title = "&lt;script&gt;x&lt;/script&gt; &amp; &#39;y&#39;"
    for page in (market, bridge, index, front):
        assert title in page
        assert "<script>x" not in page
    assert not (small / "site/en/town/markt").exists()
    assert 'hreflang="en" href="https' not in market
    assert '<a lang="en" hreflang="en" href="../../en/">English: home page</a>' in market
    for page in (index, front):
        assert f'stad/markt/" lang="nl" hreflang="nl">{title} <span class="language">(Nederlands)</span></a>' in page
    sitemap = (small / "site/sitemap.xml").read_text()
    assert sitemap.count("https://town.example/stad/markt/") == 1  # itself, and no alternate


def test_a_page_has_its_numbers_beside_it_and_the_drawing_of_its_section(small: Path) -> None:
    market = small / "docs/nl/stad/markt.md"
    number = 'numbers:\n  - {number: "350 × 2", text: kramen & stoelen, source: brugboek}\nkind: article'
    market.write_text(market.read_text().replace("kind: article", number))
    (small / "overrides/town/stad.svg").write_text('<svg class="scene" fill="{{ colours.sun }}"/>')
    build(small, small / "site", published=False)
    names = ("stad/markt", "over", "over/bronnen")
    page, other, sources = ((small / "site" / name / "index.html").read_text() for name in names)
    beside = page.partition('<div class="beside"')[2].partition("</article>")[0]
    assert "<strong>350\xa0×\xa02</strong> kramen &amp; stoelen <small>Gemeente Proef" in beside
    assert '<svg class="scene" fill="#f6b93b"/>' in page
    assert 'class="wave"' in other
    assert "stad/markt/" in sources
