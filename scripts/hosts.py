"""The names of hosts: what is a real one, to whom it belongs, and for which other it can be taken.

All hosts here are as people read them: small letters, `münchen.de` and not `xn--mnchen-3ya.de`. Sources: the Public
Suffix List, RFC 2606 (names for examples), UTS 39 (scripts and confusables).
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import ada_url

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

# No host on the internet has these as its last label: RFC 2606 and RFC 6761 keep them free.
EXAMPLES = frozenset({"example", "test", "invalid"})
DOCUMENTATION = frozenset({"example.org", "example.com", "example.net", "example.nl", "voorbeeld.nl"})
# One owner under several names.
SAME_OWNER: Mapping[str, str] = {
    other: names[0]
    for names in (
        ("x.com", "twitter.com"),
        ("youtube.com", "youtu.be", "youtube-nocookie.com"),
        ("facebook.com", "fb.com", "fb.me", "messenger.com"),
        ("instagram.com", "instagr.am"),
        ("whatsapp.com", "wa.me"),
        ("telegram.org", "t.me"),
        ("linkedin.com", "lnkd.in"),
        ("google.com", "google.nl", "goo.gl", "g.co", "gmail.com"),
        ("wikipedia.org", "wikimedia.org", "w.wiki"),
        ("openstreetmap.org", "osm.org"),
        ("rijksoverheid.nl", "government.nl"),
        ("outlook.com", "microsoft.com", "live.com", "office.com"),
    )
    for other in names
}
# What people are asked to trust most often, and are therefore led astray with.
TRUSTED = tuple(
    "digid.nl overheid.nl rijksoverheid.nl belastingdienst.nl toeslagen.nl duo.nl uwv.nl politie.nl rabobank.nl "
    "abnamro.nl ing.nl asnbank.nl triodos.nl postnl.nl marktplaats.nl paypal.com google.com facebook.com "
    "instagram.com whatsapp.com linkedin.com youtube.com microsoft.com apple.com amazon.com wikipedia.org "
    "github.com".split()
)
# Letters that a reader takes for the Latin letter before them. Those before the bar are the same to the eye.
LOOKALIKES = (
    "aа|ɑα bЬьƅ|вβ cсϲ|ϛ dԁ|ɖđ eе|єεəҽ f|ғƒ gց|ɡ hһհ|нħ iіι|ıɩɪ jј|ȷϳ k|кκ lӏ|łｌ m|м nո|пηռ oоοօ|øσ pр|ρƿ qԛ|գ"
    " r|гᴦ sѕ|ꜱ t|тτŧ uս|υʋцμ vѵν|ѵ wԝ|ωա xх|χ yуү|γ z|ᴢʐ"
)
FOLD = str.maketrans({other: pair[0] for pair in LOOKALIKES.split() for other in pair[1:].replace("|", "")})
EXACT = frozenset(other for pair in LOOKALIKES.split() for other in pair[1:].split("|")[0])
# Two letters, or a digit, that pass for one letter.
PAIRS = (("rn", "m"), ("vv", "w"), ("0", "o"), ("1", "i"), ("l", "i"))
# Shorter names differ by one such letter too often to mean anything: ing.nl and lng.nl are two businesses.
LONG_ENOUGH = 5
# Alphabets that share shapes with Latin; no name that a person types mixes two of these.
ALPHABETS = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU", "CANADIAN", "DESERET"})
# Strokes of other scripts that pass for a slash or a hyphen when all around them is Latin.
STROKES = frozenset("ノ丿〳ー一〵・")
# Signs that names honestly have: Catalan, Japanese, Hawaiian.
SIGNS = frozenset("·ー々ʻʼ")
# Where names in Cyrillic or Greek are at home.
AT_HOME = frozenset("ru su ua by bg kz kg mk rs me mn uz tj gr cy eu am".split())


@cache
def _suffixes() -> PublicSuffixList:
    # The package parses the whole list, which takes a while: only when there is a host to judge.
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(accept_unknown=False, accept_encoded_idn=False)


@lru_cache(maxsize=4096)
def readable(hostname: str) -> str:
    """Return the host of a parsed address as people read it."""
    return ada_url.idna_to_unicode(hostname).rstrip(".")


@lru_cache(maxsize=4096)
def owner(host: str) -> str:
    """Return the part of `host` that someone registered: `nu.nl` of `www.nu.nl`. Empty when it cannot be real.

    The names that are kept for examples count as registered: `a.example` of `www.a.example`.
    """
    labels = host.lower().rstrip(".").split(".")
    if not all(labels):
        return ""
    if labels[-1] in EXAMPLES:
        return ".".join(labels[-2:]) if len(labels) > 1 else ""
    return _suffixes().privatesuffix(".".join(labels)) or ""


def is_documentation(host: str) -> bool:
    """Tell whether `host` is one that examples use."""
    return host.rpartition(".")[2] in EXAMPLES or owner(host) in DOCUMENTATION


def same(one: str, other: str) -> bool:
    """Tell whether two hosts belong to the same owner, or one stands below the other."""
    owners = {SAME_OWNER.get(owner(host), owner(host)) for host in (one, other)}
    is_below = f".{one}".endswith(f".{other}") or f".{other}".endswith(f".{one}")
    return (len(owners) == 1 and "" not in owners) or is_below


class Known:
    """The hosts that readers of this site know, by what they look like. The one that is named most is the real one."""

    def __init__(self, own: str, others: Iterable[str]) -> None:
        count = Counter(filter(None, map(owner, others)))
        self.own = owner(own)
        self.site = frozenset({*count, self.own} - {""})
        count.update(dict.fromkeys(filter(None, [*TRUSTED, self.own]), 1000))
        # Of equals, the plainest is the real one.
        plainest = sorted(count, key=lambda host: (host.isascii(), -sum(map(str.isdigit, host)), -len(host)))
        self.real = {skeleton(host): host for host in sorted(plainest, key=count.__getitem__)}
        self.owners = frozenset(count)

    def imitated(self, host: str) -> str:
        """Return the known host that `host` pretends to be, or an empty text.

        By letters that look alike, or by beginning with a known name: `www.nu.nl.evil.example`, `nu.nl-login.example`.
        """
        owned = owner(host) or ".".join(host.split(".")[-2:])
        real = self.real.get(skeleton(owned), owned)
        if real != owned and (not owned.isascii() or len(owned.partition(".")[0]) >= LONG_ENOUGH):
            return real
        # What was registered may itself begin with the end of the name: nu.nl-login.example.
        labels = [*host.removesuffix(owned).rstrip(".").split("."), owned.split(".")[0].split("-")[0]]
        ends = range(2, len(labels) + 1)
        names = (".".join(labels[start:end]) for end in ends for start in range(end - 1))
        return next((name for name in names if name in self.owners), "")


def skeleton(host: str) -> str:
    """Return what `host` looks like at a glance: without accents, one shape for letters that look alike (UTS 39)."""
    bare = unicodedata.normalize("NFKD", host.lower())
    seen = "".join(letter for letter in bare if not unicodedata.combining(letter)).translate(FOLD)
    for pair, letter in PAIRS:
        seen = seen.replace(pair, letter)
    return seen


def is_mixed(host: str) -> bool:
    """Tell whether a label of `host` is made to be misread.

    It has letters of two alphabets that share shapes, or only letters of another alphabet that all look Latin, or a
    sign that passes for a slash.
    """
    home = host.rpartition(".")[2]
    return not host.isascii() and any(_misleads(label, home) for label in host.split(".") if not label.isascii())


def _misleads(label: str, home: str) -> bool:
    letters = [letter for letter in label if letter.isalpha()]
    scripts = {unicodedata.name(letter, "").split(" ")[0] for letter in letters}
    foreign = [letter for letter in letters if not unicodedata.name(letter, "").startswith("LATIN")]
    if len(scripts & ALPHABETS) > 1 or ("LATIN" in scripts and foreign and STROKES.issuperset(foreign)):
        return True
    imitates = bool(letters) and EXACT.issuperset(letters) and home.isascii() and home not in AT_HOME
    return imitates or any(unicodedata.category(sign) in ("Sm", "Po", "Ps", "Pe", "Lm") for sign in set(label) - SIGNS)
