"""Whatever the check lets pass can be built, here and for another address: each contribution is kept when it passes."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml

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
PASSES = yaml.safe_load(Path(__file__).with_name("passes.yml").read_text(encoding="utf-8"))
FORMS = {
    "link": "[woorden]({}) hier.",
    "bare": "<{}> hier.",
    "list": "- [woorden][x] hier.\n\n[x]: {}\n",
    "note": "Hier.[^x]\n\n[^x]: [woorden]({})\n",
}
TEXTS: dict[str, str] = PASSES["texts"]
TEXTS |= {f"sent-{name}": text for name, text in (HOSTILE | NOTICED | HARMLESS).items()}
for number, link in enumerate(PASSES["links"].split()):
    TEXTS |= {f"{name}-{number}": form.format(link) for name, form in FORMS.items()}


def laid(root: Path) -> dict[Path, str]:
    """Write every contribution into the small project `root`, and return them by their file."""
    small_project(root)
    pages = {name: HEAD.format(name=name, kind="article", more="") + text for name, text in TEXTS.items()}
    pages |= {
        name: HEAD.format(name=name, kind=kind, more=more) + "Tekst.\n"
        for name, (kind, more) in PASSES["blocks"].items()
    }
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


@pytest.mark.parametrize("address", PASSES["addresses"])
def test_what_passes_is_built(town: tuple[Path, set[Path]], address: str) -> None:
    root, left = town
    assert 100 < len(left) < len(TEXTS)
    build(root, root / "site", site_url=address)


@pytest.mark.parametrize("door", PASSES["doors"])
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
