"""Boxes of every kind have a title in the language of their page."""

from html import unescape
from pathlib import Path

from scripts.build import build
from scripts.check.boxes_hold_their_text import TABLE
from tests.build.conftest import parsed
from tests.build.test_languages import change

TITLED = sorted(TABLE["kinds"].keys() - set(TABLE["untitled"]))
# Words that Dutch and English share.
SHARED = {"Tip"}
NEVER = {("!!!", "teacher")}  # answers are never open
TITLES = ".admonition-title, details > summary"


def test_a_box_without_a_title_of_its_own_gets_one_in_its_language(small: Path) -> None:
    kinds = [(mark, kind) for mark in ("!!!", "???") for kind in TITLED if (mark, kind) not in NEVER]
    boxes = "\n".join(f"{mark} {kind}\n\n    Tekst.\n" for mark, kind in kinds)
    for locale in ("nl", "en"):
        change(small / f"docs/{locale}/stad/brug.md", r"\Z", f"\n{boxes}")
    build(small, small / "site")
    addresses = {"nl": "stad/brug", "en": "en/town/bridge"}
    titles = {
        locale: [unescape(one.text()) for one in parsed(small / "site", address).css(TITLES)]
        for locale, address in addresses.items()
    }
    assert len(titles["nl"]) == len(titles["en"]) == len(kinds)
    assert {one for one in titles["nl"] if one in titles["en"]} <= SHARED
    assert not set(titles["nl"]) & {kind.capitalize() for kind in TITLED} - SHARED
