"""Boxes of every kind have a title in the language of their page."""

from html import unescape
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.build import build
from scripts.check.boxes_hold_their_text import TABLE

TITLED = sorted(TABLE["kinds"].keys() - set(TABLE["untitled"]))
# Words that Dutch and English share.
SHARED = {"Tip"}


@pytest.mark.parametrize("mark", ["!!!", "???"])
def test_a_box_without_a_title_of_its_own_gets_one_in_its_language(small: Path, mark: str) -> None:
    kinds = [kind for kind in TITLED if mark == "???" or kind != "teacher"]  # answers are never open
    boxes = "\n".join(f"{mark} {kind}\n\n    Tekst.\n" for kind in kinds)
    pages = {
        "nl": (small / "docs/nl/stad/brug.md", "stad/brug"),
        "en": (small / "docs/en/stad/brug.md", "en/town/bridge"),
    }
    for page, _ in pages.values():
        page.write_text(f"{page.read_text()}\n{boxes}")
    build(small, small / "site")
    titles = dict[str, list[str]]()
    for locale, (_, address) in pages.items():
        html = LexborHTMLParser((small / f"site/{address}/index.html").read_text())
        found = html.css(".admonition-title" if mark == "!!!" else "details > summary")
        titles[locale] = [unescape(one.text()) for one in found]
    assert len(titles["nl"]) == len(titles["en"]) == len(kinds)
    assert {one for one in titles["nl"] if one in titles["en"]} <= SHARED
    assert not set(titles["nl"]) & {kind.capitalize() for kind in TITLED} - SHARED
