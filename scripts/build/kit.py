"""The campaign kit: posters, flyers, table cards (PDF/UA-1) and pictures to share, made of the pages themselves."""

from pathlib import Path
from typing import Any

from scripts import templates
from scripts.build import typeset
from scripts.build.lessons import sheets
from scripts.content import Content, Page, citations, icons, kit, look
from scripts.content.kit import Piece
from scripts.content.schema.front_matter import Goal

TEMPLATE = "print/kit.typ"
CACHE = ".cache/kit"
# So many pixels an inch has the small picture of each.
SMALL = {"poster": 14, "flyer": 14, "card": 20, "square": 10.8}
# What is shown large when a page has no number and names no icon.
ICON = "earth"


def write(content: Content, site: Path) -> None:
    """Write all material below `site`, with a small picture of each piece.

    Raises `Unable` when a text holds a character that cannot be printed.
    """
    template, cache = content.settings.overrides / TEMPLATE, content.settings.root / CACHE
    every = [(piece, sheet(content, piece)) for piece in kit.everything(content)]
    for make in (typeset.pdf, typeset.png):
        wanted = [(site / piece.address, data) for piece, data in every if maker(piece) == make]
        typeset.write(wanted, template, make, cache)
    small = [(site / piece.picture, data | {"ppi": SMALL[piece.form]}) for piece, data in every]
    typeset.write(small, template, typeset.png, cache)


def maker(piece: Piece) -> typeset.Make:
    """Return what makes `piece`."""
    return typeset.png if piece.form == kit.PICTURE else typeset.pdf


def size(content: Content, piece: Piece) -> int:
    """Return how heavy `piece` is, in kilobytes."""
    template, cache = content.settings.overrides / TEMPLATE, content.settings.root / CACHE
    return round(len(typeset.once(sheet(content, piece), template, maker(piece), cache)) / 1000)


def sheet(content: Content, piece: Piece) -> dict[str, Any]:
    """Return what is on `piece`."""
    page, words, name = piece.page, content.words[piece.page.locale], content.settings.site_names[piece.page.locale]
    address = f"{content.settings.site_url}{kit.short(content, page)}"
    goal = page.meta.goal if isinstance(page.meta, Goal) else None
    number = next(iter(citations.numbers(page)), None) if not piece.kit.icon else None
    source = content.sources[number.source] if number else None
    icon = piece.kit.icon or (content.goals[goal].icon if goal else ICON)
    return {
        "form": piece.form,
        "lang": page.locale,
        "title": piece.kit.title or page.meta.title,
        "author": name,
        "above": f"{words['goal']} {goal} · {name}" if goal else name,
        "text": piece.kit.text,
        "number": number.model_dump(include={"number", "text"}) if number else None,
        "source": source.model_dump() | {"end": citations.ending(source)} if source else None,
        "icon": icons.outline(icon),
        "goal": {"number": goal} | content.goals[goal].model_dump(include={"colour", "text"}) if goal else None,
        "scene": "" if goal else _scene(content, page),
        "colours": content.colours,
        "words": {one: words[f"kit_{one}"] for one in ("more", "source")},
        "address": address,
        "code": sheets.code(content, address),
        "code_alt": words["lesson_qr"].format(address=address),
        "licence": f"{name} · {words['licence_name']}",
    }


def _scene(content: Content, page: Page) -> str:
    """Return the drawing of the section of `page`, or else that of the front page."""
    overrides = content.settings.overrides
    name = next(name for name in (*look.scenes(page.key), look.HERO) if (overrides / name).exists())
    return templates.render(overrides, name, colours=content.colours)
