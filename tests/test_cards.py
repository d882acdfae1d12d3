"""Social cards: the same every time, inside the picture, drawn once, beside every page."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from scripts import card_picture, cards, checks, settings
from scripts.build import build
from scripts.card_picture import Card, Tile
from scripts.content import Content
from tests.conftest import ROOT

SITE_NAME = "Kleine stad"
CARD = Card("De brug", "Stad", SITE_NAME)
TITLES = {
    "short": "Ui",
    "longest": "Nieuwe vriendschappen tussen scholen, kerken en winkels aan de rivier.",
    "widest letters": "W" * 70,
    "one letter a word": "a " * 34 + "aa",
    "a word of 60 letters": "Meervoudigeduurzaamheidsdoelstellingenbeleidsmedewerkersclub",
    "a word that needs small letters": "Arbeidsongeschiktheidsverzekering",
    "Polish capitals": "ŁÓDŹ ŻÓŁĆ ĄĘŚŃ, gęślą jaźń: Świętokrzyskie",
}
SUN = (
    card_picture.SUN_CENTRE[0] - card_picture.SUN_RADIUS,
    card_picture.SUN_CENTRE[1] - card_picture.SUN_RADIUS,
)


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png))


@pytest.fixture
def town(small: Path) -> Content:
    return checks.run(settings.settings(settings.load(small)))[0]


@pytest.fixture
def drawings(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Card]]:
    """The cards that are drawn during a test."""
    drawn: list[Card] = []
    draw = card_picture.draw

    def noted(card: Card) -> bytes:
        drawn.append(card)
        return draw(card)

    monkeypatch.setattr(card_picture, "draw", noted)
    yield drawn


def test_a_card_is_a_small_picture_of_1200_by_630_with_a_palette() -> None:
    png = card_picture.draw(Card(TITLES["longest"], "Stad", SITE_NAME, Tile(17, "#19486A", "white")))
    image = opened(png)
    assert (image.format, image.mode, image.size) == ("PNG", "P", (1200, 630))
    assert len(png) <= 30_000


def test_the_colours_are_those_of_the_site_unchanged() -> None:
    image = opened(card_picture.draw(Card("De brug", "Stad", SITE_NAME, Tile(4, "#C5192D", "white")))).convert("RGB")
    colours = {colour for _, colour in image.getcolors(1200 * 630) or []}
    assert {(0x0A, 0x3D, 0x4A), (0x0B, 0x5D, 0x6B), (0xF6, 0xB9, 0x3B), (0xFF, 0xF6, 0xE3)} <= colours
    assert {(0xC5, 0x19, 0x2D), (255, 255, 255)} <= colours


def test_two_drawings_are_the_same_also_in_another_process() -> None:
    program = (
        "import sys; from hashlib import sha256; from scripts.card_picture import *;"
        f"print(sha256(draw({CARD!r})).hexdigest())"
    )
    expected = sha256(card_picture.draw(CARD)).hexdigest()
    assert sha256(card_picture.draw(CARD)).hexdigest() == expected
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", program]
        result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
        assert result.stdout.strip() == expected


@pytest.mark.parametrize(
    "other",
    [
        Card("De markt", "Stad", SITE_NAME),
        Card("De brug", "Dorp", SITE_NAME),
        Card("De brug", "Stad", "Grote stad"),
        Card("De brug", "Stad", SITE_NAME, Tile(4, "#C5192D", "white")),
    ],
)
def test_another_card_is_another_picture(tmp_path: Path, other: Card) -> None:
    assert cards.picture(other, tmp_path) != cards.picture(CARD, tmp_path)
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
@pytest.mark.parametrize("above", ["", "Stad", "De stad " * 8])
def test_text_stays_in_its_place(title: str, above: str) -> None:
    lines = card_picture.lines(Card(title, above.strip(), SITE_NAME))
    shown = [line for line in lines if line.colour == card_picture.CREAM][:-1]
    letters = "".join(line.text for line in shown).replace("-", "").replace(" ", "")
    assert letters == title.replace("-", "").replace(" ", "")
    assert 1 <= len(shown) <= 4
    for line in lines:
        left, top, right, bottom = line.box
        assert left >= 60
        assert right <= SUN[0]
        assert 40 <= top <= bottom <= 630 - 20
    for line in lines[:-1]:
        assert line.box[3] <= card_picture.BANK_TOP[0] - card_picture.BANK_TOP[1]
    for upper, lower in pairwise(lines):
        assert upper.y < lower.y - 0.7 * lower.size


def test_a_word_is_broken_only_when_it_must_be() -> None:
    size, lines = card_picture.fitted(TITLES["a word that needs small letters"], 104, 4)
    assert (size < card_picture.TITLE_WHOLE) == (len(lines) > 1)
    whole = card_picture.fitted("Duurzaamheidsdoelstellingen", 104, 4)[1]
    assert whole == ["Duurzaamheidsdoelstellingen"]
    broken = card_picture.fitted(TITLES["a word of 60 letters"], 104, 4)[1]
    assert all(line.endswith("-") for line in broken[:-1])


def test_no_short_word_stands_alone_on_the_last_line() -> None:
    assert card_picture.fitted("Een stedenband die al jaren duurt sinds 1994", 88, 4)[1][-1] != "1994"


def test_every_title_can_be_written_with_the_letters_of_the_cards(content: Content) -> None:
    def ink(letter: str) -> bytes:
        return bytes(card_picture.face(60).getmask(letter))

    absent = ink("\uffff")
    cards_of_all = [cards.card(content, page) for page in content.pages]
    for letter in sorted({letter for card in cards_of_all for letter in card.title + card.above + card.below}):
        assert ink(letter) != absent, letter
    for letter in "ąćęłńóśźżĄĆĘŁŃÓŚŹŻéëïöüàèĳ‘’“”–—…€":
        assert ink(letter) != absent, letter


def test_a_card_says_nothing_twice(town: Content) -> None:
    said = {page.key: cards.card(town, page) for page in town.pages if page.locale == "nl"}
    name = town.words["nl"]["site_name"]
    assert (said["stad/brug.md"].above, said["stad/brug.md"].below) == ("Stad", name)
    assert (said["stad/index.md"].title, said["stad/index.md"].above) == ("De stad", "Stad")
    assert (said["over/index.md"].title, said["over/index.md"].above) == ("Over deze site", "")
    assert said["over/bronnen.md"].above == "Over deze site"
    assert said["zoeken.md"].above == ""


def test_a_page_named_after_the_site_does_not_repeat_it(content: Content) -> None:
    for locale in content.settings.locales:
        home = content.page(locale, "index.md")
        assert home
        card = cards.card(content, home)
        assert (card.title == content.words[locale]["site_name"]) == (card.below == "")


def test_a_goal_has_its_number_on_its_colour(content: Content) -> None:
    goals = {page.meta.goal: cards.card(content, page) for page in content.pages if page.meta.kind == "goal"}
    assert set(goals) == set(range(1, 18))
    for number, card in goals.items():
        goal = content.goals[number]
        assert card.tile == Tile(number, goal.colour, goal.text)
    plain = Card(goals[4].title, goals[4].above, goals[4].below)
    difference = ImageChops.difference(
        opened(card_picture.draw(goals[4])).convert("RGB"), opened(card_picture.draw(plain)).convert("RGB")
    )
    assert difference.getbbox() == card_picture.TILE_BOX


def test_a_card_is_drawn_once(tmp_path: Path, drawings: list[Card]) -> None:
    first = cards.picture(CARD, tmp_path)
    assert cards.picture(CARD, tmp_path) == first
    assert drawings == [CARD]


@pytest.mark.parametrize("harm", ["truncated", "empty", "a byte changed", "no picture"])
def test_a_broken_cache_file_is_drawn_again(tmp_path: Path, drawings: list[Card], harm: str) -> None:
    first = cards.picture(CARD, tmp_path)
    (kept,) = tmp_path.iterdir()
    middle = len(first) // 2
    changed = first[:middle] + bytes([first[middle] ^ 1]) + first[middle + 1 :]
    kept.write_bytes({"truncated": first[:-5], "empty": b"", "a byte changed": changed, "no picture": b"x" * 99}[harm])
    assert cards.picture(CARD, tmp_path) == first
    assert drawings == [CARD, CARD]
    assert kept.read_bytes() == first
    assert list(tmp_path.iterdir()) == [kept]


@pytest.mark.parametrize("cut", [1, 8, 20, 60, 600, 5000])
def test_a_cache_file_cut_off_anywhere_is_drawn_again(tmp_path: Path, cut: int) -> None:
    first = cards.picture(CARD, tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(first[:cut])
    assert cards.picture(CARD, tmp_path) == first


def test_every_page_has_its_card_after_a_build(small: Path, drawings: list[Card]) -> None:
    build(small, small / "site")
    pages = sorted(path.parent for path in (small / "site").rglob("index.html"))
    assert len(pages) == len(list((small / "site").rglob("card.png"))) > 10
    for page in pages:
        assert opened((page / "card.png").read_bytes()).size == (1200, 630)
    drawn = len(drawings)
    build(small, small / "site")
    assert len(drawings) == drawn
    bridge = small / "docs/nl/stad/brug.md"
    bridge.write_text(bridge.read_text().replace("title: De brug", "title: De oude brug"))
    build(small, small / "site")
    assert [card.title for card in drawings[drawn:]] == ["De oude brug"]
