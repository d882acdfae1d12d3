"""Where a page lives: its address below the address of the site, from its file path and one table of slugs."""

import posixpath
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from urllib.parse import SplitResult, unquote, urlsplit

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


def split(value: str) -> SplitResult:
    """Return the parts of the address `value`; of one that nobody can read (`http://[x`), that it has a host."""
    try:
        return urlsplit(value)
    except ValueError:
        return SplitResult("", value, "", "", "")


def below(bases: Iterable[str], value: str) -> str | None:
    """Return where the full address `value` leads below one of `bases`, the site's own; None when it leads elsewhere.

    Of `https://www.example.org/stad/?q=x#oud` that is `stad/#oud`, of a site at `http://example.org/`: people copy an
    address from a browser, which may have added or left out as much.
    """
    found = split(value)
    for base in map(urlsplit, bases):
        path = found.path if found.path.startswith(base.path) else f"{found.path}/"
        if found.scheme in ("http", "https") and _host(found) == _host(base) and path.startswith(base.path):
            return unquote(path.removeprefix(base.path)) + (f"#{unquote(found.fragment)}" if found.fragment else "")
    return None


def _host(address: SplitResult) -> str:
    return (address.hostname or "").removeprefix("www.")


def relative(target: str, start: str) -> str:
    """Return the link from the page at address `start` to `target`, a page, a place in it or a file.

    From `over/`, that to `stad/` is `../stad/`.
    """
    link = posixpath.relpath(f"/{target}", f"/{start}")
    return link if target and not target.endswith("/") else f"{link}/"
