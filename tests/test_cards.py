"""Social cards: of one size, light, readable, their words in the sky, beside every page."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops

from scripts import cards, checks, settings, typeset
from scripts.content import Content
from tests.conftest import ROOT
from tests.contrast import contrast

OVERRIDES = ROOT / "overrides"
TEMPLATE = OVERRIDES / cards.TEMPLATE
TILE = {"number": 17, "colour": "#19486A", "text": "white"}
TILE_BOX = (947, 53, 1123, 229)
# Above the sun, the roofs and the trees, and left of the tile: left, top, right, bottom.
SKY, BESIDE_TILE = (70, 36, 1120, 337), (70, 36, 911, 337)
TITLES = {
    "short": "Ui",
    "longest": "Nieuwe vriendschappen tussen scholen, kerken en winkels aan de rivier.",
    "widest letters": "W" * 70,
    "a word of 60 letters": "Meervoudigeduurzaamheidsdoelstellingenbeleidsmedewerkersclub",
    "Polish capitals": "ŁÓDŹ ŻÓŁĆ ĄĘŚŃ, gęślą jaźń: Świętokrzyskie",
    "marks of Typst": '#eval("1") $x$ @a *b* \\ #read("/etc/passwd") `c` = d // e',
}


def drawn(**words: object) -> Image.Image:
    ground = (OVERRIDES / cards.GROUND).read_text()
    shared = {"lang": "nl", "above": "", "tile": None, "ground": ground, "colours": typeset.colours(OVERRIDES)}
    png = cards.png(TEMPLATE, shared | words)
    assert len(png) <= 40_000
    image = Image.open(BytesIO(png))
    assert (image.format, image.mode, image.size) == ("PNG", "P", (1200, 630))
    return image.convert("RGB")


def differ(one: Image.Image, other: Image.Image) -> tuple[int, int, int, int]:
    """Return where two pictures are not alike, apart from what their palettes make of one colour."""
    found = ImageChops.difference(one, other).convert("L").point(lambda shade: 255 * (shade > 24)).getbbox()
    assert found
    return found


def written(colour: object) -> str:
    assert isinstance(colour, tuple)
    return f"#{bytes(colour).hex()}"


@pytest.fixture
def town(small: Path) -> Content:
    return checks.run(settings.settings(settings.load(small)))[0]


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
@pytest.mark.parametrize(("tile", "room"), [(None, SKY), (TILE, BESIDE_TILE)])
def test_words_stay_in_the_sky(title: str, tile: object, room: tuple[int, int, int, int]) -> None:
    left, top, right, bottom = differ(drawn(title=title, above="De stad " * 8, tile=tile), drawn(title="", tile=tile))
    assert room[0] <= left and room[1] <= top and right <= room[2] and bottom <= room[3]


def test_words_can_be_read() -> None:
    image = drawn(title="Brug", above="Stad").crop(SKY)
    often = sorted(image.getcolors(1200 * 630) or [], reverse=True)[:3]
    ground, *letters = [written(colour) for _, colour in often]
    assert all(contrast(letter, ground) >= 4.5 for letter in letters)


def test_a_goal_has_its_number_on_its_colour(content: Content) -> None:
    goals = {page.meta.goal: cards.card(content, page) for page in content.pages if page.meta.kind == "goal"}
    assert set(goals) == set(range(1, 18))
    for number, card in goals.items():
        goal = content.goals[number]
        assert card["tile"] == {"number": number, "colour": goal.colour, "text": goal.text}
    image = drawn(title="", tile=TILE)
    assert differ(image, drawn(title="")) == TILE_BOX
    assert contrast(written(image.getpixel((970, 80))), "#19486a") < 1.1


def test_titles_are_set_in_our_letters(content: Content) -> None:
    every = [cards.card(content, page) for page in content.pages]
    letters = "".join(sorted({letter for card in every for letter in card["title"] + card["above"]}))
    data: dict[str, Any] = every[0] | {"title": letters + "ąćęłńóśźżĄĆĘŁŃÓŚŹŻéëïöüàèĳ‘’“”–—…€"}
    shared = {"ground": (OVERRIDES / cards.GROUND).read_text(), "colours": typeset.colours(OVERRIDES)}
    made = typeset.made(TEMPLATE, data | shared, format="pdf")
    assert set(re.findall(rb"/BaseFont/\w+\+([\w-]+)", made)) == {b"NunitoSans-Bold"}


def test_a_card_says_nothing_twice(town: Content) -> None:
    said = {page.key: cards.card(town, page) for page in town.pages if page.locale == "nl"}
    name = town.words["nl"]["site_name"]
    assert said["stad/brug.md"]["above"] == f"{name} · Stad"
    assert (said["stad/index.md"]["title"], said["stad/index.md"]["above"]) == ("De stad", f"{name} · Stad")
    assert (said["over/index.md"]["title"], said["over/index.md"]["above"]) == ("Over deze site", name)
    assert said["zoeken.md"]["above"] == name
    home = town.page("nl", "index.md")
    assert home and (home.meta.title == name) == (cards.card(town, home)["above"] == "")


def test_every_page_has_its_card(town: Content, tmp_path: Path) -> None:
    cards.write(town, tmp_path / "site", tmp_path / "cache")
    assert all((tmp_path / "site" / page.address / "card.png").is_file() for page in town.pages)
