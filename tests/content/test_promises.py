"""Published addresses: noted, kept, and led on when their page moves; a page that leads on works without a script."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts import check as checks
from scripts.build import build
from scripts.content import Content, promises, settings
from scripts.report import Finding, Refused
from tests.conftest import typed


def test_steps_and_short_addresses_are_promised_too(content: Content) -> None:
    promised = {"", "lessen/banaan/#raden", "en/lessons/banana/#raden", "l/banaan/", "l/banana/"}
    assert promised <= promises.addresses(content)


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


def kept(root: Path) -> list[Finding]:
    found = checks.run(settings.of(root))[1]
    return [one for one in found if one.rule == "addresses_are_kept"]


@pytest.mark.parametrize(
    ("names", "line"),
    [
        (["stad/de-markt"], "stad/markt/: stad/de-markt/"),
        (["over/markt"], "stad/markt/: over/markt/"),
        # Much like it in spelling, and so are others; or two pages with its old name: people choose.
        (["stad/pleinmarkten"], "stad/markt/: …"),
        (["stad/de-markt", "stad/markt-en-plein"], "stad/markt/: …"),
    ],
)
def test_where_readers_go_is_for_people_to_say_unless_one_page_has_its_old_name(
    small: Path, town: Content, names: list[str], line: str
) -> None:
    promises.promise(town)
    market = small / "docs/nl/stad/markt.md"
    for name in names:
        (small / f"docs/nl/{name}.md").write_text(market.read_text())
    market.unlink()
    (gone,) = kept(small)
    assert line in gone.fix.nl
    typed = gone.fix.nl[gone.fix.nl.index("stad/markt/: ") :].partition("…")[0]
    (small / "docs/data/redirects.yml").write_text(typed if typed.endswith("/") else f"{typed}{names[0]}/")
    assert kept(small) == []


def test_a_page_in_another_language_does_not_take_its_place(small: Path, town: Content) -> None:
    (small / promises.FILE).write_text("".join(f"/{one}\n" for one in (*promises.addresses(town), "en/town/markt/")))
    (gone,) = kept(small)
    assert "en/town/markt/: …" in gone.fix.nl


def test_an_address_is_not_gone_because_its_page_cannot_be_read(small: Path, town: Content) -> None:
    promises.promise(town)
    page = small / "docs/nl/stad/markt.md"
    page.write_text(page.read_text().replace("kind: article", "kind: artikel"))
    assert kept(small) == []


def test_the_list_of_another_town_is_one_finding_and_what_it_says_works(small: Path) -> None:
    (small / promises.FILE).write_text("/\n/elders/\n/elders/haven/\n")
    (found,) = kept(small)
    assert "Van de 3 adressen" in found.message.nl
    assert (found.line, "python -m scripts promise" in found.fix.nl) == (1, True)
    (small / promises.FILE).write_text("")
    assert typed(small, "promise").returncode == 0
    assert kept(small) == []
    assert "stad/brug/" in promises.published(small)


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
