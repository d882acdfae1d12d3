"""The campaign kit: what the build makes of a page to hang up, hand out or share, where, and its short address."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import NamedTuple

from scripts.content import Content, Page
from scripts.content.schema.front_matter import Form, Goal, Kit, Shown

KIND = "kit"
GOALS = "g"
# What a form is made as; every other is a PDF.
PICTURE = "square"


class Piece(NamedTuple):
    """A piece of material: of which `page`, what that says of it, its `form`, and its `address` beside that page."""

    page: Page
    kit: Kit
    form: Form
    address: str

    @property
    def picture(self) -> str:
        """The address of the small picture of it."""
        return small(self.address)


def small(address: str) -> str:
    """Return the address of the small picture of what stands at `address`."""
    return f"{address.rpartition('.')[0]}.small.png"


def asked(page: Page) -> Kit | None:
    """Return what the front matter of `page` asks for, if it does."""
    return page.meta.kit if isinstance(page.meta, Shown) else None


def pieces(content: Content, page: Page) -> list[Piece]:
    """Return the material that goes with `page`, in the order of its front matter; none when that names none."""
    kit = asked(page)
    if not kit:
        return []
    words, name = content.words[page.locale], PurePath(page.address).name
    files = {form: f"{words[f'kit_{form}_file']}-{name}.{'png' if form == PICTURE else 'pdf'}" for form in kit.forms}
    return [Piece(page, kit, form, f"{page.address}{file}") for form, file in files.items()]


def everything(content: Content) -> Iterator[Piece]:
    """Yield all material in every language."""
    for page in content.pages:
        yield from pieces(content, page)


def short(content: Content, page: Page) -> str:
    """Return the shortest address that leads to `page`: that of a goal by its number, `g/12/`, or else its own."""
    if not isinstance(page.meta, Goal):
        return page.address
    language = "" if page.locale == content.settings.default_locale else f"{page.locale}/"
    return f"{language}{GOALS}/{page.meta.goal}/"
