"""Published addresses: noted, kept, and led on when their page moves; a page that leads on works without a script."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts import check as checks
from scripts.build import build
from scripts.content import Content, promises, settings
from scripts.report import Finding, Refused
from tests.conftest import ROOT


def read(root: Path) -> tuple[Content, list[Finding]]:
    return checks.run(settings.settings(settings.load(root)))


def test_every_address_of_this_site_is_noted(content: Content) -> None:
    noted = promises.published(ROOT)
    assert promises.addresses(content) <= set(noted)
    assert noted == sorted(set(noted))
    assert {"lessen/banaan/#raden", "en/lessons/banana/#raden", "l/banaan/", "l/banana/"} <= set(noted)


def test_the_list_only_grows(small: Path) -> None:
    content, _ = read(small)
    (small / promises.FILE).write_text("/heel/oud/\n")
    assert promises.promise(content) == len(promises.addresses(content))
    assert promises.published(small)[0] == "" and "heel/oud/" in promises.published(small)
    assert promises.promise(content) == 0


@pytest.fixture
def moved(small: Path) -> Path:
    """The small site after its bridge was published and then renamed."""
    promises.promise(read(small)[0])
    for locale in ("nl", "en"):
        (small / f"docs/{locale}/stad/brug.md").rename(small / f"docs/{locale}/stad/overtocht.md")
    slugs = small / "docs/data/slugs.yml"
    slugs.write_text(slugs.read_text() + "overtocht: {en: crossing}\n")
    for path in (small / "docs").rglob("*.*"):
        path.write_text(path.read_text().replace("brug.md", "overtocht.md"))
    return small


def test_an_address_that_is_lost_stops_the_build(moved: Path) -> None:
    with pytest.raises(Refused) as refused:
        build(moved, moved / "site")
    found = [finding for finding in refused.value.findings if finding.rule == "addresses_are_kept"]
    lines = promises.published(moved)
    assert {(str(one.path), lines[one.line - 1]) for one in found} == {
        (promises.FILE, "stad/brug/"),
        (promises.FILE, "en/town/bridge/"),
    }
    assert "redirects.yml" in found[0].fix.nl
    assert not (moved / "site").exists()


def test_a_redirect_keeps_it(moved: Path) -> None:
    (moved / "docs/data/redirects.yml").write_text("stad/brug/: stad/overtocht/\nen/town/bridge/: en/town/crossing/\n")
    build(moved, moved / "site", site_url="https://example.org/map/")
    page = LexborHTMLParser((moved / "site/stad/brug/index.html").read_text())
    refresh, link = page.css_first("meta[http-equiv=refresh]"), page.css_first("main a")
    canonical = page.css_first("link[rel=canonical]")
    assert refresh and refresh.attributes["content"] == "0; url=../overtocht/"
    assert link and link.attributes["href"] == "../overtocht/"
    assert canonical and canonical.attributes["href"] == "https://example.org/map/stad/overtocht/"
    assert "/map/stad/brug/ /map/stad/overtocht/ 301\n" in (moved / "site" / promises.RULES).read_text()
    for old in ("/map/en/town/bridge", "/map/en/town/bridge/"):
        assert f"{old} /map/en/town/crossing/;\n" in (moved / "site" / promises.MAP).read_text()


def test_a_step_that_is_lost_is_named(small: Path) -> None:
    (small / promises.FILE).write_text("/stad/brug/#raden\n")
    (found,) = (finding for finding in read(small)[1] if finding.rule == "addresses_are_kept")
    assert "stap /stad/brug/#raden" in found.message.nl


def test_short_addresses_lead_to_lessons_in_both_languages(site: Path) -> None:
    for code, first, second in (("banaan", "lessen/banaan", "en/lessons/banana"), ("banana", "en/lessons/banana", "")):
        page = LexborHTMLParser((site / "l" / code / "index.html").read_text())
        links = [node.attributes["href"] or "" for node in page.css("main a")]
        assert links[0] == f"../../{first}/"
        assert second in links[1]
        assert all((site / "l" / code / link / "index.html").is_file() for link in links)
