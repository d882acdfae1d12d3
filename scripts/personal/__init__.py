"""What leads to one person, or opens a door, in a text: numbers, addresses, accounts, keys.

Each is judged by a library that knows the real ones: phonenumbers (the numbering plans of all countries), the Public
Suffix List, stdnum (ISO 13616 for accounts, the eleven-test for citizen service numbers). What only looks like one (a
date, an ISBN, a figure) is none. Nothing found may be shown to others: the findings of a check are public.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import NamedTuple
from urllib.parse import unquote

from scripts.personal import accounts, keys, mail, numbers
from scripts.settings import Contacts

UNUSUAL = re.compile(r"[^\x00-\x9f\xa1-\xb1\xb4-\xb6\xb8\xba-\u024f‘’“”…€]")
URL = re.compile(r"://[^\s<>\"'`|]+")
# Addresses of pages hold many figures; these hold a number to call.
WITH_NUMBER = re.compile(r"wa\.me/|whatsapp\.com/|t\.me/\+|[?&](?:phone|tel|mobile)=", re.IGNORECASE)
# Stands for what was looked at before, or need not be: no number or name goes on across it.
BLANK = "|"


class Found(NamedTuple):
    """Something personal: what it is, where it begins, and the thing itself, written in one way."""

    kind: str
    offset: int
    value: str


def found(text: str, contacts: Contacts) -> Iterator[Found]:
    """Yield each thing in `text` that leads to a person and is not one of `contacts`, which the site may show."""
    for kind, pairs in (("key", keys.keys(text)), ("password", keys.passwords(text))):
        yield from (Found(kind, start, value) for start, value in pairs)
    text = usual(text)
    if "://" in text:
        for url in URL.finditer(text):
            for _, _, value in mail.in_url(unquote(url[0]), contacts.emails):
                yield Found("email", url.start(), value)
        text = URL.sub(lambda url: url[0] if WITH_NUMBER.search(url[0]) else BLANK * len(url[0]), text)
    for kind, search in (("iban", accounts.accounts), ("email", partial(mail.addresses, allowed=contacts.emails))):
        for start, end, value in list(search(text)):
            yield Found(kind, start, value)
            text = text[:start] + BLANK * (end - start) + text[end:]
    for kind, start, value in numbers.numbers(text, contacts.phones):
        yield Found(kind, start, value)


def usual(text: str) -> str:
    """Return `text` with the plain form of each digit, dash, space and letter, every character where it was."""
    return text if text.isascii() else UNUSUAL.sub(lambda found: _plain(found[0]), text)


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    category, shape = unicodedata.category(character), unicodedata.normalize("NFKC", character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Pd" or character == "\u2212":
        return "-"
    if category in ("Zs", "Cf", "Mn", "Me"):
        return " "
    return shape if len(shape) == 1 and shape.isascii() else "." if character in "·。․" else character
