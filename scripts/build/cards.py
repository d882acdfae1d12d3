"""Social cards: the picture that goes with a page when somebody shares its address, beside the page itself."""

from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image

from scripts import templates
from scripts.build import typeset
from scripts.content import Content, Page, look, navigation
from scripts.content.schema.front_matter import Goal

# People's posts point to this name for years: it never changes with what is in the picture.
NAME = "card.png"
TEMPLATE = "print/card.typ"
CACHE = ".cache/cards"


def write(content: Content, site: Path) -> None:
    """Write the card of each page into the folder of that page below `site`."""
    overrides = content.settings.overrides
    ground = templates.render(overrides, look.HERO, colours=content.colours)
    shared = {"ground": ground, "colours": content.colours}
    wanted = ((site / page.address / NAME, card(content, page) | shared) for page in content.pages)
    typeset.write(wanted, overrides / TEMPLATE, drawn, content.settings.root / CACHE)


def drawn(template: Path, data: typeset.Data) -> bytes:
    """Return the card with `data` as a PNG: its words over the ground, which is the same for all and drawn once."""
    words = typeset.picture(template, {name: value for name, value in data.items() if name != "ground"})
    whole = _ground(template, data["ground"], data["colours"]["deep"]).copy()
    whole.paste(words, mask=words)
    return typeset.small(whole)


@cache
def _ground(template: Path, drawing: str, deep: str) -> Image.Image:
    return typeset.picture(template, {"ground": drawing, "colours": {"deep": deep}}).convert("RGB")


def card(content: Content, page: Page) -> dict[str, Any]:
    """Return what the card of `page` says: nothing twice, so without words that repeat its title."""
    front = (navigation.section_of(content, page) or page).meta
    goal = page.meta.goal if isinstance(page.meta, Goal) else None
    words = [content.settings.site_names[page.locale], front.word]
    return {
        "lang": page.locale,
        "title": page.meta.title,
        "above": " · ".join(word for word in words if word != page.meta.title),
        "tile": {"number": goal} | content.goals[goal].model_dump(include={"colour", "text"}) if goal else None,
    }
