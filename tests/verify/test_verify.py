"""What verify says of a finished site in which one thing is broken, and of what is no site."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from scripts import verify
from scripts.build import build
from scripts.report import Unable
from scripts.verify import harmless, links, weight
from tests.conftest import small_project, typed

BASE = "https://example.org/town/"
BRIDGE = "stad/brug/index.html"
LINKS, WEIGHT, PUBLISHED = links.PROMISE, weight.PROMISE, links.PUBLISHED
# What is put before the end of the page about the bridge, and the words of what is found then.
BREAKS = [
    ('<a href="../nergens/">x</a>', LINKS, "../nergens/"),
    ('<a href="/stad/">x</a>', LINKS, "/stad/"),
    ('<a href="http://[">x</a>', LINKS, "http://["),
    (f'<a href="{BASE}stad/x.pdf">x</a>', LINKS, "x.pdf"),
    ('<img src="../x.png" alt="">', LINKS, "../x.png"),
    ('<a href="#nergens">x</a>', LINKS, "nergens"),
    ('<a href="../#_main">x</a>', LINKS, "_main"),
    ("<script>1</script>", harmless.RULE, "<script"),
    (f"<p>{Random(1).randbytes(20_000).hex()}</p>", WEIGHT, "14600"),  # noqa: S311 no secret, only hard to compress
]
# Into the site, however it is written, and out of it.
FINE = [
    *["#top", "?q#_content", "#hoe-oud:~:text=x", "#hoe%2Doud", "../?q#_content", "/town/stad/", f"{BASE}st%61d/"],
    *["https://else.example/", "https://example.org.else.example/", "//else.example/", "mailto:a@b.example"],
    "https://example.org/other/",
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, built for an address below a path, with two addresses that it published."""
    root = small_project(tmp_path_factory.mktemp("verify") / "small")
    build(root, root / "site", site_url=BASE)
    (root / "published.txt").write_text("/stad/brug/\n/stad/brug/#hoe-oud\n")
    return root


@pytest.fixture
def site(project: Path, tmp_path: Path) -> Path:
    """A copy of the finished site, to break."""
    return shutil.copytree(project / "site", tmp_path / "site")


def add(site: Path, html: str) -> None:
    page = site / BRIDGE
    page.write_text(page.read_text().replace("</main>", f"{html}</main>"))
    page.with_name("index.html.br").unlink(missing_ok=True)


def said(site: Path, project: Path) -> Iterator[tuple[str, str, str]]:
    for found in verify.verify(site, project)[1]:
        yield found.rule, found.path.as_posix(), found.message.en


@pytest.mark.parametrize(("html", "rule", "words"), BREAKS)
def test_what_is_broken_is_named_on_its_page(site: Path, project: Path, html: str, rule: str, words: str) -> None:
    add(site, html)
    ((promise, path, message),) = said(site, project)
    assert (promise, path) == (rule, BRIDGE)
    assert words in message


def test_a_whole_site_and_what_leads_out_of_it_are_fine(site: Path, project: Path) -> None:
    add(site, "".join(f'<a href="{address}">x</a>' for address in FINE))
    assert list(said(site, project)) == []


def test_an_address_that_was_published_and_is_gone_is_named(site: Path, project: Path) -> None:
    def lost() -> list[str]:
        return [message for rule, _, message in said(site, project) if rule == PUBLISHED]

    page = site / BRIDGE
    page.write_text(page.read_text().replace("hoe-oud", "hoe-jong"))
    start = "The address /stad/brug/#hoe-oud was published, but"
    assert lost() == [f"{start} that page has no place named hoe-oud."]
    shutil.rmtree(site / "stad/brug")
    gone = f"{start} the site has no page, file or redirect for it."
    assert lost() == [gone.replace("#hoe-oud", ""), gone]
    (site / "_redirects").write_text("/town/stad/brug/ /town/stad/ 301\n")
    assert lost() == []


def test_half_of_a_kind_being_heavy_is_a_warning(site: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    light = {"article": {"largest": 99_999, "median": 100}, "other": {"largest": 99_999}}
    monkeypatch.setattr(weight, "BUDGETS", light)
    (finding,) = verify.verify(site, project)[1]
    assert (finding.rule, finding.level) == (WEIGHT, "warning")


def test_no_site_is_one_sentence(tmp_path: Path, project: Path) -> None:
    (tmp_path / "index.html").write_text("<title>x</title>")
    with pytest.raises(Unable, match="There is no finished site"):
        verify.verify(tmp_path, project)


def run(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return typed(project, "--language", "en", "verify", *words)


def test_the_command_shows_weights_and_ends_with_what_was_found(site: Path, project: Path) -> None:
    good = run(project)
    assert (good.returncode, good.stderr) == (0, "")
    head, *_, blank, summary = good.stdout.splitlines()
    assert head.split() == ["kind", "pages", "median", "largest", "budget"]
    assert (blank, summary) == ("", "Everything is in order.")
    add(site, '<a href="../nergens/">x</a>')
    assert f"{BRIDGE}:1: error: The address ../nergens/ leads" in run(project, str(site)).stdout
    bad = run(project, str(site), "--format", "json")
    assert bad.returncode == 1
    assert [one["rule"] for one in json.loads(bad.stdout)] == [LINKS]
    assert run(project, "nowhere").returncode == 2
