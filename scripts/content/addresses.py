"""Where a page lives: its address below the address of the site, from its file path and one table of slugs."""

import posixpath
from collections.abc import Mapping
from pathlib import PurePosixPath

SlugTable = Mapping[str, Mapping[str, str]]


def segments(key: str) -> tuple[str, ...]:
    """Return the parts of an address that the page `key` (`stad/index.md`) stands for: `("stad",)`."""
    path = PurePosixPath(key).with_suffix("")
    return path.parent.parts if path.name == "index" else path.parts


def address(key: str, locale: str, default_locale: str, slugs: SlugTable) -> str:
    """Return the address of page `key` in `locale`, without a slash in front: `en/town/the-market/`, home is ``.

    The file names are the slugs of the default language. A segment without a translation stays as it is.
    """
    if locale == default_locale:
        parts = segments(key)
    else:
        parts = (locale, *(slugs.get(part, {}).get(locale, part) for part in segments(key)))
    return "".join(f"{part}/" for part in parts)


def relative(target: str, start: str) -> str:
    """Return the link from the page at address `start` to `target`, a page, a place in it or a file.

    From `over/`, that to `stad/` is `../stad/`.
    """
    link = posixpath.relpath(f"/{target}", f"/{start}")
    return link if target and not target.endswith("/") else f"{link}/"
