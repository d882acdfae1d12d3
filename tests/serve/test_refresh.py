"""Which pages are built again after a change, and that the others stay."""

import re
from pathlib import Path

import pytest

from scripts import content
from scripts.build import build
from scripts.content import Content, settings
from scripts.report import Refused
from scripts.serve.refresh import edited, refresh


def read(root: Path) -> Content:
    found, findings = content.read(settings.of(root))
    assert findings == []
    return found


def change(root: Path, name: str, old: str, new: str) -> None:
    path = root / "docs" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


CHANGES = {
    "text": ("nl/stad/markt.md", "Alleen in", "Nu in", ["stad/markt/"]),
    "nothing": ("nl/stad/markt.md", "Alleen in", "Alleen in", []),
    "title": ("nl/stad/markt.md", "title: De markt", "title: De grote markt", None),
    "list": ("data/slugs.yml", "bridge", "viaduct", None),
}


@pytest.mark.parametrize("case", CHANGES)
def test_which_pages_are_edited(small: Path, case: str) -> None:
    name, old, new, expected = CHANGES[case]
    before = read(small)
    change(small, name, old, new)
    found = edited(before, read(small))
    assert (found if found is None else [page.address for page in found]) == expected


def test_a_new_page_is_more_than_a_text(small: Path) -> None:
    before = read(small)
    (small / "docs/nl/stad/plein.md").write_bytes((small / "docs/nl/stad/markt.md").read_bytes())
    assert edited(before, read(small)) is None


def test_only_the_page_is_written_anew(small: Path) -> None:
    target = small / "look"
    build(small, target, published=False)
    before = {path: path.stat().st_mtime_ns for path in target.rglob("*") if path.is_file()}
    change(small, "nl/stad/markt.md", "Alleen in het Nederlands.", "Zie [de brug](brug.md#hoe-oud).\n\n    code\n")
    ours = read(small)
    refresh(settings.load(small), ours, [page for page in ours.pages if page.key == "stad/markt.md"], target)
    after = {path: path.stat().st_mtime_ns for path in target.rglob("*") if path.is_file()}
    quick = (target / "stad/markt/index.html").read_text()
    (style,) = re.findall(r'href="../../(assets/style[^"]+)"', quick)
    written = {path for path in after if before.get(path) != after[path]}
    assert written == {target / "stad/markt/index.html", target / style}, "no other page holds a sample of code"
    assert 'href="../brug/#hoe-oud"' in quick
    build(small, target, published=False)
    assert (target / "stad/markt/index.html").read_text() == quick


def test_a_page_that_cannot_be_built_stays_as_it_was(small: Path) -> None:
    target = small / "look"
    build(small, target, published=False)
    before = (target / "stad/markt/index.html").read_text()
    change(small, "nl/stad/markt.md", "Alleen in", "[weg](weg.md)")
    ours = read(small)
    with pytest.raises(Refused):
        refresh(settings.load(small), ours, [page for page in ours.pages if page.key == "stad/markt.md"], target)
    assert (target / "stad/markt/index.html").read_text() == before
