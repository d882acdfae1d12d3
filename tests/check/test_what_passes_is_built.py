"""Whatever the check lets pass can be built, here and for another address: each contribution is kept when it passes."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from scripts import check as checks
from scripts.build import build, cards
from scripts.content import settings
from scripts.report import Finding
from tests.conftest import small_project
from tests.contributions import HARMLESS, HOSTILE, NOTICED

HEAD = """---
title: Proef {name}
description: Een pagina {name} om te zien of wat de controle goed vindt ook te bouwen is.
kind: {kind}
{more}---

"""
LINKS = """brug.md/ Brug.md brug.md?x ./brug.md ../stad/brug.md %62rug.md brug.md# brug.md#hoe-oud
brug.md#Hoe-oud brug.md#%68oe-oud stad//brug.md ..//stad/brug.md brug.md%20 brug%2Emd &#98;rug.md
brug brug/ /stad/brug/ //stad/brug/ # #top #_content ?q . .. ./ ../ ../index.md index.md#x
../../en/stad/brug.md ../../images/x.jpg ../../data/sources.yml brug.md#fn:s1 https: https:brug
https://[ http://[x] mailto:x tel:1 javascript:1 data:x
https://voorbeeldstad.example/stad/brug/ https://voorbeeldstad.example/nergens/
https://voorbeeldstad.github.io/wereldwijd/nergens/
http://www.voorbeeldstad.example https://site.invalid/town/stad/brug/""".split()
TEXTS = {f"link-{number}": f"[woorden]({link}) hier." for number, link in enumerate(LINKS)}
TEXTS |= {f"bare-{number}": f"<{link}> hier." for number, link in enumerate(LINKS)}
TEXTS |= {f"list-{number}": f"- [woorden][x] hier.\n\n[x]: {link}\n" for number, link in enumerate(LINKS)}
TEXTS |= {f"note-{number}": f"Hier.[^x]\n\n[^x]: [woorden]({link})\n" for number, link in enumerate(LINKS)}
TEXTS |= {f"sent-{name}": text for name, text in (HOSTILE | NOTICED | HARMLESS).items()}
TEXTS |= {
    "heading-twice": "## Kop {#kop}\n\n## Kop {#kop}\n\n[x](#kop)",
    "heading-list": "- punt\n## Kop {#kop}\n\n[x](#kop)",
    "heading-quote": "> ## Kop {#kop}\n\n[x](#kop)",
    "heading-odd": "## Kop{#kop}\n\n[x](#kop)",
    "heading-box": '!!! fact "Feit"\n\n    ## Kop {#kop}\n\n[x](#kop)',
    "heading-mark": "## Één *kop* & `meer`\n\n[x](#een-kop-meer)",
    "heading-line": "Kop\n===\n\n[x](#kop)",
    "emoji": "Een 😀 en 你好.",
}
# What stands in the block at the top, and the kind of page.
BLOCKS = {
    "related": ("article", "related: [stad/brug]\n"),
    "related-outside": ("article", "related: [../en/index.md]\n"),
    "related-deep": ("article", "related: [stad/../../data/sources.yml]\n"),
    "related-root": ("article", "related: [/etc/passwd]\n"),
    "related-own": ("article", "related: [https://example.org/town/nergens/]\n"),
    "related-broken": ("article", "related: ['http://[x']\n"),
    "goal": ("goal", "goal: 1\n"),
    "rules": ("rules", ""),
    "translations": ("translations", ""),
    "timeline": ("timeline", ""),
    "lessons": ("lessons", "menu: header\n"),
    "section": ("section", "menu: footer\nshort: Kort\n"),
    "newsroom": ("newsroom", "menu: footer\n"),
    "news": ("news", "date: 2026-11-28\n"),
}
DOORS = ["stad/brug.md", "tijdlijn.md", "over/index.md", "stad/markt.md", "index.md"]


def laid(root: Path) -> dict[Path, str]:
    """Write every contribution into the small project `root`, and return them by their file."""
    small_project(root)
    pages = {name: HEAD.format(name=name, kind="article", more="") + text for name, text in TEXTS.items()}
    pages |= {name: HEAD.format(name=name, kind=kind, more=more) + "Tekst.\n" for name, (kind, more) in BLOCKS.items()}
    files = {root / f"docs/nl/stad/{name}.md": text for name, text in pages.items()}
    for path, text in files.items():
        path.write_text(text, encoding="utf-8", newline="")
    return files


def found(root: Path) -> list[Finding]:
    return [one for one in checks.run(settings.of(root))[1] if one.level == "error"]


def kept(root: Path, files: Mapping[Path, str]) -> set[Path]:
    """Take away what does not pass, until all that is left does; return that."""
    left = set(files)
    while errors := found(root):
        wrong = {root / one.path for one in errors} & left
        assert wrong, errors
        for path in wrong:
            path.unlink()
        left -= wrong
    return left


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, set[Path]]]:
    """The small project with every contribution that passes, and those; their cards, which cost the most, are one."""
    root = tmp_path_factory.mktemp("passes") / "small"
    with pytest.MonkeyPatch.context() as changed:
        card = cards.card
        changed.setattr(cards, "card", lambda content, _: card(content, content.pages[0]))
        yield root, kept(root, laid(root))


@pytest.mark.parametrize("address", ["", "https://voorbeeldstad.github.io/wereldwijd/", "https://site.invalid/town/"])
def test_what_passes_is_built(town: tuple[Path, set[Path]], address: str) -> None:
    root, left = town
    assert 100 < len(left) < len(TEXTS)
    if address:
        build(root, root / "site", site_url=address)
    else:
        build(root, root / "site")


@pytest.mark.parametrize("door", DOORS)
def test_any_page_can_be_a_door(small: Path, door: str) -> None:
    home = small / "docs/nl/index.md"
    home.write_text(home.read_text().replace("  - stad/index.md\nmore", f"  - {door}\nmore"))
    assert found(small) == []
    build(small, small / "site", published=False)


def test_a_front_may_be_of_another_kind_in_another_language(small: Path) -> None:
    front = small / "docs/en/stad/index.md"
    head, body = front.read_text().split("---\n\n")
    kept_lines = [line for line in head.splitlines() if not line.startswith(("menu", "short"))]
    front.write_text("\n".join(kept_lines).replace("kind: section", "kind: article") + "\n---\n\n" + body)
    build(small, small / "site", published=False)
    shutil.rmtree(small / "site")
