"""How a translation is doing: computed from the texts, and accepted by a person."""

from pathlib import Path

import pytest

from scripts import check as checks
from scripts.build import build
from scripts.content import Content, settings, translations
from scripts.report import Unable


def read(small: Path) -> Content:
    return checks.run(settings.of(small))[0]


def change(path: Path, old: str, new: str) -> None:
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def test_states_are_computed_from_the_texts(small: Path) -> None:
    bridge = small / "docs/nl/stad/brug.md"
    assert translations.state(read(small), "en", "stad/brug.md") == "fresh"
    change(bridge, "Heel oud.", "Heel  oud.")
    assert translations.state(read(small), "en", "stad/brug.md") == "fresh"  # spaces say nothing
    change(bridge, "De brug is oud.", "De brug is nieuw.")
    assert translations.state(read(small), "en", "stad/brug.md") == "stale"
    assert translations.state(read(small), "en", "stad/markt.md") == "missing"
    assert translations.state(read(small), "nl", "stad/brug.md") == "fresh"
    path = small / "docs/en/stad/brug.md"
    path.write_text("".join(line for line in path.read_text().splitlines(True) if not line.startswith("follows")))
    assert translations.state(read(small), "en", "stad/brug.md") == "unknown"


@pytest.mark.parametrize("part", ["title: De brug", "Hoe oud de brug is", "De brug is oud"])
def test_title_description_and_text_all_count(small: Path, part: str) -> None:
    change(small / "docs/nl/stad/brug.md", part, f"{part} (nieuw)")
    assert translations.state(read(small), "en", "stad/brug.md") == "stale"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_accepting_sets_one_line_and_leaves_the_rest(small: Path, end: str) -> None:
    change(small / "docs/nl/stad/brug.md", "De brug is oud.", "De brug is nieuw.")
    path = small / "docs/en/stad/brug.md"
    path.write_bytes(path.read_text().replace("\n", end).encode())
    before = path.read_bytes()
    translations.accept(read(small), [path])
    assert translations.state(read(small), "en", "stad/brug.md") == "fresh"
    after = path.read_bytes()
    changed = [pair for pair in zip(before.splitlines(), after.splitlines(), strict=True) if pair[0] != pair[1]]
    assert len(changed) == 1
    assert changed[0][1].startswith(b"follows: ")
    assert after.count(b"\r") == before.count(b"\r")


def test_accepting_adds_the_line_when_there_is_none(small: Path) -> None:
    path = small / "docs/en/stad/brug.md"
    text = "".join(line for line in path.read_text().splitlines(True) if not line.startswith("follows"))
    path.write_text(text)
    translations.accept(read(small), [path])
    added = set(path.read_text().splitlines()) - set(text.splitlines())
    assert [line.split(":")[0] for line in added] == ["follows"]
    assert translations.state(read(small), "en", "stad/brug.md") == "fresh"


def test_accepting_fills_a_line_that_is_empty(small: Path) -> None:
    path = small / "docs/en/stad/brug.md"
    text = "".join(line for line in path.read_text().splitlines(True) if not line.startswith("follows"))
    path.write_text(text.replace("kind:", 'follows: ""\nkind:', 1))
    translations.accept(read(small), [path])
    assert path.read_text().count("follows") == 1
    assert translations.state(read(small), "en", "stad/brug.md") == "fresh"


def test_a_digest_of_digits_alone_stays_text(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = small / "docs/en/stad/brug.md"
    monkeypatch.setattr(translations, "digest", lambda page: "7124376314")
    translations.accept(read(small), [path])
    assert translations.state(read(small), "en", "stad/brug.md") == "fresh"


@pytest.mark.parametrize("name", ["docs/nl/stad/brug.md", "docs/data/slugs.yml", "docs/en"])
def test_what_is_no_translation_is_refused_before_anything_is_written(small: Path, name: str) -> None:
    change(small / "docs/nl/stad/brug.md", "De brug is oud.", "De brug is nieuw.")
    path = small / "docs/en/stad/brug.md"
    before = path.read_text()
    with pytest.raises(Unable) as unable:
        translations.accept(read(small), [path, small / name])
    assert name in unable.value.sentence.nl
    assert path.read_text() == before


def test_readers_are_told_only_where_it_is_true(small: Path) -> None:
    change(small / "docs/nl/stad/brug.md", "De brug is oud.", "De brug is nieuw.")
    build(small, small / "site", site_url="https://town.example/")

    def page(name: str) -> str:
        return (small / "site" / name / "index.html").read_text()

    assert "The Dutch text has changed since this translation was made." in page("en/town/bridge")
    assert '<a href="../../../stad/brug/" lang="nl" hreflang="nl">Read the Dutch page' in page("en/town/bridge")
    assert '<p class="translation-note" role="note" lang="en">This page is not in English yet.' in page("stad/markt")
    for name in ("stad/brug", "en/town", "en", "zoeken"):
        assert "translation-note" not in page(name), name


def test_every_translation_of_the_site_is_listed_and_fresh(content: Content, site: Path) -> None:
    rows = translations.states(content)
    assert {row.page.key for row in rows} == content.keys
    assert {row.state for row in rows} == {"fresh"}
    for name, word in (("over/vertalingen", "volgt de tekst"), ("en/about/translations", "follows the text")):
        assert (site / name / "index.html").read_text().count(f": {word}</td>") == len(rows)
