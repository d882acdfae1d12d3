"""What the text of a link promises: the hosts, mail addresses and telephone numbers that it names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from scripts import hosts

MOST = 1000
# Not shown by a browser, but between the letters of a name.
UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
DOTS = str.maketrans({"。": ".", "｡": ".", "·": ".", "٠": ".", "۔": ".", "⁄": "/", "∕": "/"})
WORD = re.compile(r"(?:https?:/{1,3}|mailto:)?@?[^\W_][\w.\-@/?#%=&~+]*", re.IGNORECASE)
SCHEME = re.compile(r"(https?:/{1,3}|mailto:)", re.IGNORECASE)
# Endings that are a country's or a registry's and, far more often, those of a file: README.md, install.sh.
FILES = frozenset("md sh py rs zip mov ps cc so pub am mm ml mo pm app tf".split())
# Names of products that look like hosts, and lead anywhere.
PRODUCTS = frozenset(["asp.net", "ado.net", "vb.net", "ml.net", "socket.io", "draw.io", "node.js", "vue.js"])
# Before a host: a reader expects to get there; or: the text is about it.
TOWARDS = frozenset(
    "op via bij naar uit on at to from onto zie see bezoek visit website site webadres adres address inloggen "
    "login".split()
)
ABOUT = frozenset("over about tegen against van of door by voor for met with zonder without rond".split())
# Words that leave a name alone.
FILLERS = TOWARDS | frozenset(
    "de het the een a hier here klik click ga go lees read meer more bekijk view link onze our uw your en and "
    "official officiële open webpagina pagina page".split()
)
TELEPHONE = re.compile(r"(?:\+|\b)\d(?:[ ().\-/]{0,3}\d){6,14}\b|\b14 ?0\d{2,3}\b|\b112\b")

MOMENT = re.compile(r"(?<![\d.])\d{1,2}[.:]\d{2}(?![.\d])|\b\d{1,2}([-/.])\d{1,2}\1\d{4}\b")


class Named(NamedTuple):
    """A host that a text names, and how.

    `mail` is the address that it is part of, if any. `whole` says that it stands there as an address, with https:// or
    www. or a path, `alone` that nothing else is said, `promised` that a reader expects to get there, `passing` that the
    text only speaks of it.
    """

    host: str
    mail: str
    whole: bool
    alone: bool
    promised: bool
    passing: bool


def seen(text: str) -> str:
    """Return `text` as a reader takes it in: one shape for each letter, nothing that is not shown."""
    return unicodedata.normalize("NFKC", UNSEEN.sub("", text[:MOST])).translate(DOTS)


def named(text: str) -> Iterator[Named]:
    """Yield each host that `text` names, as `seen` returns it."""
    words = WORD.findall(text) if "." in text else []
    telling = [number for number, word in enumerate(words) if word.strip(".-").lower() not in FILLERS]
    for number, word in enumerate(words):
        before = words[number - 1].lower() if number else ""
        bare = SCHEME.sub("", word)
        mail = bare.lower().rstrip(".-") if "@" in bare.strip("@") else ""
        shown = re.split(r"[/?#:]", bare.rpartition("@")[2])[0].strip(".-")
        rest = bare.rpartition("@")[2].removeprefix(shown)
        whole = bare != word or shown.lower().startswith("www.") or (len(rest) > 1 and rest[0] == "/")
        host = _host(shown, whole) if mail or not bare.startswith("@") else ""
        if not host:
            continue
        alone = telling in ([], [number])
        promised = whole or bool(mail) or alone or before in TOWARDS
        passing = before in ABOUT or (shown[0].isupper() and not shown.isupper())
        yield Named(host, mail, whole, alone, promised, passing and not promised)


def telephones(text: str) -> list[str]:
    """Return the digits of each telephone number that `text` names."""
    return [_digits(found[0]) for found in TELEPHONE.finditer(MOMENT.sub(" ", text))]


def same_number(one: str, other: str) -> bool:
    """Tell whether two numbers are the same, with or without the code of the country."""
    short, long = sorted((_digits(one).lstrip("0"), _digits(other).lstrip("0")), key=len)
    return short == long or (len(short) >= 8 and long.endswith(short))


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text.replace("(0)", ""))


def _host(shown: str, whole: bool) -> str:
    """Return the host that `shown` is, in small letters, or an empty text: a real one, no file, sentence or number."""
    *front, last = shown.split(".")
    if not front or not all(front) or not all(re.fullmatch(r"[\w-]+", label) for label in (*front, last)):
        return ""
    if not last.lower().startswith("xn--"):
        last = last.partition("-")[0]  # nu.nl-artikel
    host = ".".join([*front, last]).lower()
    owned = hosts.owner(host)
    if whole:
        return host if owned or host.startswith("www.") else ""
    begins_sentence = last.istitle() and len(last) > 1 and not front[-1].istitle()
    is_file = len(front) == 1 and last.lower() in FILES
    too_short = len(owned.partition(".")[0]) < 2 and owned not in ("x.com",)
    return "" if begins_sentence or is_file or too_short or host in PRODUCTS else host
