"""Telephone numbers and citizen service numbers, told apart from the many figures that a text holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache, lru_cache
from itertools import islice, pairwise

# The country whose numbers people write without a code.
REGION = "NL"
# More than any page has; beyond it the rest waits until these are gone.
MOST = 1000
# Lines without this many figures close together hold neither, and most lines are such.
FIGURES = re.compile(r"\d(?:[^0-9A-Za-z\n]{0,4}\d){7}")
_GAP = r"[ \t().·/*_-]{0,3}"
NATIONAL = re.compile(rf"(?<![^\W_])(?<![^\W_]_)(?<!\d[-./])(?<![A-Za-z]-)\(?0(?!0)(?:{_GAP}\d){{9}}(?![^\W_]|[.,]\d)")
ABROAD = re.compile(rf"(?<![^\W_])(?:\+|\(?00(?=[ ().-]{{0,2}}[1-9])){_GAP}\d(?:{_GAP}\d){{6,14}}(?![^\W_])")
LABELLED = re.compile(
    r"(?:\b(?:tel(?:efoon(?:nummer)?|ephone)?|phone|mobiel|mobile|gsm|whats ?app|bel|call|sms)\b|wa\.me/|[?&]phone=)"
    rf"[^\d\n+]{{0,20}}(?P<number>(?:6|31{_GAP}6)(?:{_GAP}\d){{8}}|(?<=[/=])[1-9]\d{{7,14}})(?![^\W_])",
    re.IGNORECASE,
)
SPELT = {
    word: str(number)
    for number, words in enumerate(
        ("nul zero", "een één one", "twee two", "drie three", "vier four", "vijf five", "zes six", "zeven seven",
         "acht eight", "negen nine")
    )
    for word in words.split()
}  # fmt: skip
SPELT_OUT = re.compile(rf"\b(?:nul|zero)(?:\W{{1,3}}(?:{'|'.join(SPELT)})){{9}}\b")
# Numbers of services, by what the national plan has no type of its own for.
SERVICES = ("82", "84", "85", "87", "88", "91", "14")
NINE = re.compile(r"(?<![\w.,/@#=€$£-])(?<![€$£#] )\d{9}(?![^\W_]|[%°]|[.,/]\d|-[^\W_])")
NAMED = re.compile(
    r"\b(?:bsn|burger ?service ?-?nummer|sofi ?-?nummer|citizen service number|social security number)", re.IGNORECASE
)
EIGHT_OR_NINE = re.compile(r"(?<!\d)\d(?:[ .-]?\d){7,8}(?![\d])")
COUNTED = re.compile(
    r"\s?(?:inwoners?|mensen|personen|euro|eur|dollars?|people|inhabitants|residents|citizens|kilo\w*|kg|gram|ton|tonnes?|liters?|"
    r"litres?|km|m|m2|m3|keer|times|bezoek\w*|visit\w*|views?|bytes?|mb|stuks|stemmen|votes|jaar|years|bomen|trees|bananen|bananas)\b",
    re.IGNORECASE,
)
# Figures that are something else, whatever they look like.
_MORE = r"[\dX](?:[ ./-]?[\dX]){0,%d}"
_WITHOUT_SPACES = r"\d(?:[./-]?\d){0,19}"
OTHERS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bisbn(?:[ -]?1[03])?\W{{0,3}}{_MORE % 12}",
        rf"\b(?:issn|kvk|k\.v\.k\.|kamer van koophandel|chamber of commerce)[^\d\n]{{0,15}}{_MORE % 7}",
        rf"\b(?:rsin|fiscaal|btw|vat|anbi)[^\d\n]{{0,20}}{_MORE % 8}",
        r"\b(?:doi|arxiv)\W{0,3}\S+|\b10\.\d{4,9}/\S+",
        r"\b(?:id|ean|gtin|oclc|pmid|pmc|isni|orcid|viaf|nur|ark|urn|node|kenmerk|referentie|ref)"
        rf"[ #:.=_-]{{1,3}}{_WITHOUT_SPACES}",
        r"\b(?!telefoon|tel|mobiel|gsm|contact|nood|doorkies|bel|thuis|prive|privé|whatsapp|app|burger|sofi|bsn|persoons|fax)"
        rf"\w{{2,30}}(?:nummer|nr)\b\W{{0,4}}{_WITHOUT_SPACES}",
        rf"\b(?:order|invoice|case|reference|article|item|product|serial|ticket|customer|member|model|part|page|registration"
        rf"|charity|tax|record|document|issue) ?(?:number|no|nr|id|code)\b\W{{0,4}}{_WITHOUT_SPACES}",
        r"(?<!\d)(?:[0-3]?\d([-/.])[01]?\d\1(?:19|20)\d\d|(?:19|20)\d\d([-/.])[01]\d\2[0-3]\d)(?!\d)(?![-.]\d)",
        r"(?<![\d.])[0-2]?\d[.:][0-5]\d\s?(?:uur\s?)?(?:-|/|tot|en|to)\s?[0-2]?\d[.:][0-5]\d(?![.\d])",
        r"(?<![\d.,+])[+-]?(?:0|[1-9]\d{0,2})\.\d{4,}(?![\d.])",
        r"(?:[€$£¥]|\b(?:eur|usd|gbp))\s?\d[\d.,]*",
    )
)
BOOK = re.compile(r"(?<![\d-])\d(?:[ -]?\d){8}(?:(?:[ -]?\d){3})?[ -]?[\dX](?![\d-])")


def numbers(text: str, allowed: frozenset[str]) -> Iterator[tuple[str, int, str]]:
    """Yield the kind (`phone` or `bsn`), the place and the figures of each number in `text`.

    Numbers of services are left out, and those that are in `allowed`.
    """
    lowered = text.lower()
    for spelt in SPELT_OUT.finditer(lowered) if "nul" in lowered or "zero" in lowered else ():
        figures = "".join(SPELT[word] for word in re.findall(r"[^\W\d]+", spelt[0]))
        if _caller(figures, allowed):
            yield "phone", spelt.start(), figures
    end, judged = -1, 0
    for near in FIGURES.finditer(text):
        if near.start() >= end and judged < MOST:
            start, end = text.rfind("\n", 0, near.start()) + 1, text.find("\n", near.start())
            end = end if end >= 0 else len(text)
            line = _without_others(text[start:end])
            told = set[int]()
            for offset, written in islice(_written(line), MOST):
                judged += 1
                number = "" if offset in told or _is_row(written) else _caller(written, allowed)
                if number:
                    told.add(offset)
                    yield "phone", start + offset, number
            for offset, figures in _citizens(line):
                yield "bsn", start + offset, figures


def _without_others(line: str) -> str:
    for pattern in OTHERS:
        line = pattern.sub(lambda found: "|" * len(found[0]), line)
    return BOOK.sub(lambda found: "|" * len(found[0]) if _is_book(found[0]) else found[0], line)


def _is_book(written: str) -> bool:
    from stdnum import isbn

    *groups, last = re.split("[ -]", written)
    return bool(isbn.is_valid(written)) and (written[:3] in ("978", "979") or (len(groups) == 3 and len(last) == 1))


def _written(line: str) -> Iterator[tuple[int, str]]:
    """Yield the place and the figures of what may be telephone numbers, the longest first."""
    for found in NATIONAL.finditer(line):
        yield found.start(), found[0]
    for found in LABELLED.finditer(line):
        written = found["number"]
        yield found.start(), f"0{written}" if len(re.sub(r"\D", "", written)) == 9 else f"+{written}"
    for found in ABROAD.finditer(line):
        written, shorter = "", found[0]
        while written != shorter:  # a year or another number may follow
            yield found.start(), shorter
            written, shorter = shorter, re.sub(r"\D+\d+\Z", "", shorter)


def _is_row(written: str) -> bool:
    """Tell whether the groups of figures count up or down evenly, as on an axis, or are one figure repeated."""
    groups = [int(group) for group in re.findall(r"\d+", written)]
    steps = {later - earlier for earlier, later in pairwise(groups)}
    return (len(groups) > 3 and len(steps) == 1) or len(set(re.sub(r"\D", "", written)[-8:])) == 1


@lru_cache(maxsize=4096)
def _caller(written: str, allowed: frozenset[str]) -> str:
    """Return the number that `written` is, in the international form; empty when it is none, a service or `allowed`."""
    import phonenumbers

    try:
        number = phonenumbers.parse(re.sub(r"[^\d+()]+", " ", written), REGION)
    except phonenumbers.NumberParseException:
        return ""
    national = phonenumbers.national_significant_number(number)
    at_home = number.country_code == phonenumbers.country_code_for_region(REGION)
    if not phonenumbers.is_valid_number(number) or (at_home and national.startswith(SERVICES)):
        return ""
    kinds = phonenumbers.PhoneNumberType
    if phonenumbers.number_type(number) in (kinds.TOLL_FREE, kinds.PREMIUM_RATE, kinds.SHARED_COST, kinds.UAN):
        return ""
    bare = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return "" if bare in _bare(allowed) else bare


@cache
def _bare(written: frozenset[str]) -> frozenset[str]:
    import phonenumbers

    bare = set[str]()
    for number in written:
        with suppress(phonenumbers.NumberParseException):  # what is no number allows none
            parsed = phonenumbers.parse(number, REGION)
            bare.add(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))
    return frozenset(bare)


def _citizens(line: str) -> Iterator[tuple[int, str]]:
    from stdnum.nl import bsn

    for found in (EIGHT_OR_NINE if NAMED.search(line) else NINE).finditer(line):
        figures = re.sub(r"\D", "", found[0])
        if len(set(figures)) > 2 and bsn.is_valid(figures.zfill(9)) and not COUNTED.match(line, found.end()):
            yield found.start(), figures
