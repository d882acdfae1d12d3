"""How a translation is doing: computed from the texts, and accepted by a person."""

import re
from pathlib import Path

import pytest

from scripts.build import build
from scripts.content import Content, read, settings, translations
from scripts.report import Unable

FOLLOWS = re.compile("follows: .*\n")


@pytest.fixture
def bridge(small: Path) -> Path:
    return small / "docs/en/stad/brug.md"


def change(small: Path, old: str, new: str) -> None:
    path = small / "docs/nl/stad/brug.md"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def now(small: Path) -> Content:
    return read(settings.of(small))[0]


def state(small: Path, locale: str = "en", key: str = "stad/brug.md") -> str:
    return translations.state(now(small), locale, key)


def test_states_are_computed_from_the_texts(small: Path, bridge: Path) -> None:
    assert [state(small), state(small, "nl"), state(small, key="stad/markt.md")] == ["fresh", "fresh", "missing"]
    change(small, "Heel oud.", "Heel  oud.")
    assert state(small) == "fresh"  # spaces say nothing
    bridge.write_text(FOLLOWS.sub("", bridge.read_text()))
    assert state(small) == "unknown"


@pytest.mark.parametrize("part", ["title: De brug", "Hoe oud de brug is", "De brug is oud"])
def test_title_description_and_text_all_count(small: Path, part: str) -> None:
    change(small, part, f"{part} (nieuw)")
    assert state(small) == "stale"


def test_the_words_on_its_material_count(small: Path, bridge: Path) -> None:
    change(small, "kind: article", 'kind: article\nkit: {forms: [poster], text: "Loop eens over de brug."}')
    translations.accept(now(small), [bridge])
    assert state(small) == "fresh"
    change(small, "Loop eens", "Fiets eens")
    assert state(small) == "stale"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("line", ["", 'follows: ""\n', "follows: 0a1b2c3d4e\n"])
def test_accepting_sets_one_line_and_leaves_the_rest(small: Path, bridge: Path, line: str, end: str) -> None:
    rest, before = FOLLOWS.sub("", bridge.read_text()), FOLLOWS.sub(line, bridge.read_text())
    bridge.write_bytes(before.replace("\n", end).encode())
    translations.accept(now(small), [bridge])
    assert state(small) == "fresh"
    after = bridge.read_bytes().decode().split(end)
    assert [one for one in after if not one.startswith("follows")] == rest.split("\n")
    assert len(after) == rest.count("\n") + 2


def test_a_digest_of_digits_alone_stays_text(small: Path, bridge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translations, "digest", lambda page: "7124376314")
    translations.accept(now(small), [bridge])
    assert state(small) == "fresh"


@pytest.mark.parametrize("name", ["docs/nl/stad/brug.md", "docs/data/slugs.yml", "docs/en"])
def test_what_is_no_translation_is_refused_before_anything_is_written(small: Path, bridge: Path, name: str) -> None:
    change(small, "De brug is oud.", "De brug is nieuw.")
    before = bridge.read_text()
    with pytest.raises(Unable) as unable:
        translations.accept(now(small), [bridge, small / name])
    assert name in unable.value.sentence.nl
    assert bridge.read_text() == before


def test_readers_are_told_only_where_it_is_true(small: Path) -> None:
    change(small, "De brug is oud.", "De brug is nieuw.")
    build(small, small / "site", site_url="https://town.example/")

    def page(name: str) -> str:
        return (small / "site" / name / "index.html").read_text()

    assert "The Dutch text has changed since this translation was made." in page("en/town/bridge")
    assert '<a href="../../../stad/brug/" hreflang="nl">Read the Dutch page' in page("en/town/bridge")
    for name in ("stad/brug", "stad/markt", "en/town", "en", "zoeken"):
        assert "translation-note" not in page(name), name
