"""Social cards: the picture that goes with a page when somebody shares its address, beside the page itself."""

from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from scripts.build import typeset
from scripts.content import Content, Page, navigation
from scripts.content.schema.front_matter import Goal

# People's posts point to this name for years: it never changes with what is in the picture.
NAME = "card.png"
TEMPLATE = "print/card.typ"
GROUND = "assets/inline/hero.svg"
CACHE = ".cache/cards"


def write(content: Content, site: Path) -> None:
    """Write the card of each page into the folder of that page below `site`."""
    overrides = content.settings.overrides
    shared = {"ground": (overrides / GROUND).read_text(encoding="utf-8"), "colours": typeset.colours(overrides)}
    wanted = ((site / page.address / NAME, card(content, page) | shared) for page in content.pages)
    typeset.write(wanted, overrides / TEMPLATE, png, content.settings.root / CACHE)


def card(content: Content, page: Page) -> dict[str, Any]:
    """Return what the card of `page` says: nothing twice, so without words that repeat its title."""
    front = (navigation.section_of(content, page) or page).meta
    number = page.meta.goal if isinstance(page.meta, Goal) else None
    goal = next((goal for goal in content.goals if goal.number == number), None)
    words = [content.words[page.locale]["site_name"], front.word]
    return {
        "lang": page.locale,
        "title": page.meta.title,
        "above": " · ".join(word for word in words if word != page.meta.title),
        "tile": goal.model_dump(include={"number", "colour", "text"}) if goal else None,
    }


def png(template: Path, data: typeset.Data) -> bytes:
    """Return the card with `data` as a small picture: 256 colours are enough for areas and letters."""
    drawn: Any = typeset.compiler(template, data).compile(format="png", ppi=72.0)
    picture = Image.open(BytesIO(drawn)).convert("RGB").quantize(256, method=Image.Quantize.FASTOCTREE)
    file = BytesIO()
    picture.save(file, "PNG", compress_level=6)
    return file.getvalue()
