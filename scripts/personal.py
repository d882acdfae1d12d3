"""What leads to one person, in a text: telephone numbers, e-mail addresses, bank accounts, citizen service numbers.

Numbers are judged by libraries that know the real ones: phonenumbers (the numbering plans of all countries) and stdnum
(ISO 13616 for accounts, the eleven-test for service numbers). Findings are public: none may show what was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from scripts.settings import Contacts

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

# The country whose numbers people write without a code.
REGION, HOME = "NL", 31
# Numbers of services, by what the national plan has no type of its own for.
SERVICES = ("82", "84", "85", "87", "88", "91", "14")
EMAIL = re.compile(r"(?<![\w.+@%/-])[\w.+'-]{1,64}(?:@|%40)(?P<host>(?:[\w-]{1,63}\.)+[^\W\d_]{2,63})(?![^\W_]|[@:])")
# Names that are kept for examples (RFC 2606), and what begins like an address and is none.
NOBODYS = re.compile(
    r"(?:^|[.@])(?:example\.\w+|voorbeeld\.nl|\w+\.(?:example|test|invalid)|noreply\.[\w.]+)$|^(?:git|noreply)@"
)
IBAN = re.compile(r"\b[A-Z]{2}[\s.-]?\d\d(?:[\s.-]?[A-Z0-9]){11,30}\b")
BSN = re.compile(
    r"\b(?:bsn|burgerservicenummer|sofinummer)\W{0,3}\d(?:[ .-]?\d){8}\b"
    r"|(?<![\w.,/@#=€$£-])(?<![€$£#] )\d{9}(?![^\W_]|[%°]|[.,/]\d|-[^\W_])", re.IGNORECASE
)  # fmt: skip
URL = re.compile(r"https?://[^\s<>\"'`|]+")
# Eight figures close together: a line without holds no number.
FIGURES = re.compile(r"\d(?:[^0-9A-Za-z\n]{0,4}\d){7}")
# As far before a number as its name may begin.
NEAR = 40
# Before a number that is called something else (KvK, ISBN, order number), or is part of a name or an address.
NAMED = re.compile(
    r"(?:\b(?:isbn(?:-1[03])?|issn|kvk|rsin|btw|vat|doi|id|ean|(?!telefoon|mobiel|burgerservice)\w+(?:nummer|nr)"
    r"|(?:order|invoice|case|customer) number)\b\W{0,4}|[_/-])\Z", re.IGNORECASE
)  # fmt: skip
DATE = re.compile(r"\b\d{1,2}([-/.])\d{1,2}\1\d{4}\b|\b\d{1,2}[.:]\d\d(?=-|\s?uur)|(?<!\d)0[.,]\d+")


class Found(NamedTuple):
    """Something personal: what it is (`phone`, `email`, `iban` or `bsn`), and where it begins."""

    kind: str
    offset: int


def found(text: str, contacts: Contacts) -> Iterator[Found]:
    """Yield each thing in `text` that leads to a person and is not one of `contacts`, which the site may show."""
    for match in EMAIL.finditer(text):
        address = unquote(match[0]).lower()
        if not NOBODYS.search(address) and not {address, f"@{match['host'].lower()}"} & contacts.emails:
            yield Found("email", match.start())
    if FIGURES.search(text):
        for pattern in (URL, DATE):
            text = pattern.sub(lambda other: "|" * len(other[0]), text)
        yield from _numbers(text, contacts)


def _numbers(text: str, contacts: Contacts) -> Iterator[Found]:
    import phonenumbers  # these three take a while to load, and most texts have no such figures
    from stdnum import iban
    from stdnum.nl import bsn

    for match in IBAN.finditer(text):
        if iban.is_valid(re.sub(r"\s", "", match[0]), check_country=False):
            yield Found("iban", match.start())
            text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    for match in BSN.finditer(text):
        if bsn.is_valid(re.sub(r"\D", "", match[0])) and not _is_named(text, match.start()):
            yield Found("bsn", match.start())
    allowed = set(filter(None, (_international(phone) for phone in contacts.phones)))
    for call in phonenumbers.PhoneNumberMatcher(text, REGION):
        is_allowed = _international(call.raw_string) in allowed or _is_named(text, call.start)
        if not is_allowed and _is_somebodys(call.number):
            yield Found("phone", call.start)


def _is_named(text: str, start: int) -> bool:
    return bool(NAMED.search(text[max(0, start - NEAR) : start]))


def _international(written: str) -> str:
    import phonenumbers

    try:
        number = phonenumbers.parse(written, REGION)
    except phonenumbers.NumberParseException:
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _is_somebodys(number: PhoneNumber) -> bool:
    """Tell whether a number rings at a person, and not at a service that anyone may name."""
    from phonenumbers import PhoneNumberType as Kind
    from phonenumbers import national_significant_number, number_type

    is_service = number.country_code == HOME and national_significant_number(number).startswith(SERVICES)
    return not is_service and number_type(number) not in (Kind.TOLL_FREE, Kind.PREMIUM_RATE, Kind.SHARED_COST, Kind.UAN)
