"""Published addresses: noted, kept, and led on when their page moves; a page that leads on works without a script."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.build import build
from scripts.content import Content, promises
from scripts.report import Refused
from tests.conftest import ROOT


def test_every_address_of_this_site_is_noted(content: Content) -> None:
    noted = promises.published(ROOT)
    assert promises.addresses(content) <= set(noted)
    assert noted == sorted(set(noted))
    assert {"lessen/banaan/#raden", "en/lessons/banana/#raden", "l/banaan/", "l/banana/"} <= set(noted)


def test_the_list_only_grows(small: Path, town: Content) -> None:
    (small / promises.FILE).write_text("/heel/oud/\n")
    assert promises.promise(town) == len(promises.addresses(town))
    assert promises.published(small)[0] == "" and "heel/oud/" in promises.published(small)
    assert promises.promise(town) == 0


@pytest.fixture
def moved(small: Path, town: Content) -> Path:
    """The small site after its bridge was published and then renamed."""
    promises.promise(town)
    for locale in ("nl", "en"):
        (small / f"docs/{locale}/stad/brug.md").rename(small / f"docs/{locale}/stad/overtocht.md")
    slugs = small / "docs/data/slugs.yml"
    slugs.write_text(slugs.read_text() + "overtocht: {en: crossing}\n")
    for path in (small / "docs").rglob("*.*"):
        path.write_text(path.read_text().replace("brug.md", "overtocht.md"))
    return small


def test_addresses_and_steps_that_are_lost_stop_the_build(moved: Path) -> None:
    with (moved / promises.FILE).open("a") as kept:
        kept.write("/stad/markt/#raden\n")
    with pytest.raises(Refused) as refused:
        build(moved, moved / "site")
    found = [finding for finding in refused.value.findings if finding.rule == "addresses_are_kept"]
    lines, gone = promises.published(moved), ["en/town/bridge/", "stad/brug/", "stad/markt/#raden"]
    assert sorted(lines[one.line - 1] for one in found if str(one.path) == promises.FILE) == gone
    assert "redirects.yml" in found[0].fix.nl
    assert any("stap /stad/markt/#raden" in one.message.nl for one in found)
    assert not (moved / "site").exists()


def test_a_redirect_keeps_it(moved: Path) -> None:
    (moved / "docs/data/redirects.yml").write_text("stad/brug/: stad/overtocht/\nen/town/bridge/: en/town/crossing/\n")
    build(moved, moved / "site", site_url="https://example.org/map/")
    page = LexborHTMLParser((moved / "site/stad/brug/index.html").read_text())
    for query in (
        "meta[http-equiv=refresh][content='0; url=../overtocht/']",
        "main a[href='../overtocht/']",
        "link[rel=canonical][href='https://example.org/map/stad/overtocht/']",
    ):
        assert page.css_matches(query), query
    assert "/map/stad/brug/ /map/stad/overtocht/ 301\n" in (moved / "site" / promises.RULES).read_text()
    for old in ("/map/en/town/bridge", "/map/en/town/bridge/"):
        assert f"{old} /map/en/town/crossing/;\n" in (moved / "site" / promises.MAP).read_text()


def test_short_addresses_lead_to_lessons_in_both_languages(site: Path) -> None:
    for code, first, second in (("banaan", "lessen/banaan", "en/lessons/banana"), ("banana", "en/lessons/banana", "")):
        page = LexborHTMLParser((site / "l" / code / "index.html").read_text())
        links = [node.attributes["href"] or "" for node in page.css("main a")]
        assert links[0] == f"../../{first}/"
        assert second in links[1]
        assert all((site / "l" / code / link / "index.html").is_file() for link in links)
