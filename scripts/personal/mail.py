"""E-mail addresses, also when they are written to hide from programs: `naam [at] domein [dot] nl`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from scripts import hosts

EMAIL = re.compile(
    r"(?<![\w.+@%-])(?P<name>[\w.+'-]{1,64})(?:@|%40)(?P<host>(?:[\w-]{1,63}\.)+(?:xn--[\w-]+|[^\W\d_]{2,63}))(?![^\W_]|@|:[\w/~])"
)
IN_URL = re.compile(r"[=/:](?P<name>[\w.+-]{1,64})@(?P<host>(?:[\w-]{1,63}\.)+[^\W\d_]{2,63})(?![^\W_]|[/:])")
# What stands before the name of an account on a machine.
LOGIN = re.compile(r"\b(?:ssh|scp|sftp|rsync|mosh)\b[^\n]{0,60}\Z")
_NAME = r"(?<![\w.+-])(?P<name>[\w.+-]{1,64})"
_OPEN, _CLOSE = r"\s?[\[({<_*-]\s?", r"\s?[\])}>_*-]\s?"
_AT = "(?:at|a|@|apenstaart(?:je)?)"
_DOT = rf"(?:\.|{_OPEN}(?:dot|punt|\.){_CLOSE}|\s(?:dot|punt)\s)"
# Whoever writes these with a space in it still means an address.
_PROVIDERS = (
    "gmail|googlemail|hotmail|outlook|live|yahoo|icloud|proton|protonmail|ziggo|kpnmail|planet|xs4all|hetnet|gmx|msn|me"
)
# Pieces of which one must be there for the pattern to be tried, in small letters, and the pattern.
DISGUISES = tuple(
    (pieces, re.compile(_NAME + rest, re.IGNORECASE))
    for pieces, rest in (
        (
            ("(at", "( at", "[at", "[ at", "{at", "<at", "_at_", "*at*", "-at-", "(a)", "[a]", "@", "apenst"),
            rf"{_OPEN}{_AT}{_CLOSE}(?P<host>[\w-]+(?:{_DOT}[\w-]+)+)",
        ),
        ((" dot ", " punt "), rf"\s(?!a\s){_AT}\s(?P<host>[\w-]+(?:\s(?:dot|punt)\s[\w-]+)+)"),
        ((" @", "@ "), rf"(?:\s@\s|@\s|\s@)(?P<host>(?:{_PROVIDERS})\.(?:com|nl|net|me|de|ch|eu))\b"),
    )
)


def addresses(text: str, allowed: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where each address in `text` begins and ends, and the address; `allowed` and those of examples left out.

    `allowed` holds addresses, and domains that begin with `@`, in small letters.
    """
    if "@" in text or "%40" in text:
        for found in EMAIL.finditer(text):
            if found["name"] != "git" and not LOGIN.search(text[max(0, found.start() - 70) : found.start()]):
                yield from _address(found, found["host"], allowed)
    lowered = text.lower()
    for pieces, disguise in DISGUISES:
        if any(piece in lowered for piece in pieces):
            for found in disguise.finditer(text):
                yield from _address(found, re.sub(_DOT, ".", found["host"], flags=re.IGNORECASE), allowed)


def in_url(url: str, allowed: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the same for the address of a page, `url`: there an address stands in what it asks for."""
    if "@" in url:
        for found in IN_URL.finditer(url.partition("://")[2].partition("/")[2]):
            yield from _address(found, found["host"], allowed)


def _address(found: re.Match[str], host: str, allowed: Collection[str]) -> Iterator[tuple[int, int, str]]:
    host = host.lower()
    name = found["name"].lower().strip("_.-'")
    if not name or not hosts.owner(host) or hosts.is_documentation(host) or "noreply" in f"{name}.{host}":
        return
    if f"{name}@{host}" not in allowed and f"@{host}" not in allowed:
        yield found.start(), found.end(), f"{name}@{host}"
