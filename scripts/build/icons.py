"""Icons as pictures, for what takes no SVG: the screen of a phone, and the lists of programs on a computer."""

from scripts import templates
from scripts.build import typeset
from scripts.content import Content, look

TEMPLATE = "print/icon.typ"
CACHE = ".cache/icons"


def png(content: Content, size: int) -> bytes:
    """Return the icon of the town in `size` by `size` pixels, as a PNG on the ground of a page."""
    overrides, colours = content.settings.overrides, content.colours
    data = {"icon": templates.render(overrides, look.ICON, colours=colours), "size": size, "ground": colours["paper"]}
    return typeset.once(data, overrides / TEMPLATE, typeset.png, content.settings.root / CACHE)
