"""A page or list holds nothing that leads to one person, unless it is the contact of the site.

Telephone numbers, e-mail addresses, bank accounts and citizen service numbers are judged by libraries that know the
real ones: phonenumbers (the plans of all countries) and stdnum (ISO 13616, the eleven-test). The file is looked at as
it was typed, with its front matter, code and comments, and so are the words that readers see, where `06**12**345678` is
one number. Findings are public: none may show what was found. What the site may show stands in `mkdocs.yml`, under
`extra`, `contact`.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from scripts.check.rule import Content, Faults, Page, Settings, error
from scripts.content import data
from scripts.content.markdown_tokens import words
from scripts.content.settings import Contact

# The country whose numbers people write without a code, and its numbers of services that the plan has no type for.
REGION, SERVICE = "NL", re.compile(r"(?:0|\+31 ?)(?:8[24578]|91|14)")
EMAIL = re.compile(r"(?<![\w.+@%/-])[\w.+'-]{1,64}(?:@|%40)(?P<host>(?:[\w-]{1,63}\.)+[^\W\d_]{2,63})(?![^\W_]|[@:])")
# Names that are kept for examples (RFC 2606), and what begins like an address and is none.
NOBODYS = re.compile(
    r"(?:^|[.@])(?:example\.\w+|voorbeeld\.nl|\w+\.(?:example|test|invalid)|noreply\.[\w.]+)$|^(?:git|noreply)@"
)
IBAN = re.compile(r"\b[A-Z]{2}[\s.-]?\d\d(?:[\s.-]?[A-Z0-9]){11,30}\b")
# With a name before it, or nine figures in a row.
BSN = re.compile(
    r"\b(?:bsn|burgerservicenummer)\W{0,3}\d(?:[ .-]?\d){8}\b"
    r"|(?<![\w.,/@#=€$£-])(?<![€$£#] )\d{9}(?![^\W_]|[%°]|[.,/]\d|-[^\W_])", re.IGNORECASE
)  # fmt: skip
# Eight figures close together: a text without holds no number.
FIGURES = re.compile(r"\d(?:[^0-9A-Za-z\n]{0,4}\d){7}")
# Figures that are something else: in an address, with a name of their own (KvK, ISBN, order number), in a date, a part.
OTHERS = re.compile(
    r"https?://[^\s<>\"'`|]+|\bisbn[\d\sX:-]+|\b(?:issn|kvk|rsin|btw|vat|doi|id|ean|(?:order|invoice|customer) number"
    r"|(?!telefoon|mobiel|burgerservice)\w+(?:nummer|nr))\W{1,4}[\w./-]+|(?<=[^\W\d][_/-])\d[\d.-]+"
    r"|\b\d{1,2}([-/.])\d{1,2}\1\d{4}\b|\b\d{1,2}[.:]\d\d(?=-|\s?uur)|(?<!\d)0[.,]\d+",
    re.IGNORECASE,
)


def check_files(settings: Settings) -> Faults:
    """Yield a finding for each personal thing that is typed in a page or list. None shows more than how it begins."""
    for path, marked in data.typed(settings):
        for kind, at in found(marked.text, settings.contact):
            yield error(kind, path, *marked.place(at), start=marked.text[at : at + 2])


def check_page(page: Page, content: Content) -> Faults:
    """Yield a finding for each line of `page` whose words hold something personal that its marks hide."""
    contact, lines = content.settings.contact, page.body.split("\n")
    for token in page.marked.tokens:
        if token.type == "inline" and token.map:
            text = words(token.children or ())
            for kind, at in found(text, contact):
                if kind not in (other for other, _ in found("\n".join(lines[slice(*token.map)]), contact)):
                    yield error(kind, page.path, page.body_line + token.map[0], start=text[at : at + 2])


def found(text: str, contact: Contact) -> Iterator[tuple[str, int]]:
    """Yield what leads to a person in `text` (`phone`, `email`, `iban` or `bsn`), and where it begins.

    What is in `contact` the site may show.
    """
    for match in EMAIL.finditer(text) if "@" in text or "%40" in text else ():
        address = unquote(match[0]).lower()
        if not NOBODYS.search(address) and address != contact.email.lower():
            yield "email", match.start()
    if FIGURES.search(text):
        yield from _numbers(text, contact)


def _numbers(text: str, contact: Contact) -> Iterator[tuple[str, int]]:
    import phonenumbers  # these take a while to load, and most texts have no such figures
    from phonenumbers import MatchType, PhoneNumberType
    from stdnum import iban
    from stdnum.nl import bsn

    for match in IBAN.finditer(text):
        if iban.is_valid(re.sub(r"\s", "", match[0]), check_country=False):
            yield "iban", match.start()
            text = text[: match.start()] + "|" * len(match[0]) + text[match.end() :]
    text = OTHERS.sub(lambda other: "|" * len(other[0]), text)
    for match in BSN.finditer(text):
        if bsn.is_valid(re.sub(r"\D", "", match[0])):
            yield "bsn", match.start()
    services = {getattr(PhoneNumberType, kind) for kind in ("TOLL_FREE", "PREMIUM_RATE", "SHARED_COST", "UAN")}
    for call in phonenumbers.PhoneNumberMatcher(text, REGION):
        known = phonenumbers.is_number_match(call.number, contact.telephone)
        is_service = SERVICE.match(call.raw_string) or phonenumbers.number_type(call.number) in services
        if not is_service and known <= MatchType.NO_MATCH:
            yield "phone", call.start
