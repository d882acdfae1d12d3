"""The look that a town gives its site: colours in `overrides/styles/tokens.css`, drawings in `overrides/town/`.

There are two: the icon, and the one on the home page, with what it shows in each language beside it. A section has one
too when there is a drawing with the name of its folder.
"""

import re
from xml.etree import ElementTree

from pydantic import TypeAdapter

from scripts.content import data
from scripts.content.schema.data import Texts
from scripts.content.settings import Settings
from scripts.report import Refused
from scripts.words import complaint, pair

TOKENS = "styles/tokens.css"
HERO = "town/hero.svg"
HERO_WORDS = "town/hero.yml"
ICON = "town/icon.svg"
SHOWN = TypeAdapter(Texts)
COLOUR = re.compile(r"^\s*--([\w-]+): (#[0-9a-fA-F]{6});", re.MULTILINE)


def colours(settings: Settings) -> dict[str, str]:
    """Return the colours of `tokens.css` by name, as they are by day. Raises `Refused` when it cannot be read."""
    path = settings.overrides / TOKENS
    found = COLOUR.findall(data.text_of(path, settings.relative(path)))
    return dict(reversed(found))  # the night comes after the day


def scenes(key: str) -> list[str]:
    """Return where the drawing of the section of the page `key` may be: the town's own before that of every town."""
    folder = key.partition("/")[0]
    return [f"town/{folder}.svg", f"drawings/scenes/{folder}.svg"]


def hero(settings: Settings) -> dict[str, str]:
    """Return what the drawing on the home page shows, by language.

    Raises `Refused` when that cannot be read, or one of the two drawings is absent, or any is no XML: nothing could
    show it.
    """
    needed = [settings.overrides / HERO, settings.overrides / ICON]
    for path in dict.fromkeys([*needed, *sorted(needed[0].parent.glob("*.svg"))]):
        shown = settings.relative(path)
        try:
            # What the build fills in is text within attributes. A file of the look could do harm in simpler ways.
            ElementTree.fromstring(data.text_of(path, shown))  # noqa: S314
        except ElementTree.ParseError as error:
            said = pair("files.drawing", problem=str(error))
            raise Refused([complaint(data.RULE, shown, error.position[0], *said)]) from error
    return data.read(settings, settings.overrides / HERO_WORDS, SHOWN)[0]
