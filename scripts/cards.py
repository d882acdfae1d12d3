"""Social cards: the picture that goes with a page when somebody shares its address, beside the page itself.

Drawing takes time, so a card is drawn only when something in it changed.
"""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import PIL
from PIL import Image

from scripts import card_picture, navigation
from scripts.card_picture import Card, Tile
from scripts.content import Content, Page
from scripts.schema.front_matter import Goal, Section

# People's posts point to this name for years: it never changes with what is in the picture.
NAME = "card.png"


def write(content: Content, site: Path, cache: Path) -> None:
    """Write the card of each page into the folder of that page below `site`, keeping drawings in the folder `cache`."""
    cache.mkdir(parents=True, exist_ok=True)
    for page in content.pages:
        (site / page.address / NAME).write_bytes(picture(card(content, page), cache))


def card(content: Content, page: Page) -> Card:
    """Return what the card of `page` says: nothing twice, so without words that repeat its title."""
    site_name = content.words[page.locale]["site_name"]
    return Card(
        title=page.meta.title,
        above=_unless(page.meta.title, _section_word(content, page)),
        below=_unless(page.meta.title, site_name),
        tile=_tile(content, page),
    )


def picture(wanted: Card, cache: Path) -> bytes:
    """Return the PNG of the card `wanted`: the one in `cache` when it is there and whole, else a new drawing."""
    kept = cache / f"{_digest(wanted)}.png"
    found = kept.read_bytes() if kept.exists() else b""
    if _is_whole(found):
        return found
    drawn = card_picture.draw(wanted)
    # Another build may read or write the same card at this moment: it sees all of it or nothing.
    with tempfile.NamedTemporaryFile(dir=cache, delete=False) as file:
        file.write(drawn)
    Path(file.name).replace(kept)
    return drawn


def _section_word(content: Content, page: Page) -> str:
    front = (navigation.section_of(content, page) or page).meta
    return (front.short or front.title) if isinstance(front, Section) else ""


def _unless(title: str, words: str) -> str:
    return "" if words == title else words


def _tile(content: Content, page: Page) -> Tile | None:
    goal = content.goals.get(page.meta.goal) if isinstance(page.meta, Goal) else None
    return Tile(goal.number, goal.colour, goal.text) if goal else None


def _digest(wanted: Card) -> str:
    return sha256(json.dumps([asdict(wanted), _way_of_drawing()], sort_keys=True).encode()).hexdigest()


@lru_cache(maxsize=1)
def _way_of_drawing() -> list[str]:
    """Return what a drawing depends on besides its card: the program, the font and the version of Pillow."""
    files = (Path(card_picture.__file__), card_picture.FONT)
    return [*(sha256(path.read_bytes()).hexdigest() for path in files), PIL.__version__]


def _is_whole(png: bytes) -> bool:
    """Tell whether `png` is a whole picture, by the checksums in it: much quicker than drawing or unpacking it."""
    try:
        with Image.open(BytesIO(png), formats=["PNG"]) as image:
            image.verify()
    except (OSError, SyntaxError):
        return False
    return True
