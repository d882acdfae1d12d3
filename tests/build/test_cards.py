"""Social cards: of one size, light, readable, their words in the sky."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from scripts import templates
from scripts.build import cards, typeset
from scripts.content import Content, look, settings
from tests.conftest import ROOT, SMALL
from tests.contrast import contrast

OVERRIDES = ROOT / "overrides"
TEMPLATE = OVERRIDES / cards.TEMPLATE
COLOURS = look.colours(settings.of(ROOT))
SHARED: dict[str, object] = {
    "lang": "nl",
    "above": "",
    "tile": None,
    "ground": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>',  # a drawing is as heavy as a town likes
    "colours": COLOURS,
}
TILE = {"number": 17, "colour": "#19486A", "text": "white"}
TILE_BOX = (947, 53, 1123, 229)
SKY = (70, 36, 1120, 337)  # above the sun, the roofs and the trees: left, top, right, bottom
OURS = b"NunitoSans-Bold"
TITLES = {
    "short": "Ui",
    "longest": "Nieuwe vriendschappen tussen scholen, kerken en winkels aan de rivier.",
    "widest letters": "W" * 70,
    "a word of 60 letters": "Meervoudigeduurzaamheidsdoelstellingenbeleidsmedewerkersclub",
    "Polish capitals": "ŁÓDŹ ŻÓŁĆ ĄĘŚŃ, gęślą jaźń: Świętokrzyskie",
    "marks of Typst": '#eval("1") $x$ @a *b* \\ #read("/etc/passwd") `c` = d // e',
}


def drawn(**words: object) -> Image.Image:
    png = cards.drawn(TEMPLATE, SHARED | words)
    assert len(png) <= 30_000 or "ground" in words
    image = Image.open(BytesIO(png))
    assert (image.format, image.mode, image.size) == ("PNG", "P", (1200, 630))
    return image.convert("RGB")


def differ(one: Image.Image, other: Image.Image) -> tuple[int, int, int, int]:
    """Return where two pictures are not alike, apart from what their palettes make of one colour."""
    found = ImageChops.difference(one, other).convert("L").point(lambda shade: 255 * (shade > 24))
    return found.getbbox() or (0, 0, 0, 0)


def written(colour: object) -> str:
    assert isinstance(colour, tuple)
    return f"#{bytes(colour).hex()}"


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
@pytest.mark.parametrize(("tile", "edge"), [(None, SKY[2]), (TILE, 911)], ids=["page", "goal"])
def test_words_stay_in_the_sky(title: str, tile: object, edge: int) -> None:
    left, top, right, bottom = differ(drawn(title=title, above="De stad " * 8, tile=tile), drawn(title="", tile=tile))
    assert SKY[0] <= left and SKY[1] <= top and right <= edge and bottom <= SKY[3]


def assert_readable(overrides: Path) -> None:
    """The words of a card can be read before the drawing of the town with these `overrides`."""
    ground = templates.render(overrides, look.HERO, colours=COLOURS)
    image = drawn(title="Brug", above="Stad", ground=ground).crop(SKY)
    often = sorted(image.getcolors(1200 * 630) or [], reverse=True)[:3]
    ground, *letters = [written(colour) for _, colour in often]
    assert all(contrast(letter, ground) >= 4.5 for letter in letters)


def test_words_can_be_read() -> None:
    assert_readable(SMALL / "overrides")


def test_a_goal_has_its_number_on_its_colour(content: Content) -> None:
    tiles = [cards.card(content, page)["tile"] for page in content.pages if page.meta.kind == "goal"]
    assert TILE in tiles and None not in tiles
    image = drawn(title="", tile=TILE)
    assert differ(image, drawn(title="")) == TILE_BOX
    assert contrast(written(image.getpixel((970, 80))), "#19486a") < 1.1


def fonts(letters: str) -> set[bytes]:
    """Return the names of the fonts in which a title of these `letters` is set."""
    words = {name: value for name, value in SHARED.items() if name != "ground"}
    made = typeset.compiler(TEMPLATE, words | {"title": letters}).compile(format="pdf")
    assert isinstance(made, bytes)
    return set(re.findall(rb"/BaseFont/\w+\+([\w-]+)", made))


def test_titles_are_set_in_our_letters() -> None:
    assert fonts("AZaz09 ąćęłńóśźżĄĆĘŁŃÓŚŹŻéëïöüàèĳ‘’“”–—…€") == {OURS}


def test_a_card_says_nothing_twice(town: Content) -> None:
    said = {page.key: cards.card(town, page)["above"] for page in town.pages if page.locale == "nl"}
    name = town.settings.site_names["nl"]
    assert said["stad/brug.md"] == said["stad/index.md"] == f"{name} · Stad"
    assert said["over/index.md"] == said["zoeken.md"] == name
    home = town.page("nl", "index.md")
    assert home and (home.meta.title == name) == (said["index.md"] == "")
